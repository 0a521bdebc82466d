"""Lessons that travel: asked for, written, validated, published, offered, adopted, followed; and good practices."""
