"""The weekly digests of a place against a walk through its days: every time zone, ten years, with random looks.

`python -m tests.digests.every_zone 600 10` tries so many zones for so many years.
"""

import sys
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from sc_bot.domain.digests import latest_week
from sc_bot.domain.policies import Weekday, WeeklyDigest
from sc_bot.domain.working_time import WorkingCalendar
from tests.followups.every_zone import OFF, YEARS, days, shows, zones

A_DAY = timedelta(days=1)
HABITS = (
    WeeklyDigest(),
    WeeklyDigest(),
    WeeklyDigest(Weekday.FRIDAY, time(16)),
    WeeklyDigest(Weekday.SUNDAY, time(2, 30)),
)
"""As most have it; at the end of the week; on a day off, at an hour that a change of the clocks may skip."""


def walked(zone: ZoneInfo, habit: WeeklyDigest, years: int) -> list[tuple[date, datetime]]:
    """Every week and the instant of its digest, found by walking from its day to one that people work on."""
    found = []
    for monday in (day for day in days(years) if day.weekday() == 0):
        day = monday + A_DAY * habit.weekday
        while day.weekday() >= 5 or day in OFF:
            day += A_DAY
        found.append((monday, shows(zone, day, habit.at)))
    return found


def wrong_in(name: str, habit: WeeklyDigest, years: int, chance: Random) -> list[str]:
    """What is missed, said twice or too early in one zone: looked at before and after each moment, and at random."""
    zone = ZoneInfo(name)
    calendar, weeks = WorkingCalendar(zone, OFF), walked(zone, habit, years)
    found = []
    for (week, moment), (_, following) in pairwise(weeks):
        last = following - timedelta(seconds=1)
        for now in (moment, moment + chance.random() * (last - moment), last):
            latest = latest_week(now, habit, calendar)
            if latest != week:
                found.append(f"{name} {habit}: at {now.isoformat()} {latest}, not {week}")
    return found


def wrong(names: Iterable[str], years: int) -> list[str]:
    """The same for several zones, each with a habit."""
    found = []
    for number, name in enumerate(names):
        chance = Random(number)  # noqa: S311 - repeatable
        found += wrong_in(name, HABITS[number % len(HABITS)], years, chance)
    return found


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    so_long = int(sys.argv[2]) if len(sys.argv) > 2 else YEARS
    everywhere = zones()[:many]
    mistakes = wrong(everywhere, so_long)
    sys.stdout.write("".join(f"{each}\n" for each in mistakes[:20]))
    sys.stdout.write(f"{len(everywhere)} zones, {so_long} years, {len(mistakes)} wrong\n")
