"""What the outbox holds: a kind and ids, no text. Each is worded when it is sent, for the one who reads it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuthorCard:
    """The author's card: follows their report from capture to the end."""

    problem: int


@dataclass(frozen=True, slots=True)
class DirectorCard:
    """The card of the managing director (or who stands in), with the buttons that apply."""

    problem: int


@dataclass(frozen=True, slots=True)
class TriageCard:
    """The facilitator's card: a problem without an institution, or one of the highest severity."""

    problem: int


@dataclass(frozen=True, slots=True)
class ArbitrationCard:
    """The support committee's card: returned twice, who leads?"""

    problem: int


@dataclass(frozen=True, slots=True)
class Headline:
    """One line in an institution's channel: reference, state, lead, neutral title."""

    problem: int
    institution: str


@dataclass(frozen=True, slots=True)
class Told:
    """A new message about one step of the history."""

    problem: int
    event: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the bot is, and what it is not; once a person."""


@dataclass(frozen=True, slots=True)
class AskHome:
    """Asks a newcomer, once, where they work; their first report is what it is for."""

    problem: int


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Tells the facilitator that messages for somebody cannot be delivered, and why."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class OfferReport:
    """What somebody typed to the bot can become a report; `ts` is where their message stands."""

    ts: str


@dataclass(frozen=True, slots=True)
class SorryNote:
    """What somebody typed to the bot was not kept: why, and the kinds of identifier found.

    `action` and `value` are the button that opens a window where it can be mended.
    """

    why: str
    kinds: tuple[str, ...] = ()
    action: str = ""
    value: str = ""


Notice = (
    AuthorCard
    | DirectorCard
    | TriageCard
    | ArbitrationCard
    | Headline
    | Told
    | Welcome
    | AskHome
    | Unplaced
    | OfferReport
    | SorryNote
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A notice with its address.

    `to` is the Slack id of a person or a channel. `key` says why the message exists and is unique in the workspace.
    A `surface` is edited in place when its problem changes; anything else is said once.
    """

    notice: Notice
    to: str
    key: str
    due_at: datetime
    surface: bool = False
