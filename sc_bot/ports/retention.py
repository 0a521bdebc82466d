"""What has a term, as the use cases need it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from sc_bot.ports.community import Place


class Retention(Protocol):
    """Everything that is kept only so long."""

    def naming(self, place: Place, closed_before: datetime, limit: int) -> Sequence[int]:
        """The problems closed before then that still say who took part, the oldest first."""
        ...

    def worded(self, place: Place, closed_before: datetime, limit: int) -> Sequence[int]:
        """The problems closed before then that still have words, the oldest first."""
        ...

    def remove_identities(self, ids: Sequence[int], now: datetime) -> None:
        """Nobody is named in these problems any more, and no message about them stands in Slack."""
        ...

    def remove_words(self, ids: Sequence[int], instead: str, now: datetime) -> None:
        """Nothing that was written about these problems is left; `instead` stands in its place."""
        ...

    def forget_meetings(self, place: Place, before: datetime) -> int:
        """Nobody is named any more in meetings held before then; returns how often somebody was."""
        ...

    def forget_meeting_words(self, place: Place, before: datetime, instead: str) -> int:
        """Nothing is left of what was written in meetings held before then; returns how many texts it was."""
        ...

    def forget_changes(self, place: Place, before: datetime, limit: int) -> int:
        """Who changed what about whom before then is not told any more; returns how many changes it was."""
        ...

    def forget_rows(self, place: Place, before: datetime) -> int:
        """Absences that ended before then, and who was sent a workbook before then; returns how many."""
        ...

    def forget_registers(self, place: Place, accesses_before: datetime, incidents_before: date) -> int:
        """What the registers hold from before then; returns how much."""
        ...

    def forget_requests(self, before: datetime, limit: int) -> int:
        """Requests made before then; returns how many."""
        ...

    def take_back_old(self, kinds: Sequence[str], before: datetime, now: datetime, limit: int) -> int:
        """Messages of no problem sent before then go from Slack: of some kinds, or (none given) of any that ages."""
        ...

    def forget_taken_back(self) -> int:
        """What is gone from Slack goes from the outbox; returns how many messages it was."""
        ...
