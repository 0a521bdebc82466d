"""Today, tomorrow, and the days of the week (R3, R4, R7)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, coming, in_week_of
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row


def _in_days(count: int) -> Callable[[Found, Reader], Days]:
    return lambda _, reader: [Named(reader.today + A_DAY * count)]


def _coming(found: Found, reader: Reader) -> Days:
    return [Named(coming(reader.today, found.weekday()))]


def _habitual(found: Found, reader: Reader) -> Days:
    """*Le lundi* is every Monday as well as the next one."""
    return [Named(coming(reader.today, found.weekday()), doubt=Doubt.HABIT)]


def _this(found: Found, reader: Reader) -> Days:
    """*Ce jeudi*, said on a Thursday, may be today."""
    weekday = found.weekday()
    next_one = coming(reader.today, weekday)
    if weekday != reader.today.weekday():
        return [Named(next_one)]
    return [Named(each, doubt=Doubt.TODAY_OR_LATER) for each in (reader.today, next_one)]


def _next(found: Found, reader: Reader) -> Days:
    """R4: if the day is still to come this week, half of the people mean it and half the one after."""
    this_week = in_week_of(reader.today, found.weekday())
    if this_week <= reader.today:
        return [Named(this_week + A_WEEK)]
    return [Named(each, doubt=Doubt.NEXT_WEEKDAY) for each in (this_week, this_week + A_WEEK)]


def _weeks_after_coming(count: int) -> Callable[[Found, Reader], Iterator[Named]]:
    """R7: the coming weekday and one or two weeks; on that very weekday it may be counted from today."""

    def meaning(found: Found, reader: Reader) -> Iterator[Named]:
        weekday = found.weekday()
        first = coming(reader.today, weekday)
        doubt = Doubt.USAGE if weekday == reader.today.weekday() else None
        yield Named(first + A_WEEK * count, doubt=doubt)
        if doubt:
            yield Named(reader.today + A_WEEK * count, doubt=doubt)

    return meaning


def _one_of_two(first: int, second: int) -> Callable[[Found, Reader], Days]:
    """*The Friday after next*, *le vendredi suivant*: one of two, counted in weeks from the coming one."""
    return lambda found, reader: [
        Named(coming(reader.today, found.weekday()) + A_WEEK * weeks, doubt=Doubt.USAGE) for weeks in (first, second)
    ]


def _the_other(found: Found, reader: Reader) -> Days:
    """*L'autre vendredi*: in Québec the past one, or the one after the coming one."""
    return [Named(coming(reader.today, found.weekday()) + A_WEEK, doubt=Doubt.USAGE)]


def _counted_in_weeks(found: Found, reader: Reader) -> Days:
    """*Lundi dans deux semaines*: the coming Monday and two weeks, or the Monday of the week after next."""
    weeks = found.number("n")
    if weeks > 200:  # noqa: PLR2004 - far beyond the horizon
        return [Trouble(Reason.TOO_FAR)]
    counted = coming(reader.today, found.weekday()) + A_WEEK * weeks
    of_week = in_week_of(reader.today + A_WEEK * weeks, found.weekday())
    doubt = Doubt.USAGE if counted != of_week else None
    return [Named(each, doubt=doubt) for each in (of_week, counted)]


def _of_week(found: Found, reader: Reader) -> Iterator[Named]:
    for week in reader.stretches(found.text("stretch")):
        if isinstance(week, Named) and week.shape is Shape.WEEK:
            yield replace(week, due=in_week_of(week.begins, found.weekday()), shape=Shape.DAY, first=None, notes=())


def _a_week_after(count: int) -> Callable[[Found, Reader], Days]:
    """*Demain en huit*."""
    return lambda found, reader: [
        replace(each, due=each.due + A_WEEK * count)
        for each in reader.days(found.text("day"))
        if isinstance(each, Named) and each.due in _near(reader)
    ]


def _near(reader: Reader) -> tuple[date, ...]:
    return reader.today, reader.today + A_DAY


def _before(found: Found, reader: Reader) -> Days:
    return [_last_before(each, found.weekday()) for each in reader.days(found.text("day"))]


def _after(found: Found, reader: Reader) -> Days:
    return [
        replace(each, due=coming(each.due, found.weekday()), shape=Shape.DAY, first=None, at=None, notes=())
        if isinstance(each, Named)
        else each
        for each in reader.days(found.text("day"))
    ]


def _last_before(day: Named | Trouble, weekday: int) -> Named | Trouble:
    if isinstance(day, Trouble):
        return day
    return replace(
        day, due=coming(day.begins - A_WEEK - A_DAY, weekday), shape=Shape.DAY, first=None, at=None, notes=()
    )


_FORTNIGHT = 2
WEEKDAYS: tuple[Row[Named | Trouble], ...] = (
    (r"aujourd'hui|today|(?:later|sometime) today|plus tard aujourd'hui|dans la journee|ce jour", _in_days(0)),
    (r"(?:sometime |plus tard )?demain", _in_days(1)),
    (r"apres-demain", _in_days(2)),
    (r"(?:on |the |a )?{weekday}", _coming),
    (r"le {weekday}", _habitual),
    (r"(?:ce|cette|this) {weekday}(?: ci)?", _this),
    (r"(?:le |the |on the |this )?(?:prochain|coming|upcoming) {weekday}", _coming),
    (r"{weekday} (?:qui vient|qui s'en vient|qui arrive|a venir)", _coming),
    (r"(?:le )?{weekday} proch(?:ain)?|(?:on |the )?next {weekday}", _next),
    (r"(?:on |le )?{weekday} {of}{stretch}", _of_week),
    (r"{stretch} (?:on |le |du )?{weekday}", _of_week),
    (r"(?:l'|the )(?:autre|other) {weekday}", _the_other),
    (r"(?:le )?{weekday} en (?:huit|8)|{weekday} week|a week (?:on )?{weekday}", _weeks_after_coming(1)),
    (r"(?:le )?{weekday} en (?:quinze|15)", _weeks_after_coming(_FORTNIGHT)),
    (r"{weekday} fortnight", _weeks_after_coming(_FORTNIGHT)),
    (r"{day} en (?:huit|8)|{day} week", _a_week_after(1)),
    (r"{day} en (?:quinze|15)", _a_week_after(_FORTNIGHT)),
    (r"(?:the )?{weekday} after next|(?:le )?{weekday} d'apres", _one_of_two(1, 2)),
    (r"(?:le )?{weekday} (?:suivant|after)|(?:the )?following {weekday}", _one_of_two(0, 1)),
    (r"{weekday} (?:dans|in) {n} (?:semaines?|weeks?)(?: time)?", _counted_in_weeks),
    (r"(?:dans|in) {n} (?:semaines?|weeks?)(?: on| le)? {weekday}", _counted_in_weeks),
    (r"(?:le |the )?{weekday} (?:avant|before|precedant) {day}", _before),
    (r"(?:le |the )?{weekday} (?:apres|after|suivant) {day}", _after),
)
