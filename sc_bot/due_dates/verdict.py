"""Every reading of a phrase → one answer (R12, R15). What is past is no reading; two readings are a question."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sc_bot.domain.due import Due
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates.answers import Ambiguous, Answer, Understood
from sc_bot.due_dates.calendar_steps import months_later
from sc_bot.due_dates.deadlines import Reading
from sc_bot.due_dates.examples import refused, tomorrow_at
from sc_bot.due_dates.grammar import Grammar
from sc_bot.due_dates.named import Trouble
from sc_bot.due_dates.reasons import DayOff, Doubt, Reason

_GRAVEST_FIRST = (
    Reason.LOWER_BOUND,
    Reason.WEEKDAY_MISMATCH,
    Reason.IMPOSSIBLE,
    Reason.PAST,
    Reason.TOO_FAR,
    Reason.VAGUE,
    Reason.NEEDS_CALENDAR,
)
_GONE_WITH_ITS_TWIN = {Doubt.MIDNIGHT}
"""Doubts between two readings that vanish when one of them is past."""


def judged(outcomes: Sequence[Reading | Trouble], grammar: Grammar) -> Answer:
    """The answer to a phrase that was read in at least one way, if only as a trouble."""
    troubles = [each for each in outcomes if isinstance(each, Trouble)]
    readings = [each for each in outcomes if isinstance(each, Reading)]
    troubles += [trouble for each in readings if (trouble := _out_of_reach(each.due, grammar))]
    possible = [each for each in readings if not _out_of_reach(each.due, grammar)]
    missing = next((each for each in troubles if each.reason is Reason.MISSING_HOUR), None)
    if missing or not possible:
        return refused(missing or min(troubles, key=_gravity), grammar)
    return _one_or_several(possible, grammar.agenda.calendar)


def _gravity(trouble: Trouble) -> int:
    return _GRAVEST_FIRST.index(trouble.reason) if trouble.reason in _GRAVEST_FIRST else len(_GRAVEST_FIRST)


def _out_of_reach(due: Due, grammar: Grammar) -> Trouble | None:
    if due.at and due.at <= grammar.now and due.day == grammar.today:
        return Trouble(Reason.PAST, tomorrow_at(due.at.time(), grammar))
    if due.day < grammar.today:
        return Trouble(Reason.PAST)
    horizon = months_later(grammar.today, grammar.conventions.horizon_months)
    return Trouble(Reason.TOO_FAR) if horizon and due.day > horizon else None


def _one_or_several(readings: Sequence[Reading], calendar: WorkingCalendar) -> Answer:
    candidates = tuple(dict.fromkeys(each.due for each in sorted(readings, key=_order)))
    doubts = [each.doubt for each in readings if each.doubt]
    if len(candidates) > 1:
        return Ambiguous(candidates, doubts[0] if doubts else Doubt.SEVERAL_READINGS)
    if any(doubt not in _GONE_WITH_ITS_TWIN for doubt in doubts):
        return Ambiguous(candidates, doubts[0])
    return understood(readings[0], calendar)


def _order(reading: Reading) -> tuple[date, bool, datetime | time]:
    """By day; on one day the hours first, in order."""
    at = reading.due.at
    return reading.due.day, at is None, at or time(0)


def understood(reading: Reading, calendar: WorkingCalendar) -> Understood:
    """One date; on a day off, with why and the next working day (R15)."""
    day = reading.due.day
    if calendar.is_working_day(day):
        return Understood(reading.due, notes=reading.notes)
    day_off = DayOff.HOLIDAY if day in calendar.holidays else DayOff.WEEKEND
    return Understood(reading.due, day_off, calendar.next_working_day(day), reading.notes)
