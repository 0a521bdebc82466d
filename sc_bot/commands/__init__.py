"""The command line: arguments in, one call out."""

from sc_bot.commands.root import main

__all__ = ["main"]
