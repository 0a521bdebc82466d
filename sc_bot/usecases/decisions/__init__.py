"""Decisions: asked of general managers, answered by them, followed."""
