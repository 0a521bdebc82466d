"""Promises, as Slack sends them."""
