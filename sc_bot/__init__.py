"""A Slack bot that coordinates a Strategic Community: problems, promises, decisions and lessons."""
