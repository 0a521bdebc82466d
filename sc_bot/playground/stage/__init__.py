"""The stage: the fictional region on the local Slack, with the real bot running behind it, a clock and a story.

Here the playground knows the bot: it starts it as `sc-bot run` does, moves its clock, and reads what it stored. The
fake Slack beside it knows nothing of that.
"""
