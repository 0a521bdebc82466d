"""Promises: made, followed, kept or given up openly."""
