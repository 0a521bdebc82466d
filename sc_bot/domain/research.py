"""What an external intervener takes away: figures by interface and month, and problems without what would name anybody.

No reference, no text, no title, no name of a person; days are weeks. What not everybody may know of is left out. Two
rows that say the same cannot be told apart, and their order says nothing of when they were reported.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.deadlocks import Sign
from sc_bot.domain.problems import Closing, Severity, State, Verdict
from sc_bot.domain.pulse_views import PulseEntry

Names = tuple[Localised | None, Localised | None]
"""Two institutions in alphabetical order of their ids; None: not known, or not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """One interface in one month. `people` is how many reported, in fives; None: fewer than five."""

    between: Names
    month: date
    """Its first day."""
    reported: int
    accepted: int
    closed: int
    solved: int
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One problem, de-identified. Weeks are named by their Monday."""

    continuum: Localised | None
    between: Names
    state: State
    severity: Severity
    signs: tuple[Sign, ...]
    reported_week: date
    acknowledged_week: date | None
    accepted_week: date | None
    closed_week: date | None
    closing: Closing | None
    verdict: Verdict | None
    returns: int
    reopened: int
    promises: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Research:
    """The whole of it, as of a moment that is local to its reader."""

    community: Localised
    as_of: datetime
    months: tuple[MonthRow, ...]
    records: tuple[RecordRow, ...]
    pulse: Callable[[], Iterable[PulseEntry]]
