"""Home tabs: what stands on them for each role, and when they are shown anew."""
