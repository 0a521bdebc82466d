"""Two names for one day: *vendredi 27 novembre*, *demain, le 20*, *vendredi prochain le 27* (R11).

Each must agree with the other; together they may settle what one of them leaves open.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.community import Language
from sc_bot.due_dates.calendar_steps import A_DAY
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.words import WEEKDAYS, one_of

_WEEKDAY = re.compile(rf"(?:on |le |the |un |a )?(?P<weekday>{one_of(WEEKDAYS)})")
_LINK = re.compile(r"(?:- |soit |c'est a dire |ie |i e |being )")
_NOON = 12
_SETTLED = {Doubt.NEXT_WEEKDAY, Doubt.DAY_MONTH_ORDER, Doubt.TODAY_OR_LATER, Doubt.USAGE}


def two_names(text: str, reader: Reader) -> Iterator[Named | Trouble]:
    """The days on which the two halves of a text agree, for every way to halve it."""
    for left, right in _halves(text):
        first = reader.days(left)
        second = reader.days(right) if first else ()
        if first and second:
            yield from _common(first, second)


def on_a_weekday(text: str, reader: Reader) -> Iterator[Named | Trouble]:
    """A weekday and a date, in either order."""
    for left, right in _halves(text):
        for said, other in ((left, right), (right, left)):
            if match := _WEEKDAY.fullmatch(said):
                found = _on_weekday(WEEKDAYS[match["weekday"]], reader.dates(other))
                yield from (_or_hour(each, other, reader) for each in found)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    words = text.split(" ")
    for index in range(1, len(words)):
        yield " ".join(words[:index]), _LINK.sub("", " ".join(words[index:]), count=1)


def _on_weekday(weekday: int, dates: Days) -> Days:
    kept = [each for each in dates if isinstance(each, Named) and each.due.weekday() == weekday]
    if kept:
        return _settled(kept, decided=len(kept) < len(dates))
    return [_mismatch(each) for each in dates]


def _or_hour(day: Named | Trouble, other: str, reader: Reader) -> Named | Trouble:
    """In English, *Friday 4* may be four o'clock."""
    hour = reader.language is Language.EN and other.isdigit() and int(other) <= _NOON
    return replace(day, doubt=Doubt.CLOCK_OR_HOURS) if hour and isinstance(day, Named) else day


def _mismatch(day: Named | Trouble) -> Trouble:
    """Either the weekday or the date is wrong: the example keeps the date."""
    return day if isinstance(day, Trouble) else Trouble(Reason.WEEKDAY_MISMATCH, day.due.isoformat())


def _common(first: Days, second: Days) -> Days:
    named = [[each for each in days if isinstance(each, Named)] for days in (first, second)]
    pairs = [(one, two) for one in named[0] for two in named[1]]
    common = list(dict.fromkeys(found for one, two in pairs if (found := _same(one, two))))
    if not common:
        return [Trouble(Reason.WEEKDAY_MISMATCH)]
    return _settled(common, decided=len(common) == 1)


def _same(one: Named, two: Named) -> Named | None:
    """The day that both name, or the day of the one inside the stretch of the other."""
    if {Shape.DELAY, Shape.LENGTH} & {one.shape, two.shape} or (one.shape.is_stretch and two.shape.is_stretch):
        return None
    if one.shape.is_stretch or two.shape.is_stretch:
        stretch, day = (one, two) if one.shape.is_stretch else (two, one)
        if stretch.shape not in {Shape.WEEK, Shape.WEEKEND}:
            return None  # "jeudi novembre" lacks its number
        return day if stretch.begins <= day.due <= _last(stretch) else None
    if one.due != two.due:
        return None
    return one if one.at or not two.at else two


def _last(stretch: Named) -> date:
    return stretch.begins + A_DAY * 6 if stretch.shape is Shape.WEEK else stretch.due


def _settled(days: list[Named], *, decided: bool) -> list[Named | Trouble]:
    return [replace(each, doubt=None) if decided and each.doubt in _SETTLED else each for each in days]
