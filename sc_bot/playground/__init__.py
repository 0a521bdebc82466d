"""A local Slack on the wire: the fixture of the end-to-end tests, and the stage of `sc-bot demo`.

It knows Slack only, nothing of the bot: the bot meets it over HTTP or a WebSocket, as it would meet Slack.
"""
