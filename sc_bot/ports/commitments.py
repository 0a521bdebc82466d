"""Commitments, and the next step that follows each thing that is owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.followups import Followup
from sc_bot.domain.problems import Problem
from sc_bot.ports.community import Place


class Commitments(Protocol):
    """What was promised."""

    def add(self, problem: Problem, commitment: Commitment) -> Commitment:
        """Store a new promise under the next number of its problem, which the caller has locked."""
        ...

    def get(self, problem: Problem, number: int) -> Commitment | None:
        """One promise of a problem; the problem's lock is also its promises'."""
        ...

    def by_id(self, commitment: int) -> Commitment:
        """By id."""
        ...

    def save(self, commitment: Commitment) -> None:
        """Store it as it is now."""
        ...

    def wait(self, commitment: Commitment) -> None:
        """Store what it waits for now."""
        ...

    def several(self, ids: Sequence[int]) -> Sequence[Commitment]:
        """By their ids, in the order of their ids."""
        ...

    def of(self, problem: int) -> Sequence[Commitment]:
        """Every promise of a problem, in order."""
        ...

    def owed_among(self, problems: Sequence[int]) -> Sequence[Commitment]:
        """What is still owed for any of these problems; the first due first."""
        ...

    def owed_by(self, place: Place, person: str, limit: int) -> Sequence[Commitment]:
        """What a person still owes, was asked to take over, or is needed for; the first due first."""
        ...

    def owed_by_any(self, place: Place, people: Sequence[str], limit: int) -> Sequence[Commitment]:
        """The same, of several people."""
        ...

    def owed_in(self, place: Place, limit: int) -> Sequence[Commitment]:
        """Everything that is still owed in a community; the first due first."""
        ...

    def owing(self, place: Place) -> frozenset[str]:
        """Everybody of a community of whom a promise that stands asks something."""
        ...

    def late_in(self, place: Place, institution: str | None, now: datetime, limit: int) -> Sequence[Commitment]:
        """What is late, of an institution or of the whole community; the longest late first."""
        ...

    def kept_in(self, place: Place, institution: str | None, since: datetime, limit: int) -> Sequence[Commitment]:
        """What was kept since, the newest first."""
        ...

    def redated_in(self, place: Place, institution: str | None, since: datetime, limit: int) -> Sequence[Commitment]:
        """What got another date since; the most often re-dated first."""
        ...

    def waiting_for(self, commitment: int) -> Sequence[Commitment]:
        """The promises that wait for this one and are still owed."""
        ...

    def orphans(self, limit: int) -> Sequence[Commitment]:
        """What is still owed by somebody who is no longer of its community."""
        ...

    def unanswerable(self, limit: int) -> Sequence[Commitment]:
        """What is still owed and was asked of somebody who is no longer of its community."""
        ...


@dataclass(frozen=True, slots=True)
class Unwatched:
    """Something without a next step: the ids of its problem, and of what hangs on it, if that is what it is about."""

    problem: int
    commitment: int | None = None
    participation: int | None = None
    decision: int | None = None
    tryout: int | None = None


class Followups(Protocol):
    """The next step of each thing that is owed: one row each."""

    def plan(self, followup: Followup) -> None:
        """From now on this is the next step of its subject."""
        ...

    def end(self, subject: str) -> None:
        """Nothing is owed any more."""
        ...

    def of(self, subject: str) -> Followup | None:
        """The next step of a subject."""
        ...

    def about(self, problems: Sequence[int]) -> Sequence[Followup]:
        """The next steps of problems and of their promises."""
        ...

    def escalated(self, place: Place, limit: int, *, at: Sequence[str] | None = None) -> Sequence[Followup]:
        """The follow-ups of a community that have reached somebody beside their owner; what reached furthest first.

        `at`: only what these institutions have, owe, promised or were asked for.
        """
        ...

    def due(self, now: datetime, limit: int) -> Sequence[Followup]:
        """The steps whose time has come, the oldest first; nobody else gets them until this unit of work ends."""
        ...

    def new(self, since: datetime, limit: int) -> Sequence[Unwatched]:
        """Open problems reported since that moment, without a next step: as `unwatched`, but found among a few."""
        ...

    def unwatched(self, limit: int) -> Sequence[Unwatched]:
        """What is owed without a next step.

        Open problems, promises still owed, institutions that were asked to contribute and have not answered,
        decision requests that wait for an answer, and try-outs that run.
        """
        ...
