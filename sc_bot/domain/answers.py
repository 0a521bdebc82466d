"""What a use case answers: a kind and ids. The same request, sent again, gets the same answer."""

from dataclasses import dataclass
from datetime import date, datetime

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
    own: bool = False
    """It was the one who asks: a button pressed twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A person's place in the community changed: institution, line, roles."""

    person: str
    community: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed to the bot was taken in; the answer is on its way as a message."""


Answer = Recorded | Identifying | Changed | Faster | Placed | Heard
