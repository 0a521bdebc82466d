"""The weekly digests, as the use cases need them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from sc_bot.ports.community import Place


class Digests(Protocol):
    """Who had which week's digest."""

    def last(self, place: Place) -> Mapping[str, date]:
        """The last week of each person of a community whose digest was sent, or had passed when they came."""
        ...

    def had(self, place: Place, weeks: Mapping[str, date], now: datetime) -> None:
        """From now on these are their last weeks; a later one that is known stands."""
        ...
