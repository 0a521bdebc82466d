"""Slack in: each handler reads a payload, calls one use case, and answers."""
