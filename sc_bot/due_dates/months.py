"""Months (R5): due on their last calendar day, even on a weekend."""

from collections.abc import Callable

from sc_bot.due_dates.calendar_steps import DECEMBER, first_of_month, last_of_month
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Note, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.years import in_coming_year

QUARTER, YEAR = 3, 12  # months
_SHAPES = {1: Shape.MONTH, QUARTER: Shape.QUARTER, YEAR: Shape.YEAR}


def months_from(year: int, month: int, count: int = 1, doubt: Doubt | None = None) -> Named:
    """So many months from one on; months beyond December count on."""
    return Named(
        last_of_month(year, month + count - 1),
        _SHAPES[count],
        first_of_month(year, month),
        doubt=doubt,
        notes=(Note.LAST_OF_STRETCH,),
    )


def whole_month(reader: Reader, month: int, year: int | None = None) -> Named | Trouble:
    """A month of the calendar; without a year the next one that has not passed."""
    if not 1 <= month <= DECEMBER or year == 0:
        return Trouble(Reason.IMPOSSIBLE)
    if year is not None:
        return months_from(year, month)
    found = in_coming_year(reader, lambda each: last_of_month(each, month))
    return found if isinstance(found, Trouble) else months_from(found.due.year, month, doubt=found.doubt)


def _in_months(count: int) -> Callable[[Found, Reader], Days]:
    return lambda _, reader: [months_from(reader.today.year, reader.today.month + count)]


def _named(found: Found, reader: Reader) -> Days:
    return [whole_month(reader, found.month(), found.number("year") if "year" in found else None)]


def _next_named(found: Found, reader: Reader) -> Days:
    """*Décembre prochain*, said in November: this one or next year's; *janvier prochain*: the only one near."""
    month, year = found.month(), reader.today.year
    if month < reader.today.month:
        return [months_from(year + 1, month)]
    return [months_from(each, month, doubt=Doubt.NEXT_WEEKDAY) for each in (year, year + 1)]


_DURING = (
    r"(?:(?:le |the )?(?:some ?time|any ?time|later|plus tard|courant|durant|pendant|during|dans|within"
    r"|au cours|au courant|dans le courant|in the course)?(?: de| of| in)? ?)?"
)
_MONTH = r"(?:en |in |le mois de |the month of |mois de |month of |l')?"
MONTHS: tuple[Row[Named | Trouble], ...] = (
    (rf"{_DURING}(?:ce|this|le present|the current) (?:mois|month)(?: ci)?", _in_months(0)),
    (rf"{_DURING}(?:le )?mois (?:en cours|courant)", _in_months(0)),
    (rf"{_DURING}(?:(?:le )?mois (?:prochain|qui vient)|(?:le )?prochain mois|next month)", _in_months(1)),
    (rf"{_DURING}{_MONTH}{{month}}(?: ?(?:de |of |in |en )?{{year}})?", _named),
    (r"{month} prochain|next {month}", _next_named),
)
BARE_MONTHS: tuple[Row[Named | Trouble], ...] = ((r"mois|month", _in_months(0)),)
"""Understood only where a part of them is named: *fin du mois*. Not the week: *fin de semaine* is the weekend."""
