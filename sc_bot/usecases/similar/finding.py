"""The open problems that are most like one, for somebody who may join them or let it go on under one of them.

They are found by the words of their reports, and shown by reference, state, lead and neutral title: what everybody of
the community may know. Only a report that is filed is compared: nobody can ask what others wrote without a trace.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Community, Person
from sc_bot.domain.finding import Sought
from sc_bot.domain.joining import can_be_joined, may_join
from sc_bot.domain.problems import OPEN, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.scope import scope_of
from sc_bot.domain.similar import LIKE, MOST, Meanings, Meant, likeness, meanings_of
from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Place, UnitOfWork, Wanted
from sc_bot.usecases.asking import Asked, member_in
from sc_bot.usecases.reading_lists import views_of

COMPARED = 40  # of the problems that share most words
_TELLING = 1.0  # a meaning that weighs less is in every report
_SOUGHT = 120  # words, of all that the meanings of a long report can be said with


def see_similar(database: Database, asked: Asked, reference: str) -> Sequence[ProblemView]:
    """The open problems most like one, for its author or the facilitator; at most three, often none.

    Raises:
        Refused: NOT_FOUND, also for others.
    """
    with database.reading() as uow:
        problem = uow.problems.get(asked.workspace, reference.strip())
        member = member_in(uow, asked, problem.community) if problem else None
        if problem is None or member is None:
            raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
        if member.person.id != problem.reporter and not facilitates(member.person, member.place.community):
            raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
        return similar_to(uow, member.place, problem, member.person, asked.now)


def similar_to(uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime) -> Sequence[ProblemView]:
    """The open problems most like one that this person may join, the likest first."""
    found = likest(uow, place, problem, person, now)
    joined = uow.joinings.among([each.id for each in found], person.id) if found else frozenset()
    return views_of(uow, place, [each for each in found if each.id not in joined][:MOST], person) if found else ()


def likest(uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime) -> Sequence[Problem]:
    """The problems that are alike enough to be offered, the likest first."""
    meanings = meanings_of(place.community)
    own = uow.finding.words_of([problem.id])[problem.id]
    meant = meanings.of(own)
    wanted = _open(place, person, now)
    near = uow.finding.sharing(place, wanted, _sought(meanings, meant, own), COMPARED)
    able = [each for each in near if each.id != problem.id and _may_be_offered(each, person, place.community)]
    words = uow.finding.words_of([each.id for each in able])
    close = {each.id: likeness(meant, meanings.of(words[each.id])) for each in able}
    alike = [each for each in able if close[each.id] >= LIKE]
    return sorted(alike, key=lambda each: (-close[each.id], -each.id))


def _may_be_offered(problem: Problem, person: Person, community: Community) -> bool:
    """As `sight` says, and as one may join."""
    seen = sight(person, problem, community)
    return seen.exists and can_be_joined(problem) and may_join(person, problem)


def _open(place: Place, person: Person, now: datetime) -> Wanted:
    day = now.astimezone(ZoneInfo(place.community.settings.timezone)).date()
    return Wanted(Sought(states=OPEN), scope_of(person, place.community), day)


def _sought(meanings: Meanings, meant: Meant, own: Mapping[str, bool]) -> dict[str, float]:
    """The words to look for: the report's own, and those by which others may say the same; each with its weight."""
    telling = sorted(meant.weights, key=lambda each: -meant.weights[each])
    said = {word: meant.weights[each] for each in reversed(telling) for word in meanings.said_as(each)}
    said = {word: weight for word, weight in said.items() if weight >= _TELLING}
    plainly = {word: max(meanings.of([word]).weights.values(), default=0.0) for word in own}
    plainly = {word: weight for word, weight in plainly.items() if weight >= _TELLING}
    return dict(sorted({**plainly, **said}.items(), key=lambda each: -each[1])[:_SOUGHT])
