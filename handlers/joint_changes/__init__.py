"""Joint changes, as Slack sends them."""
