"""Absences, as the use cases need them; those that are not over are read with their community (`Place.absences`)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from sc_bot.domain.absences import Absence
from sc_bot.ports.community import Place


class Absences(Protocol):
    """Who is away. Each change is audited, and the community gets a new version."""

    def add(self, place: Place, absence: Absence, *, actor: str | None, now: datetime) -> Absence:
        """Store an absence; gives it its id."""
        ...

    def get(self, absence: int) -> Absence | None:
        """One absence, over or not."""
        ...

    def began(self, place: Place, absence: int, now: datetime) -> None:
        """Their open problems were handed on."""
        ...

    def end(self, place: Place, absence: int, *, actor: str | None, now: datetime) -> None:
        """It is over: on its date, earlier, or because another one replaces it."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: who was away, or covers, is called by the other id."""
        ...

    def turning(self, day: date) -> Sequence[int]:
        """The communities where an absence may begin or end before this day."""
        ...
