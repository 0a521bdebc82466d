"""Forgets people: where somebody stands is found by reading alone, then it goes a few rows at a time."""

from storage.erasing.stored import StoredErasing

__all__ = ["StoredErasing"]
