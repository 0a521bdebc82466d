"""Counting, as the digest, Home and the workbook need it."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from sc_bot.domain.counts import CommunityCounts, Wait
from sc_bot.ports.community import Place


class Counts(Protocol):
    """Counts of a community, by a constant number of queries."""

    def of(self, place: Place, since: datetime, now: datetime) -> CommunityCounts:
        """Count as it stands at `now`, and what happened since."""
        ...

    def freed(self, place: Place) -> Decimal:
        """Hours a week that solved problems free, as it was said when each was closed last; of the whole community."""
        ...

    def waits(self, place: Place, institution: str, now: datetime, limit: int) -> Sequence[Wait]:
        """What an institution waits for, and what is waited for from it; the oldest problems first."""
        ...

    def keep(self, place: Place, week: date, counts: CommunityCounts) -> None:
        """Keep a week's counts, for the digests of that week and for later comparison; the first stand."""
        ...

    def kept(self, place: Place, until: date, weeks: int) -> Sequence[tuple[date, CommunityCounts]]:
        """The last kept weeks, up to the one that begins on that Monday; the oldest first."""
        ...
