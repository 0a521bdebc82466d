"""What is counted for the digest, Home and the workbook: one place, so that they show the same numbers.

Problems and promises are no people: they are counted as they are. Figures about people (authors) are only ever shown
through `at_least`. What not everybody may know of (a restricted problem; one whose author keeps a director out) is in
no count, or the difference between a count and a list would tell of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median_low

SMALLEST_GROUP = 5
"""Figures about fewer people than this are not shown (domain, section 6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of problems and promises: of one institution, or of a whole community. Zero where nothing is said.

    What "happened" did so after the stretch began and not after its end; the rest is as it stands at its end.
    """

    open: int = 0
    """Problems that are open."""
    undecided: int = 0
    """Open problems that nobody has accepted yet."""
    answers_late: int = 0
    """Undecided problems whose day for an answer is over."""
    unpromised: int = 0
    """Accepted problems without a promise that stands or was kept."""
    reported: int = 0
    """Problems reported in the stretch and not withdrawn since."""
    solved: int = 0
    """Problems closed as solved in the stretch, and not opened again."""
    unsolved: int = 0
    """Problems closed otherwise in the stretch, and not opened again."""
    reopened: int = 0
    """Problems opened again in the stretch."""
    promised: int = 0
    """Promises that are still owed."""
    late: int = 0
    """Promises still owed whose time is over."""
    kept: int = 0
    """Promises kept in the stretch."""
    cancelled: int = 0
    """Promises given up in the stretch."""
    redated: int = 0
    """Promises that got another date in the stretch; each counts once."""
    waited_for: int = 0
    """What other institutions wait for from this one."""
    waits: int = 0
    """What this one waits for from others."""

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionCounts:
    """One institution's tally; `institution` None: problems that have no institution yet.

    `authors` is how many people of the institution reported in the stretch: never shown but through `at_least`.
    """

    institution: str | None
    tally: Tally = Tally()
    authors: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceCounts:
    """Problems between two institutions: where it hurts, and who has it. None: not known, or not to be told.

    The two are in alphabetical order, so that A↔B and B↔A are one.
    """

    between: tuple[str | None, str | None]
    open: int = 0
    reported: int = 0
    solved: int = 0


class Waiting(StrEnum):
    """What somebody waits for."""

    NEED = "need"
    """A promise is blocked until somebody of the other institution helps."""
    PROMISE = "promise"
    """A promise depends on one of the other institution."""
    ANSWER = "answer"
    """The other institution was asked to contribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One thing that one institution waits for from another; `number` of the promise that waits, 0 for none."""

    problem: int
    reference: str
    number: int
    kind: Waiting
    waiting: str
    waited_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlockCounts:
    """What is stuck, and what became of what nobody believed in: since the community began. Days are whole days."""

    open: int = 0
    """Deadlocks that wait for a decision."""
    steering: int = 0
    """Those of them that wait for the general managers."""
    oldest: int | None = None
    """For how many days the oldest of them has waited."""
    decided: int = 0
    """Deadlocks that were ended by a decision."""
    days_to_end: int | None = None
    """From the day on which one was found to its decision: the median."""
    perceived: int = 0
    """Problems that were perceived as unsolvable."""
    verified: int = 0
    """Those of them of which their author said, after they were closed as solved, that it changed."""
    days_to_verified: int | None = None
    """From the first perception to that word: the median."""


def median_days(spans: Iterable[timedelta]) -> int | None:
    """The median of several spans in whole days; the lower one of two in the middle."""
    days = [each.days for each in spans]
    return median_low(days) if days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityCounts:
    """Everything that is counted of one community, at `until`, over the stretch that began at `since`."""

    since: datetime
    until: datetime
    institutions: tuple[InstitutionCounts, ...]
    interfaces: tuple[InterfaceCounts, ...] = ()
    authors: int = 0
    """How many people reported in the stretch: never shown but through `at_least`."""
    deadlocks: DeadlockCounts = DeadlockCounts()

    @property
    def whole(self) -> Tally:
        """The community's tally."""
        return total(each.tally for each in self.institutions)

    def of(self, institution: str | None) -> Tally:
        """One institution's tally."""
        return next((each.tally for each in self.institutions if each.institution == institution), Tally())


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, Tally())


def at_least(people: int) -> int | None:
    """The figure about people that may be shown: the multiple of five that they reach; None for fewer than five.

    Whoever subtracts two such figures learns a range nine wide at best, never that a group is smaller than five.
    """
    return people - people % SMALLEST_GROUP or None
