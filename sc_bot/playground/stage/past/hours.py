"""When people act: those who hold an office in working hours, authors whenever they are at work or home from it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sc_bot.domain.working_time import WorkingCalendar

OFFICE_OPENS, OFFICE_CLOSES = time(8), time(17)
LAST_START = time(15, 45)  # what comes later is for the next working day
A_LITTLE_LATER = (15, 70)  # minutes, in an office; never past its closing
REPORT_HOURS = (7, 8, 8, 9, 10, 11, 13, 14, 15, 15, 16, 17, 19, 21)  # nights are written in the cast
AUTHOR_HOURS = (7, 8, 10, 12, 13, 15, 16, 18, 20)
LATER_THAT_DAY = (40, 240)  # minutes, for an author between two clients


@dataclass(frozen=True, slots=True)
class Hours:
    """Draws instants, in UTC; the same ones for the same `chance`."""

    calendar: WorkingCalendar
    chance: Random

    def report(self, day: date, at: time | None) -> datetime:
        """When a report of that day is written."""
        return self._at(day, at or self._within(REPORT_HOURS))

    def author(self, after: datetime, days: int) -> datetime:
        """When an author acts, so many days later."""
        if days == 0:
            return after + self._minutes(LATER_THAT_DAY)
        return self._at(self.calendar.local_date(after) + timedelta(days=days), self._within(AUTHOR_HOURS))

    def office(self, after: datetime, days: int) -> datetime:
        """When somebody who holds an office acts, so many working days later, more or less."""
        if days == 0:
            return self._soon(after)
        day = self.calendar.add_working_days(self.calendar.local_date(after), days + self.chance.randint(0, days // 3))
        return self._at(day, self._within(range(OFFICE_OPENS.hour, OFFICE_CLOSES.hour)))

    def _soon(self, after: datetime) -> datetime:
        """A little later the same day, if the office is open; else in the next working morning."""
        today = self.calendar.local_date(after)
        if self.calendar.is_working_day(today):
            begins = max(after, self.calendar.at(today, OFFICE_OPENS))
            if begins <= self.calendar.at(today, LAST_START):
                return begins.astimezone(UTC) + self._minutes(A_LITTLE_LATER)
        return self._at(self.calendar.next_working_day(today), self._within((OFFICE_OPENS.hour,)))

    def _at(self, day: date, at: time) -> datetime:
        return self.calendar.at(day, at).astimezone(UTC)

    def _within(self, hours: tuple[int, ...] | range) -> time:
        return time(self.chance.choice(hours), self.chance.randrange(60))

    def _minutes(self, between: tuple[int, int]) -> timedelta:
        return timedelta(minutes=self.chance.randint(*between))
