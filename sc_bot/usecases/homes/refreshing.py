"""What changed since the last look, and whose Home it stands on: those are published anew, each once.

A change leaves one row behind and locks nothing that others wait for; this look, every few seconds, is what keeps many
changes from being many publications.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import Problem
from sc_bot.ports import Database, HomeChange, Place, UnitOfWork

LATELY = timedelta(days=3)  # who has not opened Home for longer finds it drawn afresh when they do
AT_ONCE = 500  # changes of one look


def refresh_homes(database: Database, now: datetime) -> int:
    """Mark the Homes of those whom the changes concern; returns how many changes were looked at."""
    with database.reading() as uow:
        if not uow.homes.changes(1):
            return 0
    with database.unit_of_work() as uow:
        changes = uow.homes.changes(AT_ONCE)
        for community in sorted({each.community for each in changes}):
            _mark(uow, community, [each for each in changes if each.community == community], now)
        uow.homes.forget([each.id for each in changes])
        return len(changes)


def look_stale(uow: UnitOfWork, place: Place, people: Sequence[Person], now: datetime) -> None:
    """Publish the Homes of these people anew, as far as they looked at theirs lately."""
    lookers = uow.homes.open_since(place.workspace, now - LATELY) & {each.slack_id for each in people}
    if lookers:
        uow.homes.stale(place.workspace, sorted(lookers), now)


def _mark(uow: UnitOfWork, community: int, changes: Sequence[HomeChange], now: datetime) -> None:
    place = uow.communities.get(community).at(now)
    lookers = uow.homes.open_since(place.workspace, now - LATELY)
    if not lookers:
        return
    numbers = sorted({each.problem for each in changes if each.problem is not None})
    if len(numbers) < len({each.problem for each in changes}):  # the community itself: it is everybody's
        concerned = lookers
    else:
        told = uow.homes.told_about(numbers)
        concerned = lookers & (told | concerned_by(place.community, uow.problems.several(numbers)))
    if concerned:
        uow.homes.stale(place.workspace, sorted(concerned), now)


def concerned_by(community: Community, problems: Sequence[Problem]) -> frozenset[str]:
    """The Slack ids of those who hold an office and on whose Home one of these problems stands."""
    taking_part = frozenset(each for problem in problems for each in problem.participants)
    restricted = any(each.restricted for each in problems)
    return frozenset(
        each.slack_id
        for each in community.people
        if each.slack_id
        and (_looks_after(each, community, taking_part) or (restricted and Role.PRIVACY_OFFICER in each.roles))
    )


def _looks_after(person: Person, community: Community, institutions: frozenset[str]) -> bool:
    if facilitates(person, community):
        return True
    if Role.GENERAL_MANAGER in person.roles and person.institution in institutions:
        return True
    return any(directs(person, community, each) for each in institutions)
