"""Steps in the calendar that cannot raise: weeks, months, days that may not exist."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
SATURDAY, SUNDAY = 5, 6
DECEMBER = 12


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, if it exists."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; months beyond December count on into the next years."""
    year, month = year + (month - 1) // DECEMBER, (month - 1) % DECEMBER + 1
    return date(year, month, monthrange(year, month)[1])


def first_of_month(year: int, month: int) -> date:
    """The first day of a month, counted likewise."""
    return last_of_month(year, month).replace(day=1)


def months_later(day: date, count: int) -> date | None:
    """The same day of a later month, or its last day if it is shorter; None beyond the end of the calendar."""
    if day.year + count // DECEMBER + 1 > MAXYEAR:
        return None
    last = last_of_month(day.year, day.month + count)
    return last.replace(day=min(day.day, last.day))


def in_week_of(day: date, weekday: int) -> date:
    """A day of the same week; weeks begin on Monday."""
    return day + A_DAY * (weekday - day.weekday())


def coming(today: date, weekday: int) -> date:
    """The next such weekday, strictly after today (R3)."""
    return today + A_DAY * ((weekday - today.weekday() - 1) % 7 + 1)


def week_of_year(year: int, number: int) -> date | None:
    """The Monday of an ISO week, if that year has it."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as Meeus gives it)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
