"""The bot in many workspaces: installed, installed again, removed, purged."""
