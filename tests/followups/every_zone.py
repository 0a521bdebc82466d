"""The daily lists of a place against a walk through its days: every time zone, ten years.

The walk does not ask when the clock shows eight: it tries every offset that the place has around that day, and keeps
the earliest instant at which the clock really shows it; where there is none, it looks for the jump minute by minute.
`python -m tests.followups.every_zone 600 10` tries so many zones for so many years.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

from sc_bot.calendar import public_holidays
from sc_bot.domain.working_time import WorkingCalendar

FIRST, YEARS = date(2026, 1, 1), 10
OFF = public_holidays("CA-QC", 2025, 2037)
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
HOURS = (time(8), time(8), time(7, 30), time(0), time(0, 30), time(2, 30))
"""Eight, mostly; the others meet the changes of the clocks."""


def zones() -> list[str]:
    """Every zone that the system knows, in order."""
    return sorted(each for each in available_timezones() if each not in {"localtime", "posixrules", "Factory"})


def days(years: int) -> Iterator[date]:
    """Every day of some years."""
    day = FIRST
    while day.year < FIRST.year + years:
        yield day
        day += A_DAY


def shows(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """The first instant of the day at which the clock shows that time or, where it jumps over it, a later one."""
    wall = datetime.combine(day, clock, UTC)
    around = {zone.utcoffset((wall + A_DAY * each).replace(tzinfo=zone)) for each in (-1, 1)}
    around |= {zone.utcoffset(wall.replace(tzinfo=zone, fold=each)) for each in (0, 1)}
    tried = sorted(wall - offset for offset in around if offset is not None)
    real = [each for each in tried if each.astimezone(zone).replace(tzinfo=UTC) == wall]
    return real[0] if real else _first_after(zone, wall, tried[0])


def _first_after(zone: ZoneInfo, wall: datetime, instant: datetime) -> datetime:
    instant -= timedelta(hours=1)
    while instant.astimezone(zone).replace(tzinfo=UTC) < wall:
        instant += A_MINUTE
    return instant


def wrong_in(name: str, clock: time, years: int, chance: Random) -> list[str]:
    """What is missed, said twice or at another time in one zone."""
    zone = ZoneInfo(name)
    calendar = WorkingCalendar(zone, OFF)
    worked = [day for day in days(years) if day.weekday() < 5 and day not in OFF]
    wanted = [shows(zone, day, clock) for day in worked]
    steps = [calendar.at(day, clock) for day in worked]
    lists, now = [], wanted[0] - A_MINUTE
    for _ in worked:
        now = calendar.next_morning_list(now, clock)
        lists.append(now)
    looks = [wanted[0] + chance.random() * (wanted[-1] - wanted[0]) * 0.999 for _ in range(200)]
    after = [calendar.next_morning_list(each, clock) for each in looks]
    found = zip((*steps, *lists, *after), (*wanted, *wanted, *_next(wanted, looks)), strict=True)
    return [
        f"{name} {clock}: {each.isoformat()}, not {right.astimezone(zone).isoformat()}"
        for each, right in found
        if each != right
    ]


def _next(wanted: list[datetime], looks: Iterable[datetime]) -> list[datetime]:
    return [wanted[bisect_right(wanted, each)] for each in looks]


def wrong(names: Iterable[str], years: int) -> list[str]:
    """The same for several zones, each with an hour of its own."""
    found = []
    for number, name in enumerate(names):
        chance = Random(number)  # noqa: S311 - repeatable
        found += wrong_in(name, chance.choice(HOURS), years, chance)
    return found


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    so_long = int(sys.argv[2]) if len(sys.argv) > 2 else YEARS
    everywhere = zones()[:many]
    mistakes = wrong(everywhere, so_long)
    sys.stdout.write("".join(f"{each}\n" for each in mistakes[:50]))
    sys.stdout.write(f"{len(everywhere)} zones, {so_long} years, {len(mistakes)} wrong\n")
