"""When something is due: a local day, or an hour of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Due:
    """By the end of a local day, or at an instant of that day if `at` is given.

    The instant carries the offset of the calendar's zone, so that the two readings of a repeated hour differ.
    """

    day: date
    at: datetime | None = None

    def __str__(self) -> str:
        return self.at.isoformat(timespec="minutes") if self.at else self.day.isoformat()

    def ends(self, zone: ZoneInfo) -> datetime:
        """The instant after which it is late: the hour itself, else the end of the day in that zone."""
        return self.at or datetime.combine(self.day + timedelta(days=1), time(), zone)


def due_from(text: str) -> Due:
    """Read what `str(due)` wrote.

    Raises:
        ValueError: it did not.
    """
    if "T" not in text:
        return Due(date.fromisoformat(text))
    at = datetime.fromisoformat(text)
    return Due(at.date(), at)
