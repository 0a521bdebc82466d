"""Weeks (R5): from Monday on, due on their Friday."""

from collections.abc import Callable
from datetime import date

from sc_bot.due_dates.calendar_steps import (
    A_DAY,
    A_WEEK,
    SATURDAY,
    first_of_month,
    in_week_of,
    last_of_month,
    week_of_year,
)
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.numbers import LAST
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Note, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import Part
from sc_bot.due_dates.years import in_coming_year

_JANUARY_4 = 4  # always in the year's first week


def week_of(reader: Reader, day: date, doubt: Doubt | None = None) -> Named:
    """The whole week of a day, due on its Friday."""
    return Named(
        in_week_of(day, reader.conventions.end_of_week),
        Shape.WEEK,
        in_week_of(day, 0),
        doubt=doubt,
        notes=(Note.LAST_OF_STRETCH,),
    )


def day_in_week(reader: Reader, week: Named, part: Part) -> list[date]:
    """Early is Tuesday, the middle Wednesday, the end Friday; the *start* may be Monday as well."""
    habits = reader.conventions
    weekdays: dict[Part, list[int]] = {
        Part.EARLY: [habits.early_in_week],
        Part.START: [0, habits.early_in_week],
        Part.MIDDLE: [habits.middle_of_week],
        Part.END: [habits.end_of_week],
    }
    return [in_week_of(week.begins, weekday) for weekday in weekdays[part]]


def _in_weeks(*counts: int) -> Callable[[Found, Reader], Days]:
    """The week so many weeks on; several are several candidates."""
    doubt = Doubt.USAGE if len(counts) > 1 else None
    return lambda _, reader: [week_of(reader, reader.today + A_WEEK * count, doubt) for count in counts]


def _coming_week(_: Found, reader: Reader) -> Days:
    """*The coming week*: the next one, or the seven days from now."""
    a_week_on = Named(reader.today + A_WEEK, doubt=Doubt.USAGE)
    return [week_of(reader, reader.today + A_WEEK, Doubt.USAGE), a_week_on]


def _week_of_date(found: Found, reader: Reader) -> Days:
    """*La semaine du 7 décembre*; a week that has begun counts, so that the 16th is near on the 19th."""
    since = reader.as_of(in_week_of(reader.today, 0) - A_DAY)
    return [week for each in since.dates(found.text("day")) for week in _weeks_of(reader, each)]


def _weeks_of(reader: Reader, day: Named | Trouble) -> Days:
    """After a Sunday, the week that it begins for some is meant as well."""
    if isinstance(day, Trouble):
        return [day]
    if day.due.weekday() < SATURDAY:
        return [week_of(reader, day.due, day.doubt)]
    return [week_of(reader, each, Doubt.USAGE) for each in (day.due, day.due + A_WEEK)]


def _numbered(found: Found, reader: Reader) -> Days:
    """*Semaine 50*: ISO weeks; a week that passed lately is confirmed as other dates are (R10)."""
    number = int(found.text("number"))

    def friday(year: int) -> date | None:
        monday = week_of_year(year, number)
        return monday and in_week_of(monday, reader.conventions.end_of_week)

    if "year" in found:
        exact = friday(found.number("year"))
        return [week_of(reader, exact) if exact else Trouble(Reason.IMPOSSIBLE)]
    named = in_coming_year(reader, friday)
    return [named if isinstance(named, Trouble) else week_of(reader, named.due, named.doubt)]


def _week_of_month(found: Found, reader: Reader) -> Days:
    """*La première semaine de décembre*: the week of the 1st, or the first whole one; the last one likewise."""
    return [
        week
        for month in reader.stretches(found.text("stretch"))
        if isinstance(month, Named) and month.shape is Shape.MONTH
        for week in _counted(reader, month, found.which())
    ]


def _counted(reader: Reader, month: Named, which: int) -> list[Named]:
    begins = month.begins
    if which == LAST:
        days = [last_of_month(begins.year, begins.month) - A_WEEK * back for back in (1, 0)]
    else:
        days = [first_of_month(begins.year, begins.month) + A_WEEK * (which - 1 + on) for on in (0, 1)]
    return [week_of(reader, day, Doubt.USAGE) for day in days]


DURING = (
    r"(?:(?:some ?time|any ?time|later|plus tard|courant|durant|pendant|during|over|dans|within|au cours|au courant"
    r"|dans le courant|in the course)(?: de| of)? )?"
)
_WEEK = r"(?:semaine|sem|week|wk)"
_NUMBER = r"(?P<number>\d{1,2})"
_SOME_WEEK = rf"(?:(?:la|the|in the|in|en|a la|during the|pendant la) )?{{which}} {_WEEK}"
WEEKS: tuple[Row[Named | Trouble], ...] = (
    (rf"{DURING}(?:cette|this|la presente|the current) {_WEEK}(?: ci)?", _in_weeks(0)),
    (rf"{DURING}la semaine (?:en cours|courante)", _in_weeks(0)),
    ((rf"{DURING}(?:la )?{_WEEK} proch(?:aine)?", rf"{DURING}next {_WEEK}"), _in_weeks(1)),
    (rf"(?:(?:la )?prochaine|(?:the )?(?:coming|upcoming)) {_WEEK}", _coming_week),
    (rf"(?:la )?{_WEEK} qui (?:s'en )?vient", _coming_week),
    (rf"(?:the )?{_WEEK} after next", _in_weeks(2)),
    (rf"(?:l'autre|the other|the following) {_WEEK}", _in_weeks(1, 2)),
    (rf"(?:(?:la )?{_WEEK} (?:suivante|d'apres)|the {_WEEK} after)", _in_weeks(1, 2)),
    (
        rf"{DURING}(?:dans )?(?:la |the )?{_WEEK} (?:of|du|de|beginning|commencing|starting)(?: the)? {{day}}",
        _week_of_date,
    ),
    (
        rf"{DURING}(?:la |the )?(?:{_WEEK}|w|s) ?(?:no |numero |number )?{_NUMBER}(?:(?: de| of| en)? {{year}})?",
        _numbered,
    ),
    (rf"{{year}} ?-?(?:w|s){_NUMBER}", _numbered),
    (rf"{_SOME_WEEK} {{of}}{{stretch}}", _week_of_month),
)
