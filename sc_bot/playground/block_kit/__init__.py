"""Slack's own check of Block Kit, on the raw JSON of every message, modal and home.

Limits come from Slack's block reference. No SDK model is used: those let through what Slack refuses.
"""
