"""Days that go by a name, the eve and the morrow of a day, before and after the Holidays (*les Fêtes*)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, day_of, in_week_of
from sc_bot.due_dates.feasts import NAMES, on
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import one_of
from sc_bot.due_dates.years import in_coming_year

FRIDAY = 4


def _named(found: Found, reader: Reader) -> Days:
    """A feast returns each year: the next one, however lately it passed, unless a year says otherwise."""
    in_year = NAMES[found.text("name")]
    if "year" not in found:
        return [in_coming_year(reader, in_year, confirm=False)]
    if not day_of(found.number("year"), 1, 1):
        return [Trouble(Reason.IMPOSSIBLE)]
    return [Named(in_year(found.number("year")))]


def _next(found: Found, reader: Reader) -> Days:
    """*Next Christmas*, said in November: this year's or next year's; *next Easter*: the only one near."""
    in_year, year = NAMES[found.text("name")], reader.today.year
    if in_year(year) < reader.today:
        return [Named(in_year(year + 1))]
    return [Named(in_year(each), doubt=Doubt.NEXT_WEEKDAY) for each in (year, year + 1)]


def _year_after(found: Found, reader: Reader) -> Days:
    return [Named(NAMES[found.text("name")](reader.today.year + 1))]


def _beside(days: int) -> Callable[[Found, Reader], Iterator[Named | Trouble]]:
    """*La veille de Noël*, *le lendemain du comité*."""

    def meaning(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
        for each in reader.days(found.text("day")):
            if isinstance(each, Named) and not each.shape.is_stretch:
                yield replace(each, due=each.due + A_DAY * days, shape=Shape.DAY, at=None)

    return meaning


def _the_day_of(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """*Le jour du comité directeur*: that day, not its hour."""
    for each in reader.days(found.text("day")):
        if isinstance(each, Named) and not each.shape.is_stretch:
            yield replace(each, shape=Shape.DAY, at=None)


def _after_the_holidays(_: Found, reader: Reader) -> Days:
    """The first working day after the coming New Year's Day."""
    return [Named(reader.agenda.calendar.next_working_day(_new_year(reader)))]


def _new_year(reader: Reader) -> date:
    today = reader.today
    this_year = date(today.year, 1, 1)
    still_on_leave = reader.agenda.calendar.next_working_day(this_year) >= today
    return this_year if still_on_leave else date(today.year + 1, 1, 1)


def _before_the_holidays(_: Found, reader: Reader) -> Days:
    """Nobody agrees on when they begin: the Friday before, the eve of the eve, or the eve."""
    christmas = in_coming_year(reader, on(12, 25), confirm=False)
    if isinstance(christmas, Trouble):
        return [christmas]
    friday = in_week_of(christmas.due - A_WEEK, FRIDAY)
    days = (friday, christmas.due - A_DAY * 2, christmas.due - A_DAY)
    return [Named(day, Shape.DELAY, doubt=Doubt.USAGE) for day in days if day >= reader.today]


_AT = r"(?:(?:a|a la|au|at|on|le|la|du|the|ce|this|aux|le jour de|le jour du) |(?:a |de )?l')?"
_NAME = f"(?P<name>{one_of(NAMES)})"
_OF = r"(?:de la |de l'|de |du |d'|of the |of |the )?"
_HOLIDAYS = (
    r"(?:(?:les |le |la |l'|the )?(?:conge |vacances |temps |periode )?(?:des |de )?fetes"
    r"|the (?:winter |christmas )?holidays|the holiday (?:season|break)|(?:the )?(?:christmas|xmas|winter) break"
    r"|(?:les |le )?(?:vacances|conge) de noel)"
)
_AFTER = r"(?:apres|after|au retour de|au retour|following|back from)"
NAMED_DAYS: tuple[Row[Named | Trouble], ...] = (
    (rf"{_AT}{_NAME}(?:(?: de| of)? {{year}})?", _named),
    ((rf"{_AT}{_NAME} prochaine?", rf"(?:on )?next {_NAME}"), _next),
    (rf"{_AT}{_NAME} (?:next year|(?:de )?l'an prochain|(?:de )?l'annee prochaine)", _year_after),
    (rf"(?:a )?l'avant veille {_OF}{{day}}", _beside(-2)),
    (rf"(?:a |la |a la )?veille {_OF}{{day}}", _beside(-1)),
    (
        (rf"(?:on )?(?:the )?(?:eve|day before) {_OF}{{day}}", rf"(?:le )?jour (?:avant|precedant) {_OF}{{day}}"),
        _beside(-1),
    ),
    ((rf"(?:au |le )?lendemain {_OF}{{day}}", rf"(?:on )?(?:the )?day after {_OF}{{day}}"), _beside(1)),
    (rf"(?:le jour (?:meme )?|the day |on the day |same day as ){_OF}{{day}}", _the_day_of),
    (rf"{_AFTER} (?:de |des )?{_HOLIDAYS}|au retour des fetes", _after_the_holidays),
    (rf"(?:avant|before|d'ici|by|pour|for) {_HOLIDAYS}", _before_the_holidays),
)
