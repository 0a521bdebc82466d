"""The WSGI front door: size limit, signature, then Bolt; health and metrics."""

from sc_bot.web.bolt import bolt_handler, oauth_pages
from sc_bot.web.front_door import front_door
from sc_bot.web.requests import SlackReply, SlackRequest, Unreadable
from sc_bot.web.server import Server, serve

__all__ = [
    "Server",
    "SlackReply",
    "SlackRequest",
    "Unreadable",
    "bolt_handler",
    "front_door",
    "oauth_pages",
    "serve",
]
