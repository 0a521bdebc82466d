"""Quarters, calendar years and fiscal years (R5, R13). A fiscal year begins in April and is named by both its years."""

from collections.abc import Callable
from datetime import date

from sc_bot.due_dates.calendar_steps import day_of, first_of_month, last_of_month
from sc_bot.due_dates.months import QUARTER, YEAR, months_from
from sc_bot.due_dates.named import Named, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import one_of

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "1 first 1st premier 1er",
            "2 second 2nd deuxieme 2e",
            "3 third 3rd troisieme 3e",
            "4 fourth 4th quatrieme 4e",
        ),
        start=1,
    )
    for word in words.split()
}
_CENTURY = 2000


def _in_quarters(count: int) -> Callable[[Found, Reader], Days]:
    """Quarters of the calendar and of a fiscal year that begins in April share their ends."""

    def meaning(_: Found, reader: Reader) -> Days:
        first = reader.today.month - (reader.today.month - 1) % QUARTER
        return [months_from(reader.today.year, first + QUARTER * count, QUARTER)]

    return meaning


def _quarter(found: Found, reader: Reader) -> Days:
    """R13: the first quarter of the calendar year or of the fiscal one."""
    calendar = _first_day(found, reader, first_month=1)
    fiscal = _first_day(found, reader, first_month=reader.conventions.fiscal_year_starts_in)
    return [months_from(each.year, each.month, QUARTER, Doubt.WHICH_QUARTER) for each in (calendar, fiscal)]


def _fiscal_quarter(found: Found, reader: Reader) -> Days:
    first = _first_day(found, reader, first_month=reader.conventions.fiscal_year_starts_in)
    return [months_from(first.year, first.month, QUARTER)]


def _calendar_quarter(found: Found, reader: Reader) -> Days:
    first = _first_day(found, reader, first_month=1)
    return [months_from(first.year, first.month, QUARTER)]


def _first_day(found: Found, reader: Reader, first_month: int) -> date:
    """The first day of the quarter of that number that has not ended, or of the year given."""
    month = first_month + QUARTER * (_NUMBERS[found.text("quarter")] - 1)
    if "year" in found:
        return first_of_month(max(found.number("year"), 1), month)
    starts = (first_of_month(reader.today.year + years, month) for years in (-1, 0, 1))
    return next(each for each in starts if last_of_month(each.year, each.month + QUARTER - 1) >= reader.today)


def _in_years(count: int) -> Callable[[Found, Reader], Days]:
    return lambda _, reader: [months_from(reader.today.year + count, 1, YEAR)]


def _year(found: Found, _: Reader) -> Days:
    year = found.number("year")
    return [months_from(year, 1, YEAR) if day_of(year, 1, 1) else Trouble(Reason.IMPOSSIBLE)]


def _year_alone(found: Found, _: Reader) -> Days:
    """*2027* may be an hour of the day to whoever writes hours that way."""
    return [months_from(found.number("year"), 1, YEAR, Doubt.USAGE)]


def _in_fiscal_years(count: int) -> Callable[[Found, Reader], Days]:
    def meaning(_: Found, reader: Reader) -> Days:
        starts_in = reader.conventions.fiscal_year_starts_in
        year = reader.today.year - (reader.today.month < starts_in) + count
        return [months_from(year, starts_in, YEAR)]

    return meaning


def _fiscal_year(found: Found, reader: Reader) -> Days:
    """*2026-2027* says which; *FY27* is the year that ends or that begins in 2027."""
    starts_in, year = reader.conventions.fiscal_year_starts_in, int(found.text("begins"))
    year += _CENTURY if year < _CENTURY else 0
    if not found.text("ends"):
        return [months_from(each, starts_in, YEAR, Doubt.WHICH_QUARTER) for each in (year - 1, year)]
    follows = (year + 1 - int(found.text("ends"))) % 100 == 0
    return [months_from(year, starts_in, YEAR) if follows else Trouble(Reason.IMPOSSIBLE)]


_QUARTER = (
    r"(?:(?:en|in|au|during|in the|pendant|durant|le|the|pendant le|during the) )?"
    rf"(?:[qt] ?(?P<quarter>[1-4])|(?P<quarter2>{one_of(_NUMBERS)}) (?:trimestre|quarter))"
)
_FISCAL = r"(?:annee financiere|annee fiscale|exercice financier|fiscal year|financial year|fy)"
_IN_YEAR = r"(?: ?(?:de |of |in |en )?{year})?"
QUARTERS: tuple[Row[Named | Trouble], ...] = (
    (("(?:ce|this|le present|the current) (?:trimestre|quarter)(?: ci)?", "le trimestre en cours"), _in_quarters(0)),
    (("(?:le )?trimestre prochain", "(?:le )?prochain trimestre", "next quarter"), _in_quarters(1)),
    (rf"{_QUARTER}{_IN_YEAR}", _quarter),
    (rf"{_QUARTER} (?:financier|fiscal|de l'exercice|de l'annee financiere)", _fiscal_quarter),
    (rf"(?:fiscal|financial) {_QUARTER}", _fiscal_quarter),
    (rf"calendar {_QUARTER}{_IN_YEAR}", _calendar_quarter),
)
YEARS: tuple[Row[Named | Trouble], ...] = (
    (r"cette annee|this year|(?:l')?annee (?:en cours|courante)|the current year", _in_years(0)),
    (r"(?:l')?(?:an|annee) prochaine?|next year", _in_years(1)),
    (r"(?:en |in |l'an |l'annee |annee |the year |year ){year}", _year),
    (rf"(?:cette |this |the current |the |l')?{_FISCAL}(?: en cours| courante?)?", _in_fiscal_years(0)),
    ((rf"next {_FISCAL}", rf"(?:l'|la |le )?(?:prochaine? )?{_FISCAL} (?:prochaine?|suivante?)"), _in_fiscal_years(1)),
    (
        rf"(?:the |l')?(?:{_FISCAL}|exercice) ?(?:de |of )?(?P<begins>\d{{2}}|20\d\d)(?:[ /-](?P<ends>\d\d|20\d\d))?",
        _fiscal_year,
    ),
)
BARE_YEARS: tuple[Row[Named | Trouble], ...] = (
    (r"trimestre|quarter", _in_quarters(0)),
    (r"annee|year", _in_years(0)),
    (r"(?:cet )?exercice", _in_fiscal_years(0)),
    (r"prochain exercice|exercice (?:prochain|suivant)", _in_fiscal_years(1)),
    (r"{year}", _year),
)
"""Understood only where a part of them is named: *fin du trimestre*, *fin 2027*."""
YEAR_ALONE: tuple[Row[Named | Trouble], ...] = ((r"(?P<year>20\d\d)", _year_alone),)
