"""Try-outs, as the use cases need them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from sc_bot.domain.problems import Problem
from sc_bot.domain.tryouts import Tryout
from sc_bot.ports.community import Place


class Tryouts(Protocol):
    """Solutions that are proposed and tried. The problem's lock is also its try-outs'."""

    def add(self, problem: Problem, tryout: Tryout) -> Tryout:
        """Store a new one under the next number of its problem, which the caller has locked."""
        ...

    def get(self, problem: Problem, number: int) -> Tryout | None:
        """One of a problem."""
        ...

    def by_id(self, tryout: int) -> Tryout:
        """By id."""
        ...

    def save(self, tryout: Tryout) -> None:
        """Store it as it is now."""
        ...

    def of(self, problem: int) -> Sequence[Tryout]:
        """Every one of a problem, in order."""
        ...

    def over_by(self, place: Place, institutions: Sequence[str], day: date, limit: int) -> Sequence[Tryout]:
        """Those that these institutions run and whose last day is this one or an earlier one; the oldest first."""
        ...

    def unanswered(self, place: Place, institutions: Sequence[str], since: datetime, limit: int) -> Sequence[Tryout]:
        """Those that were proposed to these institutions at that moment or before, and wait; the oldest first."""
        ...

    def running_in(self, place: Place, limit: int) -> Sequence[Tryout]:
        """Those that run in a community, the first to end first."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what the first proposed, the second did."""
        ...
