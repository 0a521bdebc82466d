"""The end of a shift (*quart*): one of several hours, by the employer's habit; always asked."""

from collections.abc import Callable, Iterator
from datetime import datetime, time

from sc_bot.due_dates.named import Clock, Trouble
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import any_of

_DAY, _EVENING, _NIGHT = 0, 1, 2
_A_DAY = 24 * 60  # minutes


def _shift(which: int | None = None) -> Callable[[Found, Reader], Iterator[Clock | Trouble]]:
    """The hours at which a shift may end; without a name, the shift in progress."""

    def meaning(_: Found, reader: Reader) -> Iterator[Clock | Trouble]:
        shifts = reader.conventions.shifts
        if not shifts or (which is not None and which >= len(shifts)):
            yield Trouble(Reason.NEEDS_CALENDAR)
            return
        in_progress = min(shifts, key=lambda each: _minutes_until(reader.now, each[-1]))
        for at in in_progress if which is None else shifts[which]:
            for days in (0, 1) if which == _NIGHT else (int(at.hour == 0),):
                yield Clock(at, days=days, doubt=Doubt.SHIFT)

    return meaning


def _minutes_until(now: datetime, at: time) -> int:
    return ((at.hour - now.hour) * 60 + at.minute - now.minute - 1) % _A_DAY


_AT = r"(?:(?:a|en|d'ici|a la|d'ici la|avant la|by the|at|by|before|before the|at the) )?"
_SHIFT = any_of(
    r"(?:end|change) of (?:the |my |our )?shift",
    r"shift (?:end|change)",
    r"(?:la |le )?(?:fin|changement) (?:du|de|de mon|de notre) (?:quart|chiffre)",
)
SHIFTS: tuple[Row[Clock | Trouble], ...] = (
    (rf"{_AT}{_SHIFT}", _shift()),
    (rf"{_AT}(?:{_SHIFT} de jour|end of (?:the )?day shift)", _shift(_DAY)),
    (rf"{_AT}(?:{_SHIFT} de soir|end of (?:the )?evening shift)", _shift(_EVENING)),
    (rf"{_AT}(?:{_SHIFT} de nuit|end of (?:the )?night shift)", _shift(_NIGHT)),
)
