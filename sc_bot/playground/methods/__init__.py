"""The Web API, one small function a method, by family. Importing it fills the registry."""

from sc_bot.playground.methods import apps, chat, conversations, files, oauth, people, pointing, reading, views
from sc_bot.playground.methods.registry import METHODS, Invocation, Method

FAMILIES = (apps, chat, conversations, files, oauth, people, pointing, reading, views)

__all__ = ["FAMILIES", "METHODS", "Invocation", "Method"]
