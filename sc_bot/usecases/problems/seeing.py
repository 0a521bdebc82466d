"""Read problems: one in full, one's own list."""

from collections.abc import Sequence
from dataclasses import dataclass

from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.community import Community
from sc_bot.domain.permissions import Verb, may, may_close
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading
from sc_bot.usecases.reading import view_of

LISTED = 20  # problems in one list; the rest is a number


@dataclass(frozen=True, slots=True)
class Seen:
    """A problem as one person sees it, and what they may do to it."""

    view: ProblemView
    community: Community
    may: frozenset[Verb]
    closings: frozenset[Closing]


def see_problem(database: Database, asked: Asked, reference: str) -> Seen:
    """One problem, whole.

    Raises:
        Refused: NOT_FOUND, also for what they may not know of.
    """
    with database.reading() as uow:
        problem = uow.problems.get(asked.workspace, reference.strip())
        member = member_in(uow, asked, problem.community) if problem else None
        if problem is None or member is None:
            raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
        community, person = member.place.community, member.person
        return Seen(
            view=view_of(uow, member.place, problem, person),
            community=community,
            may=frozenset(verb for verb in Verb if may(person, verb, problem, community)),
            closings=frozenset(each for each in Closing if may_close(person, problem, community, each)),
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What concerns one person: their own reports, and what they have to answer for."""

    mine: Sequence[ProblemView]
    to_answer: Sequence[ProblemView]
    others: Sequence[ProblemView]


def list_problems(database: Database, asked: Asked) -> Listing:
    """One's reports; for a director what their institution has; for the facilitator what is open."""
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        own = uow.problems.reported_by(member.place, member.person.id, LISTED)
        answered = _answered_by(uow, member)
        seen = {each.id for each in (*own, *answered)}
        rest = [each for each in uow.problems.open_in(member.place, LISTED) if each.id not in seen]
        return Listing(*(_views(uow, member, each) for each in (own, answered, rest)))


def _answered_by(uow: UnitOfWork, member: Member) -> Sequence[Problem]:
    community, person = member.place.community, member.person
    if facilitates(person, community):
        return [each for each in uow.problems.open_in(member.place, LISTED) if each.institution is None]
    home = [each.id for each in community.institutions if directs(person, community, each.id)]
    return [each for place in home for each in uow.problems.open_at(member.place, place, LISTED)]


def _views(uow: UnitOfWork, member: Member, problems: Sequence[Problem]) -> Sequence[ProblemView]:
    place, person = member.place, member.person
    visible = (each for each in problems if sight(person, each, place.community).exists)
    return [view_of(uow, place, each, person) for each in visible]
