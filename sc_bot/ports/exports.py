"""Exports: the whole of a community, read page by page; and who was sent one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.exports import Dossier, Export, Wanted
from sc_bot.ports.community import Place


class Exports(Protocol):
    """Workbooks, and what they are made of."""

    def dossiers(self, place: Place, wanted: Wanted, after: int, limit: int) -> Sequence[Dossier]:
        """The next problems behind the id `after`, oldest first, by a constant number of queries; none withdrawn."""
        ...

    def sizes(self, place: Place) -> tuple[int, int]:
        """How many problems and how many steps there are."""
        ...

    def ask(self, place: Place, person: str, key: str, now: datetime, meeting: datetime | None = None) -> Export | None:
        """Keep that somebody gets a workbook, once a key; None when it is kept already."""
        ...

    def get(self, export: int) -> Export | None:
        """One that was asked for."""
        ...

    def is_asked(self, place: Place, key: str) -> bool:
        """Whether one is kept under this key."""
        ...
