"""The community and its people: the file, Slack, and who answers when people change."""
