"""Dates in figures (R9): year first is plain; day and month are taken only if they can be read in one way."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sc_bot.due_dates.calendar_steps import day_of
from sc_bot.due_dates.clock_changes import with_its_offset
from sc_bot.due_dates.months import whole_month
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.spelled_dates import spelled
from sc_bot.due_dates.table import Found, Row

_CENTURY = 2000


def _year_first(found: Found, reader: Reader) -> Days:
    return [spelled(reader, int(found.text("d")), int(found.text("m")), found.number("year"))]


def _instant(found: Found, reader: Reader) -> Days:
    """An instant with its own offset, such as `2026-12-15T19:30Z`; seconds are dropped."""
    text = f"{found.text('date')}T{found.text('clock')}{found.text('offset').replace('z', '+00:00') or '+00:00'}"
    try:
        at = with_its_offset(datetime.fromisoformat(text), reader.agenda.calendar.timezone)
    except (ValueError, OverflowError):
        return [Trouble(Reason.IMPOSSIBLE)]
    return [Named(at.date(), Shape.DELAY, at=at)]


def _either_order(found: Found, reader: Reader) -> Days:
    first, second = int(found.text("a")), int(found.text("b"))
    year = found.number("year") if "year" in found else None
    if (first, second, year) == (24, 7, None):
        return []  # round the clock
    return list(_agreed((spelled(reader, day, month, year) for day, month in ((first, second), (second, first)))))


def _agreed(readings: Iterable[Named | Trouble]) -> Iterator[Named | Trouble]:
    """The dates that exist, in doubt if they differ; else why there is none."""
    readings = list(readings)
    named = list(dict.fromkeys(each for each in readings if isinstance(each, Named)))
    if not named:
        yield readings[0]
    for each in named:
        yield each if len(named) == 1 else replace(each, doubt=Doubt.DAY_MONTH_ORDER)


def _short_year(found: Found, _: Reader) -> Iterator[Named | Trouble]:
    """A year of two digits may stand first or last: every date to come is a candidate."""
    a, b, c = (int(found.text(each)) for each in ("a", "b", "c"))
    dates = {day_of(_CENTURY + c, b, a), day_of(_CENTURY + c, a, b), day_of(_CENTURY + a, b, c)}
    existing = sorted(each for each in dates if each)
    if not existing:
        yield Trouble(Reason.IMPOSSIBLE)
    for each in existing:
        yield Named(each, doubt=Doubt.TWO_DIGIT_YEAR)


def _month(found: Found, reader: Reader) -> Days:
    """`2026-12` is a month."""
    return [whole_month(reader, int(found.text("m")), found.number("year"))]


def _with_dots(found: Found, reader: Reader) -> Days:
    """`15.12` may also be an hour: always confirmed."""
    return [
        replace(each, doubt=Doubt.DAY_MONTH_ORDER) if isinstance(each, Named) else each
        for each in _either_order(found, reader)
    ]


_AB = r"(?:le |on |au |du )?(?P<a>\d{1,2})(?P<sign>[-/])(?P<b>\d{1,2})"
_DOTTED = r"(?:le |on |au |du )?(?P<a>\d{1,2})(?P<sign>\.)(?P<b>\d{1,2})"
_CLOCK = r"(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
NUMERIC_DATES: tuple[Row[Named | Trouble], ...] = (
    (r"(?:le |on |au |du )?{year}(?P<sign>[-/. ])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})", _year_first),
    (r"(?P<year>20\d\d)(?P<m>\d\d)(?P<d>\d\d)", _year_first),
    (rf"(?P<date>\d{{4}}-\d\d-\d\d)[t ]{_CLOCK} ?(?P<offset>z|[+-]\d\d:\d\d)", _instant),
    (rf"(?P<date>\d{{4}}-\d\d-\d\d)[t ]{_CLOCK} ?(?:utc|gmt)", _instant),
    (_AB, _either_order),
    (rf"{_AB}(?P=sign){{year}}", _either_order),
    (r"(?:le |on )?(?P<a>\d{1,2}) (?P<b>\d{1,2}) {year}", _either_order),
    (_DOTTED, _with_dots),
    (rf"{_DOTTED}\.{{year}}", _either_order),
    (rf"{_AB}(?P=sign)(?P<c>\d\d)", _short_year),
    (r"{year}[-/](?P<m>\d\d)|(?P<m2>\d\d)[-/]{year}", _month),
)
