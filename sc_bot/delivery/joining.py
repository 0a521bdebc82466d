"""What somebody hears who sees a problem too; and what an author's card says of problems like theirs."""

from datetime import datetime

from sc_bot.domain.community import Person
from sc_bot.domain.joining import is_asked, is_fresh
from sc_bot.domain.notices import ToldToo
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import cards, joined
from sc_bot.usecases.reading import step_view
from sc_bot.usecases.reading_lists import brief_view
from sc_bot.usecases.showing import reader_of
from sc_bot.usecases.similar.finding import similar_to


def about_joined(uow: UnitOfWork, envelope: Envelope, notice: ToldToo, now: datetime) -> Message | None:
    """One step, to one who joined and has not left; what was written is not read."""
    problem = uow.problems.by_id(notice.problem)
    place = uow.communities.get(problem.community).at(now)
    members = uow.communities.members(envelope.workspace, envelope.to)
    person = next((each.person for each in members if each.place.id == place.id), None)
    part = uow.joinings.one(problem.id, person.id) if person else None
    if person is None or part is None or (part.left_at is not None and envelope.ts is None):
        return None
    seen, view = sight(person, problem, place.community), brief_view(place, problem, person, None)
    if view is None:
        return cards.closed_off(reader_of(place, person), problem.reference) if envelope.ts else None
    step = step_view(uow, place, problem, uow.history.event(notice.event))
    return joined.told_too(view, step, asked=is_asked(part, problem), reads=seen.text)


def alike(uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime) -> list[str]:
    """The references of problems like a report on which nobody has acted yet."""
    if person.id != problem.reporter or not is_fresh(problem):
        return []
    return [each.reference for each in similar_to(uow, place, problem, person, now)]
