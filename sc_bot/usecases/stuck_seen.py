"""Deadlocks as one reader may see them: several at once, by a constant number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.deadlock_signs import stands
from sc_bot.domain.deadlock_views import DeadlockView, PromiseView, SignView
from sc_bot.domain.deadlocks import Deadlock, Evidence, Sign, may_end, may_know
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import day_is_told, sight
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.ports import Place, UnitOfWork

_OPEN_TO_ALL = frozenset({Sign.CIRCLE, Sign.UNOWNED})
"""The others tell a problem's words and its history."""
_OF_THE_REPORT = frozenset({Sign.UNSOLVABLE, Sign.UNOWNED, Sign.REOPENED})
"""Their days can be those of the author."""
_COUNTED = frozenset({Sign.UNOWNED, Sign.BLOCKED})
"""What counts working days goes on counting."""


def deadlock_views(
    uow: UnitOfWork, place: Place, person: Person, now: datetime, deadlocks: Sequence[Deadlock]
) -> dict[int, DeadlockView]:
    """Each by its id; those of problems that the reader may not know of are left out. Three queries, however many."""
    if not deadlocks:
        return {}
    named = {one for each in deadlocks for evidence in each.evidence for one in evidence.promises}
    promises = {each.id: each for each in uow.commitments.several(sorted(named))}
    about = {*(each.problem for each in deadlocks), *(each.problem for each in promises.values())}
    problems = {each.id: each for each in uow.problems.several(sorted(about))}
    texts = uow.history.bodies(sorted({one for each in deadlocks for one in _texts(each)}))
    seeing = _Seeing(place, person, now, calendar_of(place.community, person), promises, problems, texts)
    views = {each.id: seeing.at(each) for each in deadlocks}
    return {key: view for key, view in views.items() if view is not None}


def _texts(deadlock: Deadlock) -> list[int]:
    needs = (each.need for each in deadlock.evidence)
    return [each for each in (deadlock.text, *needs) if each is not None]


@dataclass(frozen=True, slots=True)
class _Seeing:
    """One reader, now, with everything that was read; no query."""

    place: Place
    person: Person
    now: datetime
    calendar: WorkingCalendar
    promises: Mapping[int, Commitment]
    problems: Mapping[int, Problem]
    texts: Mapping[int, str]

    def at(self, deadlock: Deadlock) -> DeadlockView | None:
        """One deadlock."""
        problem, community = self.problems[deadlock.problem], self.place.community
        seen = sight(self.person, problem, community)
        if not may_know(self.person, problem, community):
            return None
        until, told = deadlock.ended_at or self.now, day_is_told(self.person, problem, community)
        shown = [each for each in deadlock.evidence if seen.text or each.sign in _OPEN_TO_ALL]
        return DeadlockView(
            reference=problem.reference,
            stage=deadlock.stage,
            signs=tuple(self._sign(each, problem, until, told=told, text=seen.text) for each in shown),
            found_on=self._day(deadlock.found_at) if told else None,
            working_days=self._days(deadlock.found_at, until) if told else None,
            ended_on=self._day(deadlock.ended_at) if deadlock.ended_at else None,
            way=deadlock.way,
            institution=self._home(deadlock.institution),
            text=self.texts.get(deadlock.text or 0) if seen.text else None,
            may_end=deadlock.is_open and may_end(self.person, deadlock.stage, problem, community),
        )

    def _sign(self, evidence: Evidence, problem: Problem, until: datetime, *, told: bool, text: bool) -> SignView:
        timed = told or evidence.sign not in _OF_THE_REPORT
        number = evidence.number if timed else 0
        if timed and evidence.sign in _COUNTED:
            number = self._days(evidence.times[0], until)
        return SignView(
            sign=evidence.sign,
            days=tuple(map(self._day, evidence.times)) if timed else (),
            institutions=tuple(home for each in evidence.institutions if (home := self._home(each))),
            offices=evidence.offices,
            promise=self._promise(evidence.promise) if evidence.promise is not None else None,
            number=number,
            need=self.texts.get(evidence.need or 0) if text else None,
            circle=tuple(map(self._promise, evidence.circle)),
            stands=stands(evidence, problem, self.promises),
        )

    def _promise(self, promise: int) -> PromiseView:
        """What a promise is called; nothing of it where its problem is not to be known of."""
        found = self.promises.get(promise)
        seen = sight(self.person, self.problems[found.problem], self.place.community) if found else None
        if found is None or seen is None or not seen.lead:
            return PromiseView()
        return PromiseView(found.reference, self._home(found.institution))

    def _home(self, institution: str | None) -> Localised | None:
        if institution is None:
            return None
        known = self.place.community.institution(institution)
        return known.name if known else Localised(institution, institution)

    def _day(self, instant: datetime) -> date:
        return self.calendar.local_date(instant)

    def _days(self, since: datetime, until: datetime) -> int:
        return self.calendar.working_days_between(self._day(since), self._day(until))


def deadlock_of(uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime) -> DeadlockView | None:
    """The deadlock of one problem that waits for a decision, if there is one."""
    found = uow.deadlocks.open_of(problem.id)
    return deadlock_views(uow, place, person, now, [found]).get(found.id) if found else None
