"""Dates with the month in letters, or with the day alone: *le 15 décembre 2026*, *Dec 15*, *le 15*."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.community import Language
from sc_bot.due_dates.calendar_steps import DECEMBER, day_of, last_of_month
from sc_bot.due_dates.months import whole_month
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.years import in_coming_year

_CENTURY, _FEW_YEARS = 2000, 2
_A_YEAR_OF_MONTHS = 13
_LONGEST_MONTH = 31


def spelled(reader: Reader, day: int, month: int, year: int | None = None) -> Named | Trouble:
    """A day of a month; what the calendar lacks is an example away: its last day."""
    if year is None:
        found = in_coming_year(reader, lambda each: day_of(each, month, day))
    else:
        exact = day_of(year, month, day)
        found = Named(exact) if exact else Trouble(Reason.IMPOSSIBLE)
    if isinstance(found, Trouble) and day > 0:
        return replace(found, example=_nearest(reader, month, year))
    return found


def _nearest(reader: Reader, month: int, year: int | None) -> str | None:
    if not 1 <= month <= DECEMBER or year == 0:
        return None
    last = last_of_month(year or reader.today.year, month)
    if last < reader.today and year is None:
        last = last_of_month(last.year + 1, month)
    return last.isoformat() if last >= reader.today else None


def _with_month(found: Found, reader: Reader) -> Days:
    year = found.number("year") if "year" in found else None
    return [spelled(reader, found.number("dom"), found.month(), year)]


def _month_first(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """In French *janv. 27* is odd for a day and usual for a month of 2027."""
    date, year = spelled(reader, found.number("dom"), found.month()), reader.today.year % 100
    if reader.language is Language.EN or not year <= found.number("dom") <= year + _FEW_YEARS:
        yield date
        return
    for each in (date, whole_month(reader, found.month(), _CENTURY + found.number("dom"))):
        yield replace(each, doubt=Doubt.TWO_DIGIT_YEAR) if isinstance(each, Named) else each


def _with_short_year(found: Found, reader: Reader) -> Days:
    """R9: a year of two digits is asked for."""
    named = spelled(reader, found.number("dom"), found.month(), _CENTURY + int(found.text("short")))
    return [replace(named, doubt=Doubt.TWO_DIGIT_YEAR) if isinstance(named, Named) else named]


def _this_year(found: Found, reader: Reader) -> Days:
    return [spelled(reader, found.number("dom"), found.month(), reader.today.year)]


def _year_after(found: Found, reader: Reader) -> Days:
    return [spelled(reader, found.number("dom"), found.month(), reader.today.year + 1)]


def day_alone(found: Found, reader: Reader) -> Days:
    """The next month that has this day; today's own number may be today's or next month's."""
    day = found.number("dom")
    if not 1 <= day <= _LONGEST_MONTH:
        return [Trouble(Reason.IMPOSSIBLE)]
    months = (reader.today.month + count for count in range(_A_YEAR_OF_MONTHS))
    candidates = (_in_month(reader.today.year, month, day) for month in months)
    first, second = [each for each in candidates if each and each >= reader.today][:2]
    if first == reader.today:
        return [Named(each, doubt=Doubt.TODAY_OR_LATER) for each in (first, second)]
    return [Named(first)]


def _in_month(year: int, month: int, day: int) -> date | None:
    last = last_of_month(year, month)
    return day_of(last.year, last.month, day)


def _in_stretch(found: Found, reader: Reader) -> Iterator[Named | Trouble]:
    """*Le 5 du mois prochain*."""
    for month in reader.stretches(found.text("stretch")):
        if isinstance(month, Named) and month.shape is Shape.MONTH:
            named = spelled(reader, found.number("dom"), month.begins.month, month.begins.year)
            yield replace(named, doubt=month.doubt) if isinstance(named, Named) else named


def _of_this_month(found: Found, reader: Reader) -> Days:
    """*Le 15 du mois*: this month's, or the next one's to confirm if it has passed."""
    named = spelled(reader, found.number("dom"), reader.today.month, reader.today.year)
    if isinstance(named, Trouble) or named.due >= reader.today:
        return [named]
    return [replace(each, doubt=Doubt.PASSED_LATELY) for each in day_alone(found, reader) if isinstance(each, Named)]


_DAY_MONTH = r"(?:le |the |on |on the |au |du |en |a )?{dom} ?(?:(?:of|de|d') ?)?{month}"
_MONTH_DAY = r"(?:le |the |on |in |by )?{month} (?:le |the )?{dom}"
_THIS = r"(?: de| of)? (?:this year|cette annee)"
_AFTER = r"(?: de| of)? (?:next year|l'an prochain|l'annee prochaine)"
_SHORT = r" (?:'(?P<short>\d\d)|(?P<short2>\d\d))"
_THE = r"(?:le |the |on the |au )?"
_ANOTHER_MONTH = r"(?P<stretch>next month|(?:prochain )?mois (?:prochain|qui vient|en cours|courant))"
SPELLED_DATES: tuple[Row[Named | Trouble], ...] = (
    (rf"{_DAY_MONTH}(?:,? (?:de |of |en |in )?{{year}})?", _with_month),
    (rf"{_DAY_MONTH} prochain", _with_month),
    (_MONTH_DAY, _month_first),
    (rf"{_MONTH_DAY},? (?:in )?{{year}}", _with_month),
    (rf"{_DAY_MONTH}{_SHORT}", _with_short_year),
    (rf"{_MONTH_DAY}{_SHORT}", _with_short_year),
    (rf"{_DAY_MONTH}{_THIS}", _this_year),
    (rf"{_MONTH_DAY}{_THIS}", _this_year),
    (rf"{_DAY_MONTH}{_AFTER}", _year_after),
    (rf"{_MONTH_DAY}{_AFTER}", _year_after),
    (r"(?:le |the |on the |au |du ){dom}", day_alone),
    (r"(?:on )?(?P<dom>\d{1,2} ?(?:st|nd|rd|th)|1er)", day_alone),
    (rf"{_THE}{{dom}} (?:of |du |de |in ){_ANOTHER_MONTH}", _in_stretch),
    (rf"{_THE}{{dom}} (?:du|of the|of this|de ce) (?:mois|month)", _of_this_month),
)
NUMBER_ALONE: tuple[Row[Named | Trouble], ...] = ((r"(?!sept$){dom}", day_alone),)
"""Only where the words around it make it a day: *vendredi 27*, *la semaine du 7*."""
