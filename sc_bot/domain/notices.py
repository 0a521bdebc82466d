"""What the outbox holds: a kind and ids, no text. Each is worded when it is sent, for the one who reads it."""

from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.common_notices import CommonNotice


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
class ContributorCard:
    """The card of whoever answers for an institution that is asked to contribute."""

    problem: int
    institution: str


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
class ToldToo:
    """The same, to somebody who sees the problem too: what its author is told, and nothing of who else reported."""

    problem: int
    event: int


@dataclass(frozen=True, slots=True)
class CommitmentCard:
    """The card of the one who owes a promise, or is asked to take it over, or for what it needs."""

    problem: int
    commitment: int


@dataclass(frozen=True, slots=True)
class Relieved:
    """Tells somebody that a promise of theirs is with somebody else; names nothing, for they may not know of it now."""


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """The card of a general manager who is asked to decide before their next digest.

    `whose`: a manager who is not in Slack; then its reader is the facilitator, who records their answer.
    """

    problem: int
    decision: int
    whose: str = ""


@dataclass(frozen=True, slots=True)
class MorningList:
    """What one person has to answer, what is due and what is late, on one day; `late`: it could not be said in time."""

    community: int
    day: date
    late: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """The weekly digest of the week that begins on this Monday; on its day it contains the list of the morning."""

    community: int
    week: date
    late: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the bot is, and what it is not; once a person."""


@dataclass(frozen=True, slots=True)
class AskHome:
    """Asks a newcomer, once, where they work; their first report is what it is for."""

    problem: int


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Tells the facilitator that messages for somebody cannot be delivered, and why; 0: of an earlier version.

    `mail` says whether they are written to by e-mail instead, or why not; `about` which messages these are.
    """

    person: str
    reason: str
    community: int = 0
    mail: str = ""
    about: str = ""


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


@dataclass(frozen=True, slots=True)
class Covering:
    """Tells who stands in, once: for whom, from when to when, and how many problems wait."""

    absence: int


@dataclass(frozen=True, slots=True)
class WhileAway:
    """One list on return: what happened meanwhile to the problems that this person answers for."""

    absence: int


@dataclass(frozen=True, slots=True)
class HomeTab:
    """The Home of one person (a Slack id): no message; it is published anew when what it shows has changed."""

    person: str

    @property
    def address(self) -> str:
        """Where it goes: not into the person's conversation, so that neither waits for the other."""
        return f"home:{self.person}"


@dataclass(frozen=True, slots=True)
class Workbook:
    """The steering workbook, a file; `export` says for whom, and since when changes are told."""

    export: int


@dataclass(frozen=True, slots=True)
class ResearchData:
    """The de-identified data, a file in one of the `FORMS`; `export` says for whom."""

    export: int
    form: str


FORMS = ("xlsx", "csv", "json")


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What is stored about one person, as a file for the privacy officer who asked for it."""

    community: int
    person: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Stands in place of a message that is deleted in Slack: its term is over, or its reader is forgotten."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The weeks up to that of a digest (its Monday) as a picture: a file of its own."""

    community: int
    week: date


@dataclass(frozen=True, slots=True)
class NoWorkbook:
    """Stands in place of a workbook that Slack did not take, and offers another way."""

    export: int
    reason: str


Notice = (
    AuthorCard
    | DirectorCard
    | TriageCard
    | ArbitrationCard
    | ContributorCard
    | Headline
    | Told
    | ToldToo
    | CommitmentCard
    | Relieved
    | DecisionCard
    | MorningList
    | Digest
    | Welcome
    | AskHome
    | Unplaced
    | OfferReport
    | SorryNote
    | Covering
    | WhileAway
    | HomeTab
    | Workbook
    | ResearchData
    | NoWorkbook
    | PersonFile
    | TakenBack
    | Trend
    | CommonNotice
)

DOCUMENTS = (Workbook, ResearchData, Trend, PersonFile)
"""What is sent as a file."""


def in_place_of(notice: Notice, reason: str) -> Notice | None:
    """What is said where something cannot be sent, if its reader waits for it; None: it is given up."""
    return NoWorkbook(notice.export, reason) if isinstance(notice, Workbook | ResearchData) else None


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
