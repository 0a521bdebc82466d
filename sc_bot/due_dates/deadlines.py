"""A moment and its bound → when something is due (R6), as an instant where an hour was named (R18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.due import Due
from sc_bot.due_dates.bounds import Bound
from sc_bot.due_dates.calendar_steps import A_DAY, SATURDAY, in_week_of
from sc_bot.due_dates.clock_changes import instants, with_its_offset
from sc_bot.due_dates.grammar import Grammar
from sc_bot.due_dates.named import Clock, Moment, Named, Shape, Trouble
from sc_bot.due_dates.reasons import Doubt, Note, Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the phrase."""

    due: Due
    doubt: Doubt | None = None
    notes: tuple[Note, ...] = ()


def deadlines(bound: Bound, moment: Moment, grammar: Grammar) -> Iterator[Reading | Trouble]:
    """Every reading of one moment under one bound."""
    if bound is Bound.BEFORE and not grammar.conventions.before_is_strict:
        bound = Bound.AT_THE_LATEST
    if bound is Bound.NOT_BEFORE:
        yield Trouble(Reason.LOWER_BOUND)
    elif moment.clock and bound is Bound.BEFORE and moment.clock.since:
        yield from _before_part_of_day(moment.named, moment.clock, grammar)
    elif moment.clock:
        yield from _at(moment.named, moment.clock, grammar)
    elif bound is Bound.BEFORE:
        yield from _before(moment.named, grammar)
    elif bound in {Bound.BY, Bound.FOR} and moment.named.shape.is_stretch and moment.named.begins > grammar.today:
        yield from _by_stretch(moment.named)
    else:
        yield _on(moment.named, bound, grammar)


def _on(named: Named, bound: Bound, grammar: Grammar) -> Reading:
    """*Le lundi*, which may be every Monday, is the next one after *d'ici*; *pour 3 jours* may be how long it takes."""
    if named.at:
        return Reading(_due_at(named.at, grammar), named.doubt, named.notes)
    doubt = named.doubt
    if doubt is Doubt.HABIT and bound is not Bound.ON:
        doubt = None
    if named.shape is Shape.LENGTH and bound is Bound.FOR:
        doubt = Doubt.USAGE
    return Reading(Due(named.due), doubt, named.notes)


def _due_at(at: datetime, grammar: Grammar) -> Due:
    local = with_its_offset(at, grammar.agenda.calendar.timezone)
    return Due(local.date(), local)


def _at(named: Named, clock: Clock, grammar: Grammar) -> Iterator[Reading | Trouble]:
    day = named.due + A_DAY * clock.days
    found = instants(day, clock.at, grammar.agenda.calendar.timezone)
    repeated = Doubt.REPEATED_HOUR if len(found) > 1 else None
    doubt = repeated or named.doubt or clock.doubt
    yield from (Reading(Due(day, each), doubt, named.notes) for each in found)
    if not found:
        yield Trouble(Reason.MISSING_HOUR)


def _before_part_of_day(named: Named, clock: Clock, grammar: Grammar) -> Iterator[Reading | Trouble]:
    """*Avant lundi matin*: by the end of Sunday, before the morning begins, or before it ends."""
    if named.due > grammar.today:
        yield Reading(Due(named.due - A_DAY), Doubt.BEFORE_A_STRETCH)
    for hour in (clock.since, clock.at):
        if hour:
            for each in instants(named.due, hour, grammar.agenda.calendar.timezone):
                yield Reading(Due(named.due, each), Doubt.BEFORE_A_STRETCH)


def _before(named: Named, grammar: Grammar) -> Iterator[Reading]:
    """Strictly before: the day before the first; before an end or a delay, people mean both."""
    if named.shape in {Shape.EDGE, Shape.DELAY, Shape.LENGTH}:
        end = _due_at(named.at, grammar) if named.at else Due(named.due)
        days = (Due(end.day - A_DAY), end) if not named.at else (end,)
        yield from (Reading(day, Doubt.BEFORE_AN_END) for day in days)
        return
    eve = named.begins - A_DAY
    if named.shape is Shape.WEEK:
        friday = in_week_of(eve, grammar.conventions.end_of_week)
        yield from (Reading(Due(day), Doubt.START_OR_END) for day in (friday, eve))
    else:
        yield Reading(Due(eve), named.doubt, (Note.DAY_BEFORE,))


def _by_stretch(named: Named) -> Iterator[Reading]:
    """*D'ici janvier*: before it begins, on its first day, or before it ends."""
    days = (_working_eve(named), named.begins, named.due)
    for day in days:
        if day != named.begins or day.weekday() < SATURDAY:
            yield Reading(Due(day), named.doubt or Doubt.START_OR_END)


def _working_eve(stretch: Named) -> date:
    """The Friday before a week, the day before any other stretch."""
    eve = stretch.begins - A_DAY
    return in_week_of(eve, SATURDAY) - A_DAY if stretch.shape is Shape.WEEK else eve
