"""On behalf of somebody who cannot report in Slack: they are the author, a colleague types.

The author is told at once, as hidden as any author, and may withdraw; who typed it is a step of the history that the
author and the facilitator read, and nobody else.
"""

from collections.abc import Sequence

from sc_bot.domain.addresses import address_of
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading
from sc_bot.usecases.ties import is_newcomer


def colleagues(database: Database, asked: Asked, community: int | None = None) -> Sequence[Person]:
    """On whose behalf this person may report, by name; in this community, or in the one where they are.

    Raises:
        Refused: NOT_LISTED, ACCESS_OVER.
        NotAvailable: the database did not answer in time.
    """
    with database.reading() as uow:
        known = member_of_reading(uow, asked) if community is None else member_in(uow, asked, community)
        return _colleagues(uow, known) if known is not None else ()


def author_for(uow: UnitOfWork, member: Member, chosen: str | None) -> Person:
    """The author: who asks, or the person on whose behalf they do.

    Raises:
        Refused: NOT_COLLEAGUE, they may not report on this person's behalf.
    """
    if not chosen:
        return member.person
    found = next((each for each in _colleagues(uow, member) if each.id == chosen), None)
    if found is None:
        raise Refused(Why.NOT_COLLEAGUE, field="for_whom")
    return found


def keep_who_typed(uow: UnitOfWork, asked: Asked, problem: Problem, typist: Person) -> None:
    """Who typed it, where that is not the author."""
    if typist.id != problem.reporter:
        step = Event(problem=problem.id, kind=Happened.TYPED, at=asked.now, actor=typist.id)
        uow.history.add(problem, step)


def _colleagues(uow: UnitOfWork, member: Member) -> Sequence[Person]:
    """People whom the community file names and who can be told: of the same institution.

    The facilitator takes the reports of whoever is not in Slack, wherever they work.
    """
    if member.is_new:
        return ()
    named = [each for each in uow.communities.people(member.place.id) if each.id != member.person.id]
    able = [each for each in named if not is_newcomer(each) and address_of(member.place.id, each)]
    return sorted((each for each in able if _may(member, each)), key=lambda each: each.name.casefold())


def _may(member: Member, other: Person) -> bool:
    if facilitates(member.person, member.place.community):
        return other.slack_id is None
    return member.person.institution is not None and other.institution == member.person.institution
