"""A published lesson is offered: to institutions that are named, and to those of a continuum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sc_bot.domain.answerable import chain
from sc_bot.domain.answers import Answer
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lesson_views import Reach
from sc_bot.domain.lessons import Did, Offer
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.lessons.case import LessonCase, change_lesson
from sc_bot.usecases.lists import next_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """To whom: ids of institutions and of continua."""

    institutions: tuple[str, ...] = ()
    continua: tuple[str, ...] = ()


def offer_lesson(database: Database, asked: Asked, reference: str, targets: Targets) -> Answer:
    """Offer it; the director of each institution finds it in their list, and answers.

    Raises:
        Refused: NOBODY_TO_OFFER, nobody is chosen or all have it already; UNKNOWN_LESSON, LESSON_NOT_YOURS.
    """

    def act(case: LessonCase) -> Answer:
        has_it = {each.institution for each in case.uow.lessons.offers([case.lesson.id])}
        reach = [each for each in reach_of(case, targets) if each.institution not in has_it]
        if not reach:
            raise Refused(Why.NOBODY_TO_OFFER, field="institutions")
        for each in reach:
            _offer(case, each)
        return case.kept(Did.OFFERED, reach=tuple((each.institution, each.why, each.continuum or "") for each in reach))

    return change_lesson(database, asked, reference, LessonAct.OFFER, act)


def reach_of(case: LessonCase, targets: Targets) -> Sequence[Reach]:
    """Each institution once, with why: named; else it leads problems of the continuum, or is in its routing.

    The institution from which the lesson comes has it: it is offered there only by name.
    """
    known = {each.id for each in case.community.institutions}
    found = [*(Reach(institution=each) for each in targets.institutions), *_of_continua(case, targets.continua)]
    first: dict[str, Reach] = {}
    for each in found:
        is_source = each.institution == case.lesson.institution and each.continuum is not None
        if each.institution in known and not is_source:
            first.setdefault(each.institution, each)
    return list(first.values())


def _of_continua(case: LessonCase, continua: Sequence[str]) -> Iterator[Reach]:
    for continuum in continua:
        for institution in case.uow.lessons.leading(case.place, continuum):
            yield Reach(institution=institution, why="leads", continuum=continuum)
        for rule in case.community.routing:
            if rule.continuum == continuum:
                yield Reach(institution=rule.institution, why="routing", continuum=continuum)


def _offer(case: LessonCase, reach: Reach) -> None:
    person = next(iter(chain(case.community, reach.institution)), None)
    case.uow.lessons.put(
        Offer(
            lesson=case.lesson.id,
            community=case.place.id,
            institution=reach.institution,
            by=case.person.id,
            at=case.now,
            next_at=next_list(case.community, person, case.now) if person else case.now,
        )
    )
    details = (reach.why, reach.continuum) if reach.continuum else (reach.why,)
    case.happened(Did.OFFERED, institution=reach.institution, details=details)
