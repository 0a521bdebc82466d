"""Deadlocks, as the use cases need them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sc_bot.domain.deadlocks import Deadlock, Stage
from sc_bot.domain.policies import DeadlockThresholds
from sc_bot.ports.community import Place


@dataclass(frozen=True, slots=True)
class Wait:
    """A promise that is owed, its problem, and another one, still owed too, that must be kept first."""

    promise: int
    problem: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """From which counts, and since when, an open problem may be stuck."""

    thresholds: DeadlockThresholds
    unowned_before: datetime
    blocked_before: datetime


class Deadlocks(Protocol):
    """What is stuck, and was. The problem's lock is also its deadlocks'."""

    def add(self, deadlock: Deadlock) -> Deadlock | None:
        """Store a new one; None when its problem has an open one already."""
        ...

    def save(self, deadlock: Deadlock) -> None:
        """Store it as it is now."""
        ...

    def of(self, problem: int) -> Sequence[Deadlock]:
        """Every deadlock of a problem, in order."""
        ...

    def open_of(self, problem: int) -> Deadlock | None:
        """The one that waits for a decision."""
        ...

    def open_in(self, place: Place, stage: Stage | None, limit: int) -> Sequence[Deadlock]:
        """Those of a community that wait for a decision, at one stage or any; the oldest first."""
        ...

    def page(self, place: Place, after: int, limit: int) -> Sequence[Deadlock]:
        """Those of a community with the ids that follow, in the order of their ids."""
        ...

    def due(self, now: datetime, after: int, limit: int) -> Sequence[Deadlock]:
        """Those at which somebody should look again, with the ids that follow, in the order of their ids."""
        ...

    def suspects(self, place: Place, suspicion: Suspicion, after: int, limit: int) -> Sequence[int]:
        """Open problems that never were in a deadlock and may be now, with the ids that follow, in order. Two queries.

        Circles of promises aside.
        """
        ...

    def waits(self, place: Place) -> Sequence[Wait]:
        """Everything in a community that waits for a promise. One query."""
        ...
