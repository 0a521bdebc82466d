"""The hard measures of a wave's stretch, counted from the history of every problem."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community
from sc_bot.domain.events import Event
from sc_bot.domain.exports import Wanted
from sc_bot.domain.problems import Problem
from sc_bot.domain.pulse import Wave, stretch
from sc_bot.domain.pulse_measures import OF_MEASURES, Measures, measures
from sc_bot.ports import Place, UnitOfWork

PAGE = 500  # problems that are read at once


def measures_of(uow: UnitOfWork, place: Place, wave: Wave) -> tuple[Measures, ...]:
    """What the history says of each pair of institutions, in the stretch of one wave."""
    calendar = working_calendar(place.community)

    def waited(since: datetime, until: datetime) -> int:
        return calendar.working_days_between(calendar.local_date(since), calendar.local_date(until))

    return measures(_lives(uow, place), *stretch(place.community, wave), waited)


def _lives(uow: UnitOfWork, place: Place) -> Iterator[tuple[Problem, str | None, Sequence[Event]]]:
    last, wanted = 0, Wanted(steps=frozenset(OF_MEASURES))
    while page := uow.exports.dossiers(place, wanted, last, PAGE):
        yield from ((each.problem, origin_of(place.community, each.problem), each.steps) for each in page)
        last = page[-1].problem.id


def origin_of(community: Community, problem: Problem) -> str | None:
    """Where a problem was met; not told where the team is so small that this would name somebody."""
    home = community.institution(problem.reporter_institution) if problem.reporter_institution else None
    is_small = home is not None and home.staff is not None and home.staff < community.policies.small_group
    return None if is_small else problem.reporter_institution
