"""History: what happened to a problem. Append-only; the words themselves are texts of their own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.problems import State


class Happened(StrEnum):
    """Each thing that can happen to a problem."""

    REPORTED = "reported"
    DETAILS_ADDED = "details_added"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REROUTED = "rerouted"
    ASSIGNED = "assigned"
    ASKED = "asked"
    ANSWERED = "answered"
    UPDATED = "updated"
    TITLED = "titled"
    HANDED_OVER = "handed_over"
    NAME_SHOWN = "name_shown"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    VERIFIED = "verified"
    REOPENED = "reopened"
    OTHER_CLOSED = "other_closed"
    """The problem under which this one, a duplicate, went on is closed."""
    REDACTED = "redacted"
    RESTRICTED = "restricted"
    CONFIRMED_NOT_IDENTIFYING = "confirmed_not_identifying"


BY_THE_AUTHOR = frozenset(
    {
        Happened.REPORTED,
        Happened.DETAILS_ADDED,
        Happened.ANSWERED,
        Happened.NAME_SHOWN,
        Happened.WITHDRAWN,
        Happened.VERIFIED,
        Happened.REOPENED,
    }
)
"""Steps that only an author takes: they are kept without a name."""

MOVES = frozenset(
    {
        Happened.REPORTED,
        Happened.ACKNOWLEDGED,
        Happened.ACCEPTED,
        Happened.RETURNED,
        Happened.REROUTED,
        Happened.ASSIGNED,
        Happened.WITHDRAWN,
        Happened.CLOSED,
        Happened.VERIFIED,
        Happened.REOPENED,
    }
)
"""Steps that make older buttons old."""


class TextKind(StrEnum):
    """What a stored text is; each passed the privacy gate."""

    DESCRIPTION = "description"
    DETAILS = "details"
    SUGGESTION = "suggestion"
    ON_BEHALF = "on_behalf"
    TITLE = "title"
    REASON = "reason"
    QUESTION = "question"
    ANSWER = "answer"
    UPDATE = "update"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of a problem's history.

    `actor` is a person of the community; None for the author, whose name is theirs to show, and for the bot itself.
    `internal` steps are not shown to the author.
    """

    problem: int
    kind: Happened
    at: datetime
    actor: str | None
    from_state: State | None = None
    to_state: State | None = None
    institution: str | None = None
    text: int | None = None
    internal: bool = False
    details: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words that a person wrote. The body never changes, except by redaction, itself an event."""

    id: int
    problem: int
    kind: TextKind
    body: str
    at: datetime
    redacted: bool = False
