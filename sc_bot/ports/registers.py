"""The registers of the privacy officer, as the use cases need them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.accesses import Access, Screen
from sc_bot.domain.incidents import Incident
from sc_bot.ports.community import Place


class Accesses(Protocol):
    """Who looked at an identity that is kept from others."""

    screen: Screen
    """By what this unit of work shows it, where nothing else is said."""

    def note(self, place: Place, reader: str | None, subject: str, screen: Screen | None, now: datetime) -> None:
        """Keep that it was read, once a day; stored when the unit of work ends, also one that only reads."""
        ...

    def newest(self, place: Place, limit: int) -> Sequence[Access]:
        """The register, the newest first."""
        ...


class Incidents(Protocol):
    """The register of incidents."""

    def record(self, place: Place, incident: Incident) -> Incident:
        """Keep an entry; it gets the next number."""
        ...

    def all(self, place: Place) -> Sequence[Incident]:
        """Every entry, the newest first."""
        ...
