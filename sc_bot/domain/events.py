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
    COMMITTED = "committed"
    """The steps of a commitment begin their details with its number."""
    KEPT = "kept"
    ON_TRACK = "on_track"
    REDATED = "redated"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    OFFERED = "offered"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"
    REASSIGNED = "reassigned"
    """Its owner has left: whoever answers for the institution has it now."""
    PROVIDED = "provided"
    """What it needed is there."""
    NOT_PROVIDED = "not_provided"
    UNASKED = "unasked"
    """Whoever was asked, to take it over or for what it needs, is no longer there to answer."""
    SLIPPED = "slipped"
    """Its date has passed."""
    ESCALATED = "escalated"
    CONTRIBUTION_ASKED = "contribution_asked"
    """The institution of these steps is the one that is asked."""
    CONTRIBUTING = "contributing"
    CONTRIBUTION_DECLINED = "contribution_declined"
    HELP_ASKED = "help_asked"
    """By the author, with a reason."""
    QUOTED = "quoted"
    """What changed, in the author's words, which the digest may quote without a name."""
    DECISION_ASKED = "decision_asked"
    """Of general managers; the steps of a decision request begin their details with its number."""
    DECISION_ANSWERED = "decision_answered"
    """Then what was answered, where the request stands since, and when it is discussed."""
    DECISION_LAPSED = "decision_lapsed"
    """Its day has passed without every answer."""


BY_THE_AUTHOR = frozenset(
    {
        Happened.REPORTED,
        Happened.DETAILS_ADDED,
        Happened.ANSWERED,
        Happened.NAME_SHOWN,
        Happened.WITHDRAWN,
        Happened.VERIFIED,
        Happened.REOPENED,
        Happened.HELP_ASKED,
        Happened.QUOTED,
    }
)
"""Steps that only an author takes: they are kept without a name."""

BY_THE_BOT = frozenset(
    {Happened.SLIPPED, Happened.ESCALATED, Happened.REASSIGNED, Happened.UNASKED, Happened.DECISION_LAPSED}
)
"""Steps that nobody takes: they come with the days."""

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

OF_THE_ASKED = frozenset(
    {
        Happened.TAKEN_OVER,
        Happened.DECLINED,
        Happened.PROVIDED,
        Happened.NOT_PROVIDED,
        Happened.UNASKED,
    }
)
"""What becomes of it when somebody is asked to take a promise over, or for what it needs; whoever owed it hears."""
OF_CONTRIBUTIONS = frozenset({Happened.CONTRIBUTION_ASKED, Happened.CONTRIBUTING, Happened.CONTRIBUTION_DECLINED})
"""Steps of one institution that is asked to contribute."""

OF_DECISIONS = frozenset({Happened.DECISION_ASKED, Happened.DECISION_ANSWERED, Happened.DECISION_LAPSED})
"""Steps of one decision request; the first of their details is its number."""

OF_COMMITMENTS = frozenset(
    {
        Happened.COMMITTED,
        Happened.KEPT,
        Happened.ON_TRACK,
        Happened.REDATED,
        Happened.BLOCKED,
        Happened.CANCELLED,
        Happened.OFFERED,
        Happened.TAKEN_OVER,
        Happened.DECLINED,
        Happened.REASSIGNED,
        Happened.PROVIDED,
        Happened.NOT_PROVIDED,
        Happened.UNASKED,
        Happened.SLIPPED,
    }
)
"""Steps of one commitment; the first of their details is its number."""


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
    COMMITMENT = "commitment"
    """What is promised."""
    EVIDENCE = "evidence"
    NEED = "need"
    QUOTE = "quote"
    """What changed, for those who may be told of it in the digest."""
    CONTRIBUTION = "contribution"
    """What is asked of another institution."""
    DECISION = "decision"
    """What general managers are asked to decide."""
    OTHERWISE = "otherwise"
    """What happens if they do not."""


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
