"""The rules and the shared words. Standard library only; no I/O; the time is always an argument."""
