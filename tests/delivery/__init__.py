"""The worker against a strict Slack that misbehaves on demand."""
