"""E-mail, as the worker needs it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from sc_bot.domain.mail_answers import MailAnswer

MAIL = "smtp"
"""What rests, beside Slack's methods, when the mail server asks for it or does not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail: plain text, to one address. `key` names it: a letter that is sent again bears the same."""

    to: str
    subject: str = field(repr=False)
    body: str = field(repr=False)
    language: str
    key: str
    at: datetime


class Mailer(Protocol):
    """Hands letters to a mail server."""

    def message_id(self, letter: Letter) -> str:
        """The name under which this letter goes, each time."""
        ...

    def send(self, letter: Letter) -> MailAnswer:
        """Hand it over once; what the server, the network or nobody answered comes back as a value."""
        ...
