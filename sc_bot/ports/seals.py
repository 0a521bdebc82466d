"""The history's daily seals, as the use cases need them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from sc_bot.domain.seals import Marks, Seal
from sc_bot.ports.community import Place


class Seals(Protocol):
    """What was sealed, and what would be."""

    def last(self, place: Place) -> Seal | None:
        """The newest seal of a community."""
        ...

    def first_day(self, place: Place) -> date | None:
        """The day of the first step of its history."""
        ...

    def marks(self, place: Place, first: date, last: date) -> Mapping[date, Marks]:
        """The marks of its history as it stands, of each day of a stretch on which something happened."""
        ...

    def keep(self, place: Place, seal: Seal) -> bool:
        """Store a seal; False: that day is sealed already."""
        ...

    def all(self, place: Place) -> Sequence[Seal]:
        """Every seal of a community, oldest first."""
        ...
