"""Working time: which days count, and what a local clock time means where a person works.

A `WorkingCalendar` is a value: a time zone, the days off and the weekend. Dates are local to the calendar's
zone; instants are aware datetimes in any zone. Nothing here asks what day it is.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY, ONE_SECOND = timedelta(days=1), timedelta(seconds=1)
SATURDAY, SUNDAY = 5, 6
A_WHOLE_WEEK = 7


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days and the clock of one place of work.

    Raises:
        ValueError: every day of the week would be a day off, so that no working day could ever be found.
    """

    timezone: ZoneInfo
    holidays: frozenset[date] = frozenset()
    weekend: tuple[int, ...] = (SATURDAY, SUNDAY)

    def __post_init__(self) -> None:
        if len(set(self.weekend)) >= A_WHOLE_WEEK:
            raise ValueError("a calendar needs at least one working day a week")

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day: neither a weekend day nor a holiday."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def add_working_days(self, day: date, count: int) -> date:
        """Return the day `count` working days after `day` (before it when negative).

        The day itself does not count, so one working day after a Saturday is the Monday. Zero gives the day
        back unchanged, even when it is a day off.
        """
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after `start` up to and including `end`; negative when `end` is earlier.

        It undoes `add_working_days`: between a day and n working days after it lie n.
        """
        if end < start:
            return -sum(self.is_working_day(start - ONE_DAY * back) for back in range(1, (start - end).days + 1))
        return sum(self.is_working_day(start + ONE_DAY * on) for on in range(1, (end - start).days + 1))

    def next_working_day(self, day: date) -> date:
        """Return the first working day strictly after `day`."""
        return self.add_working_days(day, 1)

    def local_date(self, instant: datetime) -> date:
        """Return the date that the calendar's zone shows at that instant."""
        return instant.astimezone(self.timezone).date()

    def at(self, day: date, clock: time) -> datetime:
        """Return the instant when the local clock shows `clock` on that day, in the calendar's zone.

        An hour that the spring change skips gives the first moment that exists after it; an hour that the
        autumn change repeats gives its first occurrence.
        """
        wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
        local = wall.replace(tzinfo=self.timezone)
        if _as_the_clock_shows(local) == wall:
            return local
        return self._end_of_gap(local)

    def in_quiet_hours(self, instant: datetime, quiet_from: time, quiet_to: time) -> bool:
        """Whether the local clock stands in the quiet hours; they may pass midnight and exclude their end."""
        clock = instant.astimezone(self.timezone).time()
        if quiet_from <= quiet_to:
            return quiet_from <= clock < quiet_to
        return clock >= quiet_from or clock < quiet_to

    def next_morning_list(self, instant: datetime, at: time) -> datetime:
        """Return the first occurrence of the clock time `at` on a working day, strictly after the instant."""
        today = self.local_date(instant)
        if self.is_working_day(today) and self.at(today, at) > instant.astimezone(UTC):
            return self.at(today, at)
        return self.at(self.next_working_day(today), at)

    def _end_of_gap(self, skipped: datetime) -> datetime:
        """Return the moment when the clock jumps over `skipped`.

        Read with the offset before the jump, a skipped time lies after it; with the offset behind the jump,
        before it. The jump is found between the two by halving.
        """
        skipped = skipped.replace(microsecond=0)
        before, after = skipped.replace(fold=1).astimezone(UTC), skipped.astimezone(UTC)
        offset_after = after.astimezone(self.timezone).utcoffset()
        while after - before > ONE_SECOND:
            middle = before + (after - before) // ONE_SECOND // 2 * ONE_SECOND
            if middle.astimezone(self.timezone).utcoffset() == offset_after:
                after = middle
            else:
                before = middle
        return after.astimezone(self.timezone)


def _as_the_clock_shows(local: datetime) -> datetime:
    """Return what a wall clock really shows at that instant: another time if the given one does not exist."""
    return local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None, fold=0)
