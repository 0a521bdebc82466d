"""Dates without a year: the next one within twelve months, confirmed if this year's passed lately (R10)."""

from collections.abc import Callable
from datetime import date

from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.reasons import Doubt, Note, Reason

NEXT_LEAP_YEAR = 8  # years at most from one 29 February to the next


def in_coming_year(
    reader: Reader, in_year: Callable[[int], date | None], shape: Shape = Shape.DAY, *, confirm: bool = True
) -> Named | Trouble:
    """The first of the yearly days that has not passed.

    Args:
        reader: knows today.
        in_year: the day in a given year, None if that year lacks it.
        shape: what the words name.
        confirm: whether a day that passed lately must be confirmed; a holiday need not.
    """
    year = reader.today.year
    this, following = in_year(year), in_year(year + 1)
    last = in_year(year - 1)  # week 53 may end in January
    for day in (last, this):
        if day and day >= reader.today:
            return Named(day, shape)
    if following is None:
        return _in_a_leap_year(reader, in_year, shape)
    lately = confirm and this and (reader.today - this).days <= reader.conventions.confirm_within_days
    return Named(following, shape, doubt=Doubt.PASSED_LATELY if lately else None, notes=(Note.NEXT_YEAR,))


def _in_a_leap_year(reader: Reader, in_year: Callable[[int], date | None], shape: Shape) -> Named | Trouble:
    """29 February is not within twelve months: its year must be confirmed. 30 February is in no year."""
    year = reader.today.year
    found = next((day for each in range(year + 2, year + NEXT_LEAP_YEAR + 1) if (day := in_year(each))), None)
    return Named(found, shape, doubt=Doubt.PASSED_LATELY) if found else Trouble(Reason.IMPOSSIBLE)
