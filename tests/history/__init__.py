"""The history as a whole."""
