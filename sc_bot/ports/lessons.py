"""Lessons, as the use cases need them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.lessons import Facet, Lesson, LessonStep, Offer, Stage, Taken, Wording
from sc_bot.ports.community import Place


class Lessons(Protocol):
    """Lessons, their words and steps, and what institutions do with them. A lesson's lock is also its offers'."""

    def add(self, lesson: Lesson, prefix: str) -> Lesson | None:
        """Store a new one under the next number of its prefix; None if it was asked for on this occasion already."""
        ...

    def get(self, workspace: str, reference: str, *, to_change: bool = False) -> Lesson | None:
        """By reference; locked when it is to change."""
        ...

    def by_id(self, lesson: int) -> Lesson:
        """By id."""
        ...

    def save(self, lesson: Lesson) -> Lesson:
        """Store it as it is now."""
        ...

    def about(self, problem: int) -> Sequence[Lesson]:
        """The lessons from one problem, in order."""
        ...

    def unfinished(self, place: Place, limit: int) -> Sequence[Lesson]:
        """Those that somebody has a next step about, oldest first."""
        ...

    def published(self, communities: Sequence[int], limit: int) -> Sequence[Lesson]:
        """The published ones of these communities, the newest first."""
        ...

    def page(self, place: Place, after: int, limit: int) -> Sequence[Lesson]:
        """The lessons of a community with the ids that follow, in order."""
        ...

    def write(self, lesson: Lesson, facet: Facet, body: str, now: datetime) -> int:
        """Keep words; returns their id."""
        ...

    def words(self, ids: Collection[int]) -> Sequence[Wording]:
        """All words of several lessons, oldest first."""
        ...

    def redact(self, words: int, body: str) -> None:
        """Replace words that identify somebody; the step that says so is the caller's."""
        ...

    def happened(self, lesson: Lesson, step: LessonStep) -> int:
        """Append a step; returns its id."""
        ...

    def steps(self, ids: Collection[int]) -> Sequence[LessonStep]:
        """Every step of several lessons, oldest first."""
        ...

    def step(self, step: int) -> LessonStep:
        """One step."""
        ...

    def offers(self, ids: Collection[int]) -> Sequence[Offer]:
        """To whom several lessons are offered, and what became of it, the first offered first."""
        ...

    def offered_to(self, place: Place, institutions: Sequence[str], limit: int) -> Sequence[Offer]:
        """What is offered to these institutions, oldest first."""
        ...

    def changed_since(self, place: Place, since: datetime, limit: int) -> Sequence[Offer]:
        """Offers that were answered since, the newest first."""
        ...

    def put(self, offer: Offer) -> None:
        """Store an offer as it is now."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[Lesson]:
        """Lessons about which somebody is to be asked now; nobody else gets them until this unit of work ends."""
        ...

    def due_offers(self, now: datetime, limit: int) -> Sequence[Offer]:
        """Offers about which somebody is to be asked now; as above."""
        ...

    def leading(self, place: Place, continuum: str) -> Sequence[str]:
        """The institutions that lead, or led, a problem of a continuum."""
        ...

    def counts(self, place: Place) -> tuple[dict[Stage, int], dict[Taken, int]]:
        """How many lessons stand where, and what became of the offers. Two queries."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what is theirs is called by the other id."""
        ...
