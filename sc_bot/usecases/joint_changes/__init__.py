"""Joint changes: several institutions change one thing on one day, or none of them does."""
