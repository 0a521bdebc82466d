"""Days counted in a week, a month or a year: *le dernier jour ouvrable du mois*, *the first Monday of December*."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, SUNDAY, in_week_of, months_later
from sc_bot.due_dates.months import YEAR, months_from
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.weeks import week_of

_LONGEST_MONTH = 31


def _this_or_from_now(shape: Shape) -> Callable[[Found, Reader], Days]:
    """*Dans le mois*, *within the week*: before it ends, or so long from now."""

    def meaning(_: Found, reader: Reader) -> Days:
        today = reader.today
        if shape is Shape.WEEK:
            both = [week_of(reader, today), Named(today + A_WEEK)]
        else:
            count = 1 if shape is Shape.MONTH else YEAR
            first = today.month if shape is Shape.MONTH else 1
            later = months_later(today, count)
            both = [months_from(today.year, first, count), Named(later or today)]
        return [replace(each, doubt=Doubt.USAGE) for each in both]

    return meaning


def _edge_day(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """*Le dernier jour ouvrable du mois*, *the first business day of January*, *the last day of the month*."""
    for stretch in reader.stretches(found.text("stretch")):
        if isinstance(stretch, Named) and stretch.shape.is_stretch:
            last = found.which() < 0
            for day in _last_days(stretch) if last else [stretch.begins]:
                counted = _working(reader, day, -1 if last else 1) if "working" in found else day
                yield Named(counted, doubt=stretch.doubt)


def _last_days(stretch: Named) -> list[date]:
    """Of a week, Friday to some and Sunday to others."""
    return [stretch.due, in_week_of(stretch.begins, SUNDAY)] if stretch.shape is Shape.WEEK else [stretch.due]


def _working(reader: Reader, day: date, step: int) -> date:
    calendar = reader.agenda.calendar
    return day if calendar.is_working_day(day) else calendar.add_working_days(day, step)


def _nth_weekday(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """*Le premier lundi de décembre*, *the last Friday of the month*."""
    for month in reader.stretches(found.text("stretch")):
        if isinstance(month, Named) and month.shape is Shape.MONTH:
            days = [day for back in range(_LONGEST_MONTH) if (day := month.begins + A_DAY * back) <= month.due]
            days = [day for day in days if day.weekday() == found.weekday()]
            which = found.which()
            yield Named(days[which - 1 if which > 0 else which], doubt=month.doubt)


_OF = r"(?:of the |of |in the |in |de la |de l'|du |de |d'|la |l'|le |the )?"
_WHICH = r"(?:(?:le|the|on the|au) )?{which}"
DAYS_OF_STRETCHES: tuple[Row[Named | Trouble], ...] = (
    (r"(?:dans|within|in) (?:la semaine|the week)", _this_or_from_now(Shape.WEEK)),
    (r"(?:dans|within|in) (?:le mois|the month)", _this_or_from_now(Shape.MONTH)),
    (r"dans l'annee|(?:within|in) the year", _this_or_from_now(Shape.YEAR)),
    (rf"{_WHICH} (?:jour(?P<working> ouvrable| ouvre| de travail)?|day) {_OF}{{stretch}}", _edge_day),
    (rf"{_WHICH} (?P<working>business|working|work) ?day {_OF}{{stretch}}", _edge_day),
    (rf"{_WHICH} {{weekday}} {_OF}{{stretch}}", _nth_weekday),
)
