"""The rows of the lessons' sheet: each lesson, and what became of it at each institution."""

from collections.abc import Iterator, Sequence

from sc_bot.domain.exports import LessonRow
from sc_bot.domain.lesson_rights import may_read
from sc_bot.domain.lessons import Facet, Lesson
from sc_bot.domain.visibility import NOTHING
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.exporting.looking import Looker
from sc_bot.usecases.lessons.following import problems_of

AT_ONCE = 100  # lessons that are read together


def lesson_rows(uow: UnitOfWork, looker: Looker) -> Iterator[LessonRow]:
    """Every lesson that the reader may read, with what became of it at each institution; nobody is named."""
    last = 0
    while page := uow.lessons.page(looker.place, last, AT_ONCE):
        yield from _rows(uow, looker, page)
        last = page[-1].id


def _rows(uow: UnitOfWork, looker: Looker, page: Sequence[Lesson]) -> Iterator[LessonRow]:
    community, problems = looker.place.community, problems_of(uow, page)
    ids = [each.id for each in page]
    words, offers = uow.lessons.words(ids), uow.lessons.offers(ids)
    for lesson in page:
        problem = problems.get(lesson.problem or 0)
        if not may_read(looker.person, lesson, problem, community):
            continue
        seen = looker.sees(problem) if problem is not None else NOTHING
        said = {each.facet: each.body for each in words if each.lesson == lesson.id}
        continuum = community.continuum(lesson.continuum) if lesson.continuum else None
        yield LessonRow(
            reference=lesson.reference,
            problem=problem.reference if problem is not None and seen.exists else None,
            origin=lesson.origin,
            stage=lesson.stage,
            continuum=continuum.name if continuum else None,
            institution=looker.name(lesson.institution) if seen.lead else None,
            asked_on=looker.calendar.local_date(lesson.at),
            published_on=looker.day(lesson.published_at),
            words={each: said.get(each) for each in Facet if each is not Facet.REASON},
            standings={each.institution: each.standing for each in offers if each.lesson == lesson.id},
        )
