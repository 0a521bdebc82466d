"""Outbox to Slack: word each message for its reader, send it, and do what Slack's answer asks for."""
