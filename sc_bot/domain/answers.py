"""What a use case answers: a kind and ids. The same request, sent again, gets the same answer."""

from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.common_answers import CommonAnswer
from sc_bot.domain.problems import Because, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A report is stored. `person` is who has it; `read_at` when they see it, None for at once."""

    problem: int
    reference: str
    community: int
    institution: str | None
    person: str | None
    because: Because
    alternatives: tuple[str, ...]
    answer_by: date
    read_at: datetime | None
    name_shown: bool
    told_facilitator: bool
    instead_of: str | None = None
    """The absent person for whom `person` has it, until that day; without one, until further notice."""
    until: date | None = None
    for_another: bool = False
    """A colleague typed it on the author's behalf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifying:
    """Nothing was stored: the text seems to identify a patient. `blocks`: it cannot be confirmed, only removed."""

    kinds: tuple[str, ...]
    blocks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A problem changed (or its history did) as the person asked."""

    problem: int
    reference: str
    community: int
    state: State
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Faster:
    """Somebody acted first; nothing was changed. Says who, when, and what it is now."""

    problem: int
    reference: str
    community: int
    state: State
    by: str | None
    at: datetime
    standing: str = ""
    """Of a promise: where it stands now."""
    contribution: str = ""
    """Of an institution that was asked to contribute: where that stands now."""
    decision: str = ""
    """Of a decision request: where it stands now."""
    joint: str = ""
    """Of a joint change: where it stands now."""
    deadlock: str = ""
    """Of a deadlock: how it was ended."""
    own: bool = False
    """It was the one who asks: a button pressed twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise was made, or changed as the person asked. `due` is as `str(Due)` writes it."""

    reference: str
    problem: int
    community: int
    act: str
    due: str
    zone: str
    redated: int = 0
    asked: str | None = None
    """The person who is asked: to take it over, or for what is needed."""
    circle: bool = False
    """Whether what it waits for waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAsked:
    """General managers are asked to decide; `at_once` are those who hear of it before their digest."""

    reference: str
    problem: int
    community: int
    due: str
    zone: str
    people: tuple[str, ...]
    at_once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAnswered:
    """A general manager's answer is kept; `told` are the people who hear of it, `meeting` is an instant in ISO."""

    reference: str
    problem: int
    community: int
    reply: str
    due: str
    zone: str
    meeting: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snoozed:
    """One person does not hear of one thing until a day."""

    reference: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A person's place in the community changed: institution, line, roles."""

    person: str
    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitsKept:
    """What a person chose for themselves is kept."""

    person: str
    community: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed to the bot was taken in; the answer is on its way as a message."""

    by_a_stranger: bool = False
    """By somebody of another workspace whom no community names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentAway:
    """Somebody's absence is known; `covers` are those who stand in."""

    absence: int
    person: str
    community: int
    first_day: date
    last_day: date | None
    covers: tuple[str, ...]
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """An absence is over, or was called off before it began."""

    person: str
    community: int
    own: bool = True
    was_away: bool = True
    listed: bool = True
    """Whether a list follows: they answer for something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparing:
    """A workbook is being made for somebody; it comes as a file."""

    person: str
    community: int


Answer = (
    Recorded
    | Identifying
    | Changed
    | Faster
    | Promised
    | DecisionAsked
    | DecisionAnswered
    | Snoozed
    | Placed
    | WentAway
    | CameBack
    | HabitsKept
    | Preparing
    | Heard
    | CommonAnswer
)
