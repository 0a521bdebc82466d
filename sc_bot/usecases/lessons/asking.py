"""A lesson is asked for, once an occasion; and a good practice is reported by whoever saw that it works."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.answerable import answering_at, facilitators
from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Community, Person
from sc_bot.domain.lessons import (
    OF_LESSONS,
    OF_PRACTICES,
    UNFINISHED,
    Did,
    Facet,
    Lesson,
    LessonStep,
    Occasion,
    Origin,
    Stage,
)
from sc_bot.domain.problems import Problem
from sc_bot.domain.routing import route
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of, must_be_open, once
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.lessons.case import LessonCase
from sc_bot.usecases.lists import next_list


def ask_for_lesson(
    uow: UnitOfWork,
    place: Place,
    problem: Problem,
    occasion: Occasion,
    now: datetime,
) -> Lesson | None:
    """Ask whoever acts for the lead what others may learn from it: with their next list, and once an occasion.

    Args:
        uow: the unit of work in which the occasion happened.
        place: the problem's community.
        problem: what it is about; its lead is asked, and the facilitator if they do not answer.
        occasion: why; once for each.
        now: the product's time.

    Returns:
        The lesson that is asked for; None if it was asked for before, or another one about it is under way.
    """
    under_way = [each for each in uow.lessons.about(problem.id) if each.stage in UNFINISHED]
    institution = problem.lead or problem.institution
    if under_way or institution is None:
        return None
    added = uow.lessons.add(_to_tell(place, problem, institution, occasion, now), OF_LESSONS)
    if added is not None:
        step = LessonStep(
            lesson=added.id, did=Did.ASKED, at=now, actor=None, after=Stage.ASKED, institution=institution
        )
        uow.lessons.happened(added, step)
    return added


def _to_tell(place: Place, problem: Problem, institution: str, occasion: Occasion, now: datetime) -> Lesson:
    person = answering_at(place.community, problem, institution)
    return Lesson(
        id=0,
        workspace=place.workspace,
        community=place.id,
        reference="",
        origin=occasion.why,
        occasion=f"{occasion.why.value}:{problem.id}:{occasion.which}",
        stage=Stage.ASKED,
        at=now,
        problem=problem.id,
        continuum=problem.continuum,
        institution=institution,
        author=occasion.author or problem.reporter,
        next_at=next_list(place.community, person, now) if person else now,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What works, as somebody writes it."""

    what: str
    where: str | None = None
    since: str | None = None
    show_name: bool = False
    confirm_reason: str | None = None


def note_practice(database: Database, asked: Asked, practice: Practice) -> Answer:
    """Keep a good practice; the facilitator and the support committee have it in their lists.

    Raises:
        Refused: nothing was written, or a text identifies somebody; NO_COMMUNITY; ARCHIVED.
    """
    what = required(practice.what, "what")
    texts = {"what": what, "where": practice.where, "since": practice.since}
    gate(texts, reason=practice.confirm_reason)
    given = {Facet.WHAT: what, Facet.WHERE: practice.where, Facet.SINCE: practice.since}
    return once(database, asked, lambda uow: _noted(uow, asked, practice, given))


def _noted(uow: UnitOfWork, asked: Asked, practice: Practice, given: dict[Facet, str | None]) -> Answer:
    member = member_of(uow, asked)
    must_be_open(member.place)
    place, community = member.place, member.place.community
    lesson = Lesson(
        id=0,
        workspace=place.workspace,
        community=place.id,
        reference="",
        origin=Origin.PRACTICE,
        occasion=f"{Origin.PRACTICE.value}:{asked.slack_id}:{asked.request}",
        stage=Stage.NOTED,
        at=asked.now,
        continuum=_continuum(community, member.person, practice.what),
        author=member.person.id,
        name_shown=practice.show_name,
        next_at=_next_triage(community, asked.now),
    )
    added = uow.lessons.add(lesson, OF_PRACTICES)
    if added is None:
        raise RuntimeError("one request noted a practice twice")
    case = LessonCase(uow, asked, member, added, None)
    for facet, body in given.items():
        if body and body.strip():
            case.write(facet, body.strip())
    case.happened(Did.NOTED, actor=None, after=Stage.NOTED.value)
    return case.kept(Did.NOTED)


def _continuum(community: Community, person: Person, text: str) -> str | None:
    return route(text, community=community, reporter_institution=person.institution).continuum


def _next_triage(community: Community, now: datetime) -> datetime:
    head = next(iter(facilitators(community)), None)
    return next_list(community, head, now) if head else now
