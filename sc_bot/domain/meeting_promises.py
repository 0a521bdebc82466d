"""Promises that are noted in a meeting, as their lines are understood: shown like this, and only then kept."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sc_bot.domain.community import Person
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Problem


class Missing(StrEnum):
    """What a line lacks."""

    WHO = "who"
    WHICH = "which"
    """More than one person can be meant."""
    WHEN = "when"
    WHICH_DAY = "which_day"
    WHAT = "what"
    PROBLEM = "problem"
    """It is about no problem that whoever writes it knows of."""
    LEAD = "lead"
    """Nobody leads that problem yet."""
    NOT_THEIRS = "not_theirs"
    """Whoever is named may not know of the problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One line as it is understood; `missing` says what it lacks, and `names` or `days` between which to choose."""

    text: str
    what: str = ""
    problem: Problem | None = None
    owner: Person | None = None
    due: Due | None = None
    zone: str = ""
    missing: Missing | None = None
    names: tuple[str, ...] = ()
    days: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Every line; `mark` stands for exactly this reading, so that only what was shown is kept."""

    lines: tuple[PromiseLine, ...] = ()

    @property
    def is_understood(self) -> bool:
        """Whether nothing is missing."""
        return all(each.missing is None for each in self.lines)

    @property
    def mark(self) -> str:
        """The same for the same people and days."""
        said = [
            (each.what, each.owner.id if each.owner else "", str(each.due), each.problem.id if each.problem else 0)
            for each in self.lines
        ]
        return sha256(repr(said).encode()).hexdigest()[:16] if said else ""
