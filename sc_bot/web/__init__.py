"""The WSGI front door: size limit, signature, then Bolt; health and metrics."""

from sc_bot.web.bolt import bolt_handler
from sc_bot.web.front_door import front_door
from sc_bot.web.installing import Installing, authorize_url
from sc_bot.web.requests import SlackReply, SlackRequest, Unreadable
from sc_bot.web.server import Server, serve

__all__ = [
    "Installing",
    "Server",
    "SlackReply",
    "SlackRequest",
    "Unreadable",
    "authorize_url",
    "bolt_handler",
    "front_door",
    "serve",
]
