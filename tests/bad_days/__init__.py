"""Bad days: what the bot does when Slack, the database, a clock or a channel is not there. See docs/bad-days.md."""
