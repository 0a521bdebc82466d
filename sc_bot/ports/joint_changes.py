"""Joint changes, as the use cases need them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.joint_changes import JointChange
from sc_bot.domain.problems import Problem
from sc_bot.ports.community import Place


class JointChanges(Protocol):
    """Changes of several institutions at once. The lock of the first problem is also theirs."""

    def add(self, problem: Problem, change: JointChange) -> JointChange:
        """Store a new one under the next number of its first problem, which the caller has locked."""
        ...

    def get(self, problem: Problem, number: int) -> JointChange | None:
        """One change of the problem by which it is called."""
        ...

    def by_id(self, change: int) -> JointChange:
        """By id."""
        ...

    def save(self, change: JointChange) -> None:
        """Store it, and every part, as it is now."""
        ...

    def of(self, problem: int) -> Sequence[JointChange]:
        """Every change in which a problem is, oldest first."""
        ...

    def running_in(self, place: Place, limit: int) -> Sequence[JointChange]:
        """Those of a community that get ready or went and are not verified, by date. Three queries."""
        ...

    def page(self, place: Place, after: int, limit: int) -> Sequence[JointChange]:
        """Those of a community with the ids that follow, in the order of their ids. Three queries."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[JointChange]:
        """Those at which the bot looks now; nobody else gets them until this unit of work ends."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: who spoke is called by the other id."""
        ...
