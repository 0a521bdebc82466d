"""Killed workers, crowds, and what must hold all the same."""
