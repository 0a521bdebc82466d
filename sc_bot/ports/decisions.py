"""Decision requests, as the use cases need them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.decisions import Decision
from sc_bot.domain.problems import Problem
from sc_bot.ports.community import Place


class Decisions(Protocol):
    """What general managers are asked to decide. The problem's lock is also its requests'."""

    def add(self, problem: Problem, decision: Decision) -> Decision:
        """Store a new request under the next number of its problem, which the caller has locked."""
        ...

    def get(self, problem: Problem, number: int) -> Decision | None:
        """One request of a problem."""
        ...

    def by_id(self, decision: int) -> Decision:
        """By id."""
        ...

    def save(self, decision: Decision) -> None:
        """Store it, and every answer to it, as it is now."""
        ...

    def of(self, problem: int) -> Sequence[Decision]:
        """Every request of a problem, in order."""
        ...

    def asked_of(self, place: Place, person: str, since: datetime, limit: int) -> Sequence[Decision]:
        """What a person is asked to decide, and what ended since; the first due first. Two queries."""
        ...

    def running_in(self, place: Place, limit: int) -> Sequence[Decision]:
        """Every request of a community that still takes answers; the first due first. Two queries."""
        ...

    def page(self, place: Place, after: int, limit: int) -> Sequence[Decision]:
        """The requests of a community with the ids that follow, in the order of their ids. Two queries."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: who is asked, or asks, is called by the other id."""
        ...
