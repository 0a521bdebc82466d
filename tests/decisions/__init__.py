"""Decision requests: where they stand, when managers meet, what the next digest is."""
