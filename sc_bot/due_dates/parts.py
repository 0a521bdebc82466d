"""Parts of a week, a month or a longer stretch (R5): *early next week*, *mi-décembre*, *fin du trimestre*."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from sc_bot.due_dates.calendar_steps import A_WEEK, day_of, in_week_of, last_of_month
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.weeks import day_in_week, week_of
from sc_bot.due_dates.words import Part
from sc_bot.due_dates.years import in_coming_year


def _days_in_month(reader: Reader, year: int, month: int, part: Part) -> list[date]:
    """Early is the 10th, the middle the 15th, the end the last day; the *start* may be the 1st as well."""
    early, middle = reader.conventions.early_in_month, reader.conventions.middle_of_month
    if part is Part.END:
        return [last_of_month(year, month)]
    days = {Part.EARLY: [early], Part.START: [1, early], Part.MIDDLE: [middle]}[part]
    return [found for day in days if (found := day_of(year, month, day))]


def _part_of_stretch(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    for stretch in reader.stretches(found.text("stretch")):
        if isinstance(stretch, Named) and stretch.shape.is_stretch:
            yield from _part(reader, stretch, found.part())


def _part(reader: Reader, stretch: Named, part: Part) -> Days:
    """A quarter or a year has an end; its beginning and middle are too vague to promise."""
    if part is Part.END:
        return [replace(stretch, shape=Shape.EDGE, first=None, notes=())]
    if stretch.shape is Shape.WEEK:
        days = day_in_week(reader, stretch, part)
    elif stretch.shape is Shape.MONTH:
        days = _days_in_month(reader, stretch.begins.year, stretch.begins.month, part)
    else:
        return [Trouble(Reason.VAGUE)]
    return [Named(day, doubt=stretch.doubt or _doubt_of(days)) for day in days]


def _doubt_of(days: list[date]) -> Doubt | None:
    return Doubt.USAGE if len(days) > 1 else None


def _part_of_named_month(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """*Mi-novembre*, said on the 19th, has passed lately: R10 counts from the part, not from the month."""
    shape = Shape.EDGE if found.part() is Part.END else Shape.DAY
    days = _days_in_month(reader, reader.today.year, found.month(), found.part())
    for index in range(len(days)):
        named = in_coming_year(reader, partial(_nth_day, found, reader, index), shape)
        if isinstance(named, Named):
            yield replace(named, doubt=named.doubt or _doubt_of(days))


def _nth_day(found: Found, reader: Reader, index: int, year: int) -> date:
    return _days_in_month(reader, year, found.month(), found.part())[index]


def _part_of_this_week(found: Found, reader: Reader) -> Days:
    """*Mi-semaine*: this week's, or the next one's to confirm once it has passed."""
    days = day_in_week(reader, week_of(reader, reader.today), found.part())
    to_come = [Named(day, doubt=_doubt_of(days)) for day in days if day >= reader.today]
    return to_come or [Named(day + A_WEEK, doubt=Doubt.PASSED_LATELY) for day in days]


def _part_of_this_month(found: Found, reader: Reader) -> Days:
    today = reader.today
    days = _days_in_month(reader, today.year, today.month, found.part())
    if found.part() is Part.END:
        return [Named(days[0], Shape.EDGE)]
    if to_come := [day for day in days if day >= today]:
        return [Named(day, doubt=_doubt_of(days)) for day in to_come]
    following = last_of_month(today.year, today.month + 1)
    days = _days_in_month(reader, following.year, following.month, found.part())
    return [Named(day, doubt=Doubt.PASSED_LATELY) for day in days]


def _end_of_this_week(_: Found, reader: Reader) -> Days:
    return [Named(in_week_of(reader.today, reader.conventions.end_of_week), Shape.EDGE)]


def _end_of(text: str) -> Callable[[Found, Reader], Days]:
    """The end of a stretch that goes by a shorter name."""
    return lambda _, reader: [
        replace(each, shape=Shape.EDGE, first=None, notes=()) if isinstance(each, Named) else each
        for each in reader.stretches(text)
    ]


_OF = r"(?:of the |of |in the |in |de la |de l'|du |de |d'|la |l'|le |the )?"
_AT = r"(?:(?:a la|a l'|au|en|la|le|the|at the|in the|toward the|by the) )?"
_EARLY = r"(?P<part>debut|early|beginning|start|mi|mid|milieu|middle)"
_NO_WEEKEND = r"(?!(?:la |a la |en )?fin de semaine (?!\d))"  # R8; but *fin de semaine 50* is its Friday
PARTS_OF_STRETCHES: tuple[Row[Named | Trouble], ...] = (
    (rf"{_AT}{{part}} {_OF}{{month}}", _part_of_named_month),
    (rf"{_NO_WEEKEND}{_AT}{{part}} {_OF}{{stretch}}", _part_of_stretch),
    (rf"{_AT}{{part}} {_OF}(?:mois|month)", _part_of_this_month),
    ((rf"{_AT}{_EARLY} {_OF}(?:semaine|week|sem)", r"(?P<part>mid)week"), _part_of_this_week),
    ((rf"{_AT}fin de (?:la|cette) (?:semaine|sem)", rf"{_AT}end of (?:the |this )?week"), _end_of_this_week),
    (r"eow|end of wk|week's end", _end_of_this_week),
    (r"eom|(?:the )?month'?s? end", _end_of("this month")),
    (r"eoq|(?:the )?quarter'?s? end", _end_of("this quarter")),
    (r"eoy|(?:the )?year'?s? end|yearend", _end_of("this year")),
    (r"eofy|fye|(?:fiscal|financial) year'?s? end", _end_of("fiscal year")),
)
