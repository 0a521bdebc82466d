"""Weekends (R8): *fin de semaine* is the weekend, *fin de la semaine* is Friday; due on Sunday."""

from datetime import date

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, SATURDAY, SUNDAY, in_week_of
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.weeks import DURING
from sc_bot.due_dates.words import any_of


def weekend_of(day: date, doubt: Doubt | None = None) -> Named:
    """The weekend that ends a day's week, due on its Sunday."""
    return Named(in_week_of(day, SUNDAY), Shape.WEEKEND, in_week_of(day, SATURDAY), doubt=doubt)


def _this_weekend(_: Found, reader: Reader) -> Days:
    return [weekend_of(reader.today)]


def _next_weekend(_: Found, reader: Reader) -> Days:
    """As with *next Friday*; once the weekend has begun, only the next one can be meant."""
    if reader.today.weekday() >= SATURDAY:
        return [weekend_of(reader.today + A_WEEK)]
    return [weekend_of(reader.today + A_WEEK * count, Doubt.NEXT_WEEKDAY) for count in (0, 1)]


def _weekend_of_date(found: Found, reader: Reader) -> Days:
    return [
        weekend_of(each.due, each.doubt) if isinstance(each, Named) else each
        for each in reader.dates(found.text("day"))
    ]


def _weekend_or_friday(_: Found, reader: Reader) -> Days:
    """*Fin semaine*, *week end*: the end of the week, or the weekend."""
    friday = in_week_of(reader.today, reader.conventions.end_of_week)
    return [Named(friday, doubt=Doubt.USAGE), weekend_of(reader.today, Doubt.USAGE)]


def _after_weekend(_: Found, reader: Reader) -> Days:
    """R12 refuses what may only begin later; a weekend ends, and one is back on Monday."""
    return [Named(in_week_of(reader.today, SUNDAY) + A_DAY)]


_WEEKEND = r"(?:weekend|fin de semaine|fds)"
_THE = any_of("ce", "cette", "this", "the", "la", "le")
WEEKENDS: tuple[Row[Named | Trouble], ...] = (
    (rf"(?:{DURING}|en |au |on )(?:{_THE} )?{_WEEKEND}(?: ci)?", _this_weekend),
    (rf"(?:la |le |the )?(?:prochaine?|coming|this coming|upcoming) {_WEEKEND}", _this_weekend),
    (rf"(?:la |le )?{_WEEKEND} qui (?:s'en )?vient", _this_weekend),
    ((rf"(?:la |le |en |au )?{_WEEKEND} proch(?:aine?)?", rf"(?:on )?next {_WEEKEND}"), _next_weekend),
    (rf"(?:la |le |the )?{_WEEKEND} (?:of|du|de)(?: the)? {{day}}", _weekend_of_date),
    (rf"(?:(?:a la|la|the|at the) )?(?:fin|end) (?:du|de la|of the|of this|of) {_WEEKEND}", _this_weekend),
    ((r"(?:a la |la )?fin (?:sem|semaine)", r"fin de sem", r"(?:the )?week ends?"), _weekend_or_friday),
    (rf"(?:apres|after|au retour de|following) (?:{_THE} )?{_WEEKEND}", _after_weekend),
)
