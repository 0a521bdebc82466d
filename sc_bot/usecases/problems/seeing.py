"""Read problems: one in full, one's own list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.answerable import answers_for, directs
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Community
from sc_bot.domain.offers import allowed, closings
from sc_bot.domain.permissions import OF_THE_DIRECTOR, Verb
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading
from sc_bot.usecases.joint_reading import lines_of
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.reading import view_of
from sc_bot.usecases.reading_lists import views_of

LISTED = 15  # problems in one list; the rest is a number
COUNTED = 1_000  # beyond that the number is not worth its query


@dataclass(frozen=True, slots=True)
class Seen:
    """A problem as one person sees it, and the ways in which they may close it.

    `card` is where their own card of it stands in Slack, as channel and ts.
    """

    view: ProblemView
    community: Community
    closings: frozenset[Closing]
    card: tuple[str, str] | None = None


def see_problem(database: Database, asked: Asked, reference: str) -> Seen:
    """One problem, whole.

    Raises:
        Refused: NOT_FOUND, also for what they may not know of.
    """
    with database.reading() as uow:
        problem, member = _found(uow, asked, reference)
        card = uow.outbox.card_of(asked.workspace, problem.id, asked.slack_id)
        return replace(_seen(uow, problem, member, asked.now), card=card)


def see_to_act(database: Database, asked: Asked, reference: str, verb: Verb) -> Seen | Faster:
    """One problem, for somebody about to do this to it; if it no longer applies, who was faster.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS.
    """
    with database.reading() as uow:
        problem, member = _found(uow, asked, reference)
        seen = _seen(uow, problem, member, asked.now)
        if verb in seen.view.offers:
            return seen
        case = Case(uow, asked, member, problem)
        if verb in allowed(member.person, problem, seen.community) or (
            verb in OF_THE_DIRECTOR and case.had_it_before()
        ):
            return case.faster()
        raise Refused(Why.NOT_YOURS, details=(verb.value,))


def _found(uow: UnitOfWork, asked: Asked, reference: str) -> tuple[Problem, Member]:
    problem = uow.problems.get(asked.workspace, reference.strip())
    member = member_in(uow, asked, problem.community) if problem else None
    if problem is None or member is None:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    return problem, member


def _seen(uow: UnitOfWork, problem: Problem, member: Member, now: datetime) -> Seen:
    view = replace(view_of(uow, member.place, problem, member.person, now), joint=lines_of(uow, problem))
    community = member.place.community
    return Seen(view, community, closings(member.person, problem, community))


@dataclass(frozen=True, slots=True)
class Listing:
    """What concerns one person: their own reports, and what they have to answer for."""

    mine: Sequence[ProblemView]
    to_answer: Sequence[ProblemView]
    others: Sequence[ProblemView]
    more: int = 0
    """How many others are left out of the list."""


def list_problems(database: Database, asked: Asked) -> Listing:
    """One's reports; what one has to answer for; and what else is open in the community."""
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        person, community = member.person, member.place.community
        own = uow.problems.reported_by(member.place, person.id, COUNTED)
        everything = [*uow.problems.open_in(member.place, COUNTED), *_answered_by(uow, member)]
        visible = {each.id: each for each in everything if sight(person, each, community).exists}.values()
        to_answer = [each for each in visible if answers_for(person, each, community)]
        seen = {each.id for each in (*own, *to_answer)}
        rest = [each for each in visible if each.id not in seen]
        return Listing(
            mine=_views(uow, member, own),
            to_answer=_views(uow, member, to_answer),
            others=_views(uow, member, rest),
            more=sum(max(0, len(part) - LISTED) for part in (own, to_answer, rest)),
        )


def _answered_by(uow: UnitOfWork, member: Member) -> Sequence[Problem]:
    community, person = member.place.community, member.person
    home = [each.id for each in community.institutions if directs(person, community, each.id)]
    return [each for place in home for each in uow.problems.open_at(member.place, place, COUNTED)]


def _views(uow: UnitOfWork, member: Member, problems: Sequence[Problem]) -> Sequence[ProblemView]:
    return views_of(uow, member.place, problems[:LISTED], member.person)
