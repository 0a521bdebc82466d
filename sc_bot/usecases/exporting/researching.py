"""The community as an external intervener may take it away: counted by interface and month, and de-identified."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.counts import at_least
from sc_bot.domain.deadlocks import Deadlock
from sc_bot.domain.exports import Dossier, Wanted
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.research import MonthRow, Names, RecordRow, Research
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.pulse.measuring import origin_of
from sc_bot.usecases.pulse.seeing import entries_of

PAGE = 500  # problems that are read at once
MOST_STUCK = 10_000  # deadlocks that wait for a decision
Pair = tuple[str | None, str | None]


def research_of(uow: UnitOfWork, place: Place, reader: Person, now: datetime) -> Research:
    """Everything, read at one moment."""
    collected = _Collecting(place, uow.deadlocks.open_in(place, None, MOST_STUCK), now)
    for dossier in _dossiers(uow, place):
        collected.add(dossier)
    return Research(
        community=place.community.settings.name,
        as_of=now.astimezone(ZoneInfo(place.community.settings.timezone)),
        months=collected.months(),
        records=collected.records(),
        pulse=partial(entries_of, uow, place, reader),
    )


def _dossiers(uow: UnitOfWork, place: Place) -> Iterator[Dossier]:
    """Those that everybody may know of; no word of theirs is read."""
    last = 0
    while page := uow.exports.dossiers(place, Wanted(promises=True), last, PAGE):
        yield from (each for each in page if not (each.problem.restricted or each.problem.director_kept_out))
        last = page[-1].problem.id


class _Collecting:
    """Counts, and keeps what is left of each problem."""

    def __init__(self, place: Place, stuck: Iterable[Deadlock], now: datetime) -> None:
        self._community, self._calendar = place.community, working_calendar(place.community)
        self._today = self._calendar.local_date(now)
        self._stuck = {each.problem: each.signs for each in stuck}
        self._counted: defaultdict[tuple[Pair, date], Counter[str]] = defaultdict(Counter)
        self._authors: defaultdict[tuple[Pair, date], set[str]] = defaultdict(set)
        self._records: list[RecordRow] = []

    def add(self, dossier: Dossier) -> None:
        """One problem."""
        problem = dossier.problem
        pair = self._pair(problem)
        first = self._month(problem.reported_at)
        self._authors[pair, first].add(problem.reporter)
        self._counted[pair, first]["reported"] += 1
        if problem.accepted_at is not None:
            self._counted[pair, self._month(problem.accepted_at)]["accepted"] += 1
        if problem.closed_at is not None:
            month = self._month(problem.closed_at)
            self._counted[pair, month]["closed"] += 1
            self._counted[pair, month]["solved"] += problem.closing is Closing.SOLVED
        self._records.append(self._record(dossier, pair))

    def months(self) -> tuple[MonthRow, ...]:
        """By interface, then month."""
        return tuple(
            MonthRow(
                between=self._names(pair),
                month=month,
                people=at_least(len(self._authors[pair, month])),
                **{name: self._counted[pair, month][name] for name in ("reported", "accepted", "closed", "solved")},
            )
            for pair, month in sorted(self._counted, key=lambda each: (str(each[0]), each[1]))
        )

    def records(self) -> tuple[RecordRow, ...]:
        """In an order that follows from what they say, not from when they came."""
        return tuple(sorted(self._records, key=str))

    def _record(self, dossier: Dossier, pair: Pair) -> RecordRow:
        problem, community = dossier.problem, self._community
        continuum = community.continuum(problem.continuum) if problem.continuum else None
        return RecordRow(
            continuum=continuum.name if continuum else None,
            between=self._names(pair),
            state=problem.state,
            severity=problem.severity,
            signs=self._stuck.get(problem.id, ()),
            reported_week=self._week(problem.reported_at) or self._today,
            acknowledged_week=self._week(problem.acknowledged_at),
            accepted_week=self._week(problem.accepted_at),
            closed_week=self._week(problem.closed_at),
            closing=problem.closing,
            verdict=problem.verdict,
            returns=len(problem.returned_by),
            reopened=problem.reopened,
            promises=len(dossier.promises),
        )

    def _pair(self, problem: Problem) -> Pair:
        both = (origin_of(self._community, problem), problem.institution)
        first, second = sorted(both, key=lambda each: each or "")
        return first, second

    def _names(self, pair: Pair) -> Names:
        return self._name(pair[0]), self._name(pair[1])

    def _name(self, institution: str | None) -> Localised | None:
        known = self._community.institution(institution) if institution else None
        return known.name if known else (Localised(institution, institution) if institution else None)

    def _month(self, instant: datetime) -> date:
        return self._calendar.local_date(instant).replace(day=1)

    def _week(self, instant: datetime | None) -> date | None:
        day = self._calendar.local_date(instant) if instant else None
        return day - timedelta(days=day.weekday()) if day else None
