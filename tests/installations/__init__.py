"""The bot in many workspaces."""
