"""Lessons and good practices, as Slack sends them."""
