"""So long from now: *dans 3 jours ouvrables*, *in two weeks*, *d'ici 48 h*, *un mois et demi*."""

from dataclasses import replace
from datetime import UTC, date, timedelta

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, months_later
from sc_bot.due_dates.clock_changes import with_its_offset
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import UNITS, Unit, any_of, one_of

TOO_MANY = {Unit.MINUTE: 1_500_000, Unit.HOUR: 25_000, Unit.DAY: 1_000, Unit.WORKING_DAY: 800}
MANY = 160  # weeks, months or years: all beyond the horizon
_HALF_A_MONTH, _HALF_A_YEAR = 15, 6
_A_CLOCK = 24  # hours; from here on a number of hours is no hour of the day
_SHORT = 12
_USUAL_HOURS = (24, 36, 48, 72, 96)
_AFTER_A = {"minute", "hour", "day", "working day", "business day", "workday", "week", "month", "year"}


def from_now(found: Found, reader: Reader) -> Named | Trouble:
    """The number and the unit of a row, counted from now."""
    unit, count = found.unit(), found.number("n")
    if count > TOO_MANY.get(unit, MANY):
        return Trouble(Reason.TOO_FAR)
    if count == 0 or _is_french_at(found):
        return Trouble(Reason.IMPOSSIBLE)
    if unit in {Unit.MINUTE, Unit.HOUR}:
        return _at(reader, timedelta(minutes=count) if unit is Unit.MINUTE else timedelta(hours=count))
    day = moved(reader, reader.today, unit, count)
    shape = Shape.DELAY if "within" in found else Shape.LENGTH
    return Named(day, shape) if day else Trouble(Reason.TOO_FAR)


def moved(reader: Reader, day: date, unit: Unit, count: int) -> date | None:
    """A day so many days, working days, weeks, months or years later, or earlier if negative."""
    match unit:
        case Unit.DAY:
            return day + A_DAY * count
        case Unit.WORKING_DAY:
            return reader.agenda.calendar.add_working_days(day, count)
        case Unit.WEEK:
            return day + A_WEEK * count
        case Unit.MONTH:
            return months_later(day, count)
        case _:
            return months_later(day, 12 * count)


def _is_french_at(found: Found) -> bool:
    """*À jour* is up to date, not *a day*."""
    return found.text("n") in {"a", "an"} and found.text("unit") not in _AFTER_A


def _at(reader: Reader, delay: timedelta) -> Named:
    """Counted in real time, so that a change of clocks in between shifts nothing; whole minutes."""
    instant = (reader.now.astimezone(UTC) + delay).replace(second=0, microsecond=0)
    at = with_its_offset(instant, reader.agenda.calendar.timezone)
    return Named(at.date(), Shape.DELAY, at=at)


def _delay(found: Found, reader: Reader) -> Days:
    return [from_now(found, reader)]


def _and_a_half(found: Found, reader: Reader) -> Days:
    """Half a month is 15 days, half a year six months; half a day is nobody's deadline."""
    unit, whole = found.unit(), from_now(found, reader)
    if isinstance(whole, Trouble):
        return [whole]
    match unit:
        case Unit.HOUR:
            return [_at(reader, timedelta(hours=found.number("n"), minutes=30))]
        case Unit.WEEK:
            return [replace(whole, due=whole.due + A_DAY * days, doubt=Doubt.IDIOM) for days in (3, 4)]
        case Unit.MONTH:
            return [replace(whole, due=whole.due + A_DAY * _HALF_A_MONTH)]
        case Unit.YEAR if half := months_later(whole.due, _HALF_A_YEAR):
            return [replace(whole, due=half)]
        case _:
            return [Trouble(Reason.VAGUE)]


def _half(found: Found, reader: Reader) -> Days:
    unit = found.unit()
    if unit is Unit.HOUR:
        return [_at(reader, timedelta(minutes=30))]
    if unit is Unit.YEAR and (day := months_later(reader.today, _HALF_A_YEAR)):
        return [Named(day, Shape.DELAY)]
    return [Trouble(Reason.VAGUE)]


def _hours_and_minutes(found: Found, reader: Reader) -> Days:
    hours, minutes = found.number("n"), int(found.text("minutes"))
    if hours > TOO_MANY[Unit.HOUR]:
        return [Trouble(Reason.TOO_FAR)]
    return [_at(reader, timedelta(hours=hours, minutes=minutes)) if hours + minutes else Trouble(Reason.IMPOSSIBLE)]


def _by_hours(found: Found, reader: Reader) -> Days:
    """*D'ici 16 h* may be an hour of the day; *d'ici 48 h* cannot."""
    named = from_now(found, reader)
    clock = found.number("n") < _A_CLOCK
    return [replace(named, doubt=Doubt.CLOCK_OR_HOURS) if clock and isinstance(named, Named) else named]


def _few_hours(found: Found, reader: Reader) -> Days:
    """*2 heures*: two o'clock, or in two hours; *16 heures* is an hour of the day."""
    count = found.number("n")
    return _by_hours(found, reader) if count <= _SHORT or count in _USUAL_HOURS else []


def _from_this_day(found: Found, reader: Reader) -> Days:
    """*J+3*, as project plans write it."""
    return _delay(Found({"n": found.text("n"), "unit": "jours", "within": "+"}), reader)


WITHIN = (
    r"(?:dans|in|within|sous|en dedans de|en moins de|dans un delai de|dans les|within the|in the|over the"
    r"|au cours des|d'ici les|at most|maximum)(?: next| coming| prochaine?s?)? "
)
TAIL = (
    r"(?: from now| from (?:aujourd'hui|today)| a (?:partir|compter) (?:d'aujourd'hui|de maintenant|de ce jour)"
    r"|'?s?'? time| prochaine?s| qui viennent)?"
)
UNIT = f"(?P<unit>{one_of(word for word, unit in UNITS.items() if unit is not Unit.HOUR)})"
_HOURS = f"(?P<unit>{one_of(word for word, unit in UNITS.items() if unit is Unit.HOUR)})"
_NEXT = r"(?:prochaine?s |next |coming )?"
_MINUTES = r"(?: et| and)? ?(?P<minutes>\d{1,2})(?: ?(?:min|minutes?|m))?"
_HALF_MORE = any_of("{n} {unit} (?:et demie?|and a half)", "{n} (?:and a half|et demie?) {unit}")
DELAYS: tuple[Row[Named | Trouble], ...] = (
    (rf"(?P<within>{WITHIN}|\+ ?)?{{n}} ?{_NEXT}{UNIT}{TAIL}", _delay),
    (rf"{WITHIN}{{n}} ?{_NEXT}{_HOURS}{TAIL}", _delay),
    (rf"{{n}} ?(?P<unit>hours?){TAIL}", _delay),
    (rf"(?P<n>{'|'.join(map(str, _USUAL_HOURS))}) ?(?P<unit>h)", _delay),
    (r"d'ici (?:a )?{n} ?(?P<unit>heures?|h|hours?)", _by_hours),
    (r"{n} ?(?P<unit>heures?)", _few_hours),
    (rf"{WITHIN}{{n}} ?{_HOURS}{_MINUTES}", _hours_and_minutes),
    (rf"(?:{WITHIN})?{_HALF_MORE}{TAIL}", _and_a_half),
    (rf"(?:{WITHIN})?(?:half an? |half |une? demie? ?){{unit}}{TAIL}", _half),
    (r"(?:j|d|jour|day) ?\+ ?{n}", _from_this_day),
)
