"""Lessons like what somebody reports, in either language."""

from collections.abc import Sequence
from dataclasses import dataclass

from sc_bot.domain.lessons import Facet, Lesson
from sc_bot.domain.likeness import ideas, likest
from sc_bot.domain.routing import route
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in
from sc_bot.usecases.lessons.following import problems_of

LOOKED_AT = 500  # the newest published lessons
SHOWN = 3
_LIKE = (Facet.CONTEXT, Facet.CHANGE, Facet.RESULT, Facet.WHAT)


@dataclass(frozen=True, slots=True)
class LikeLesson:
    """A published lesson that is like a text: its reference, and the change that it tells of, in its own words."""

    reference: str
    change: str


def lessons_like(
    uow: UnitOfWork, place: Place, text: str, continuum: str | None = None, *, communities: Sequence[int] = ()
) -> list[LikeLesson]:
    """The published lessons that are most like a text, the likest first. Three queries.

    Args:
        uow: reads only.
        place: where it is read.
        text: a report, in either language.
        continuum: its care continuum; found in the text if not given.
        communities: whose lessons are looked at; only those of `place` if not given.
    """
    found = uow.lessons.published(communities or [place.id], LOOKED_AT)
    problems = problems_of(uow, found)
    open_to_all = [each for each in found if not each.is_withheld(problems.get(each.problem or 0))]
    words = _newest_words(uow, open_to_all)
    about = continuum or route(text, community=place.community, reporter_institution=None).continuum
    among = [
        (each.id, ideas(*words[each.id].values()), about is not None and each.continuum == about)
        for each in open_to_all
    ]
    by_id = {each.id: each for each in open_to_all}
    return [LikeLesson(by_id[each].reference, words[each][Facet.CHANGE]) for each in likest(ideas(text), among, SHOWN)]


def _newest_words(uow: UnitOfWork, lessons: Sequence[Lesson]) -> dict[int, dict[Facet, str]]:
    words: dict[int, dict[Facet, str]] = {each.id: {} for each in lessons}
    for each in uow.lessons.words([lesson.id for lesson in lessons]):
        if each.facet in _LIKE:
            words[each.lesson][each.facet] = each.body
    return words


def lessons_like_report(database: Database, asked: Asked, community: int, text: str) -> list[LikeLesson]:
    """The same for somebody who just reported something there."""
    with database.reading() as uow:
        member = member_in(uow, asked, community)
        return lessons_like(uow, member.place, text) if member else []
