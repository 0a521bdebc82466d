"""What a mail server can answer, as values, and what to do with each: one table, as for Slack's answers."""

from dataclasses import dataclass
from typing import Final, assert_never

from sc_bot.domain.delivery_decisions import (
    MOST_ATTEMPTS,
    Decision,
    Doubt,
    GiveUp,
    RetryAt,
    Scope,
    Sent,
    backoff,
)

MOST_DOUBTS: Final = 3  # times that one e-mail may be sent without anybody knowing whether it was taken
PERMANENT: Final = 500  # from this reply code on, "no" means never (RFC 5321, 4.2.1)


@dataclass(frozen=True, slots=True)
class Taken:
    """The server took it and will deliver it, or say that it cannot."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The server said no to the sender, the recipient or the letter; `code` is its reply code: surely not sent."""

    code: int


@dataclass(frozen=True, slots=True)
class ServerRefuses:
    """The server does not let us in (encryption, password): no letter can go until a person repairs it."""

    why: str


@dataclass(frozen=True, slots=True)
class ServerAway:
    """Nobody answered before the letter was handed over: surely not sent."""

    why: str


@dataclass(frozen=True, slots=True)
class NobodyKnows:
    """The letter was handed over and no answer came: it may be on its way, or not."""

    why: str


MailAnswer = Taken | NotTaken | ServerRefuses | ServerAway | NobodyKnows

OF_THE_SERVER = (ServerRefuses, ServerAway, NobodyKnows)
"""Answers that say something about the server: every letter rests for a while."""


def decide_mail(answer: MailAnswer, *, attempts: int, doubts: int, message_id: str) -> Decision:
    """What to do now.

    Nobody can look up whether an e-mail arrived. Its reader has no other place to be told, so a doubtful one is sent
    again, under the same Message-ID, by which it is known for the same; after `MOST_DOUBTS` it is given up.

    Args:
        answer: What the server, the network or nobody answered.
        attempts: How often this letter was tried, this time included; from 1.
        doubts: How often it was handed over, this time included; an attempt that found nobody is none of them.
        message_id: Its name, which every repetition bears.
    """
    match answer:
        case Taken():
            return Sent(ts=message_id, channel=None)
        case NotTaken(code=code):
            return GiveUp("mail_refused") if code >= PERMANENT else _again("mail_busy", attempts)
        case ServerRefuses():
            return _again("mail_server_refuses", attempts)
        case ServerAway():
            return _again("mail_server_away", attempts)
        case NobodyKnows(why=why):
            return GiveUp("mail_unknown") if doubts >= MOST_DOUBTS else Doubt(why)
        case _:
            assert_never(answer)


def _again(reason: str, attempts: int) -> Decision:
    """Within some five hours, as for Slack; a letter does not wait for ever."""
    return GiveUp(reason) if attempts >= MOST_ATTEMPTS else RetryAt(wait=backoff(attempts), scope=Scope.ROW)
