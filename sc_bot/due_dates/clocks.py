"""Hours of the day (R2): *14 h 30*, *2:30 pm*, *midi*, *EOD*, *à la première heure*.

Hours with *h* or a colon count to 24. From 1 to 6 without a leading zero or *am* and *pm*, they are in doubt: whoever
writes *3 h* or *4:30* often means the afternoon.
"""

from collections.abc import Callable
from datetime import time

from sc_bot.due_dates.named import Clock, Trouble
from sc_bot.due_dates.numbers import NUMBERS
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row

Hours = list[Clock | Trouble]
NOON, MIDNIGHT, LAST_HOUR, LAST_MINUTE = 12, 24, 23, 59
_SMALL_HOURS = range(1, 7)
_QUARTERS = {"quart": 15, "demi": 30, "demie": 30, "trente": 30, "et quart": 15, "et demi": 30, "et demie": 30}


def hour_of(hour: int, minute: int, *, in_doubt: bool = False) -> Hours:
    """An hour from 0 to 24, with the afternoon's beside it if that may be meant."""
    if hour == MIDNIGHT and minute == 0:
        return [Clock(time(0), days=1)]
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return [Trouble(Reason.IMPOSSIBLE)]
    if not in_doubt or hour not in _SMALL_HOURS:
        return [Clock(time(hour, minute))]
    hours = (hour, hour + NOON)
    return [Clock(time(each, minute), doubt=Doubt.MORNING_OR_AFTERNOON) for each in hours]


def _digits(found: Found, _: Reader) -> Hours:
    hour, minute, half = found.text("hour"), int(found.text("minute") or 0), found.text("half")
    if half:
        return _of_half(int(hour), minute, half)
    return hour_of(int(hour), minute, in_doubt=not hour.startswith("0"))


def _of_half(hour: int, minute: int, half: str) -> Hours:
    """*2 pm*; *14 h 30 pm* says the same twice. *12 am* is a midnight, before or after the day."""
    if hour > NOON and half == "pm":
        return hour_of(hour, minute)
    if not 1 <= hour <= NOON:
        return [Trouble(Reason.IMPOSSIBLE)]
    if (hour, minute, half) == (NOON, 0, "am"):
        return _midnights()
    return hour_of(hour % NOON + (NOON if half == "pm" else 0), minute)


def _in_words(found: Found, _: Reader) -> Hours:
    """*Quatorze heures trente*."""
    hour = found.number("n")
    past = NUMBERS.get(found.text("n2"), 0) if "n2" in found else _QUARTERS.get(found.text("quarter"), 0)
    return hour_of(hour, past, in_doubt=True)


def _quarter_to(found: Found, _: Reader) -> Hours:
    """*Cinq heures moins quart*, *quarter to five*."""
    hour = found.number("n")
    return hour_of(hour - 1, 45, in_doubt=True) if 1 <= hour <= MIDNIGHT else [Trouble(Reason.IMPOSSIBLE)]


def _past(minutes: int) -> Callable[[Found, Reader], Hours]:
    """*Half past two*."""
    return lambda found, _: hour_of(found.number("n"), minutes, in_doubt=True)


def _bare(found: Found, _: Reader) -> Hours:
    """*At 4*."""
    return hour_of(int(found.text("hour")), 0, in_doubt=True)


def _midnights() -> Hours:
    """The one before the day and the one after it; of today's only one is still to come."""
    return [Clock(time(0), days=days, doubt=Doubt.MIDNIGHT) for days in (0, 1)]


def _midnight(_: Found, __: Reader) -> Hours:
    return _midnights()


def _start_of_day(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.start_of_day)]


def _end_of_evening(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.end_of_evening)]


def _half_past_noon(_: Found, __: Reader) -> Hours:
    return [Clock(time(12, 30))]


def _vague(_: Found, __: Reader) -> Hours:
    return [Trouble(Reason.VAGUE)]


def _end_of_day(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.end_of_day)]


def _noon(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.noon)]


_AT = (
    r"(?:(?:a|at|@|by|before|avant|d'ici|pour|for|until|jusqu'a|le|la|en|au|the|at the|a la|by the|avant la|before the"
    r"|d'ici la) )?"
)
_HOUR = r"(?P<hour>\d{1,2})"
_HALF = r"(?: ?(?P<half>[ap]m))"
_MILITARY = r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)"
_VAGUE_PART = r"(?:(?:en|au|in the) )?(?:debut|milieu|mid|early|tot|late|tard)(?: (?:de la|de l'|d'|le|en|in the))?"
EXACT_HOURS: tuple[Row[Clock | Trouble], ...] = (
    (rf"{_AT}{_HOUR} ?(?:h|heures?) ?(?:(?P<minute>\d{{1,2}}) ?(?:m|min|mins|minutes?)?)?{_HALF}?", _digits),
    (rf"{_AT}{_HOUR}:(?P<minute>\d{{2}})(?::00)? ?h?{_HALF}?", _digits),
    (rf"{_AT}{_HOUR} ?(?:o' ?clock)?{_HALF}", _digits),
    (rf"{_AT}{_HOUR} o' ?clock", _digits),
    ((rf"{_AT}{_MILITARY} ?(?:h|hrs|hours|heures)", rf"(?:at|a) {_MILITARY}"), _digits),
    (rf"{_AT}(?P<hour>0[1-9])(?P<minute>[0-5]\d)", _digits),
    (rf"at {_HOUR}", _bare),
    (rf"{_AT}{{n}} (?:heures?|o' ?clock)(?: (?P<quarter>et demie?|et quart|trente)| {{n}})?", _in_words),
    ((rf"{_AT}{{n}} heures? moins (?:le |un )?quart", rf"{_AT}(?:a )?quarter to {{n}}"), _quarter_to),
    (rf"{_AT}(?:a )?quarter past {{n}}", _past(15)),
    (rf"{_AT}half past {{n}}", _past(30)),
    (rf"{_AT}(?:midi|noon|midday|12 noon|noontime)", _noon),
    (rf"{_AT}midi (?:et )?(?:demie?|trente|30)", _half_past_noon),
    (rf"{_AT}(?:minuit|midnight|12 midnight)", _midnight),
    (rf"{_AT}(?:eod|cob|eob|close of (?:business|day)|close|closing(?: time)?)", _end_of_day),
    (rf"{_AT}end of (?:the |my )?(?:business |work |working )?(?:day|business)", _end_of_day),
    (rf"{_AT}fin de (?:la )?journee(?: de travail)?", _end_of_day),
    (rf"{_AT}(?:fin des heures (?:de bureau|ouvrables)|fermeture(?: des bureaux)?)", _end_of_day),
    (rf"{_AT}(?:fin (?:de l'|d')(?:apres midi|aprem|pm)|late afternoon|end of (?:the )?afternoon)", _end_of_day),
    (rf"{_AT}(?:fin (?:de l'|d')avant midi|fin de (?:la )?matinee|late morning|end of (?:the )?morning)", _noon),
    (rf"{_AT}(?:fin de (?:la )?soiree|late evening|end of (?:the )?evening)", _end_of_evening),
    (rf"{_AT}(?:premiere heure|first thing(?: in the morning)?|sod|ouverture|l'ouverture|opening)", _start_of_day),
    (rf"{_AT}(?:debut de (?:la )?journee|(?:start|beginning) of (?:the |business )?day)", _start_of_day),
    (rf"{_VAGUE_PART} ?(?:apres midi|afternoon|matin|matinee|morning|avant midi|soiree|evening)", _vague),
)
