"""Lessons in figures and as news: on Home, in the digest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.lesson_lines import LessonAcross, LessonAsks, LessonLine, LessonNews, LessonTally
from sc_bot.domain.lesson_rights import may_read
from sc_bot.domain.lessons import UNFINISHED, Lesson, Offer, Stage, Taken
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.lessons.following import line_of, problems_of

LOOKED_AT = 200  # offers, or lessons, of one community
ACROSS = 5  # lessons, the newest; the workbook has them all
_COUNTS = frozenset({Role.SUPPORT_COMMITTEE, Role.GENERAL_MANAGER})
_ADOPTED = frozenset({Taken.ADOPTED, Taken.ADAPTED, Taken.IN_PLACE})


def tally_for(uow: UnitOfWork, place: Place, person: Person) -> LessonTally | None:
    """The figures, for those who look after lessons; None for others, and where there is nothing to count."""
    if not (facilitates(person, place.community) or _COUNTS & {*person.roles}):
        return None
    stages, offers = uow.lessons.counts(place)
    waiting = sum(stages.get(each, 0) for each in UNFINISHED)
    published = stages.get(Stage.PUBLISHED, 0)
    if not (waiting or published):
        return None
    return LessonTally(waiting=waiting, published=published, offers=offers, across=across(uow, place, person))


def across(uow: UnitOfWork, place: Place, person: Person) -> tuple[LessonAcross, ...]:
    """What each institution does with the newest published lessons that this person may read. Three queries."""
    community, found = place.community, uow.lessons.published([place.id], LOOKED_AT)
    problems = problems_of(uow, found)
    shown = [each for each in found if may_read(person, each, problems.get(each.problem or 0), community)][:ACROSS]
    offers = uow.lessons.offers([each.id for each in shown])
    return tuple(_across(community, each, [offer for offer in offers if offer.lesson == each.id]) for each in shown)


def _across(community: Community, lesson: Lesson, offers: Sequence[Offer]) -> LessonAcross:
    at = {
        taken: tuple(
            home.name
            for each in offers
            if each.standing is taken and (home := community.institution(each.institution)) is not None
        )
        for taken in Taken
    }
    continuum = community.continuum(lesson.continuum) if lesson.continuum else None
    return LessonAcross(
        reference=lesson.reference,
        continuum=continuum.name if continuum else None,
        at={taken: names for taken, names in at.items() if names},
    )


class LessonsNews:
    """What is new about lessons in a community, read once for all its readers."""

    def __init__(self, uow: UnitOfWork, place: Place, since: datetime) -> None:
        self._place, self._since = place, since
        homes = [each.id for each in place.community.institutions]
        changed = uow.lessons.changed_since(place, since, LOOKED_AT)
        offered = [each for each in uow.lessons.offered_to(place, homes, LOOKED_AT) if each.standing is Taken.OFFERED]
        self._offers: Sequence[Offer] = [*offered, *(each for each in changed if each.standing in _ADOPTED)]
        self._lessons = {each: uow.lessons.by_id(each) for each in dict.fromkeys(one.lesson for one in self._offers)}
        self._problems = problems_of(uow, list(self._lessons.values()))

    def of(self, person: Person) -> LessonNews:
        """For one reader: what waits for their institution, what others adopted."""
        home = person.institution
        offered = [each for each in self._offers if each.standing is Taken.OFFERED and each.institution == home]
        adopted = [each for each in self._offers if each.standing in _ADOPTED and each.institution != home]
        return LessonNews(offered=tuple(self._lines(person, offered)), adopted=tuple(self._lines(person, adopted)))

    def _lines(self, person: Person, offers: Sequence[Offer]) -> Iterator[LessonLine]:
        for offer in offers:
            lesson = self._lessons[offer.lesson]
            problem = self._problems.get(lesson.problem or 0)
            if not lesson.is_withheld(problem):
                home = self._place.community.institution(offer.institution)
                line = line_of(self._place, person, lesson, problem, LessonAsks.ANSWER)
                yield replace(line, institution=home.name if home else None)
