"""Meetings, as Slack sends them."""
