"""Decisions, as Slack sends them."""
