"""Cycle reviews and archives, as the use cases need them."""

from datetime import datetime
from typing import Protocol

from sc_bot.domain.cycles import Archive, Review
from sc_bot.ports.community import Place


class Cycles(Protocol):
    """How a community lives, reviews itself and ends."""

    def last(self, place: Place) -> Review | None:
        """The last review that was asked for."""
        ...

    def review(self, place: Place, number: int, *, to_change: bool = False) -> Review | None:
        """One review; locked when it is to change."""
        ...

    def ask(self, place: Place, review: Review) -> bool:
        """Keep that a review is asked for; False: it is already."""
        ...

    def hold(self, place: Place, review: Review) -> None:
        """Keep that it was held, and what came of it."""
        ...

    def archive(self, place: Place, archive: Archive) -> None:
        """From now on the community is only read; audited, and it gets a new version."""
        ...

    def undo(self, place: Place, by: str, now: datetime) -> None:
        """It may be changed again; audited, and it gets a new version."""
        ...
