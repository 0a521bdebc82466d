"""Home tabs: what stands on them, and when they are shown anew."""
