"""Who looked at an identity that is kept from others: the reader, the reference, by what; never the name itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Screen(StrEnum):
    """By what it was read."""

    PROBLEM = "problem"
    """Shown on demand: a problem, whole."""
    MESSAGE = "message"
    """A card or another message of the bot."""
    LESSON = "lesson"
    EXPORT_COMMAND = "export command"
    EXPORT_IN_SLACK = "export in Slack"
    ERASE_COMMAND = "erase command"
    ERASE_IN_SLACK = "erase in Slack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One reader, one subject, one screen, on one day: when it was the first time.

    `reader` is a person's id, None for whoever has the command line; `subject` a reference or a person's id.
    """

    at: datetime
    reader: str | None
    subject: str
    screen: Screen
