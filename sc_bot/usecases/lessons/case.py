"""What every change of a lesson has in common: find it, may they, do it, keep the history, tell its author."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.addresses import address_of
from sc_bot.domain.answers import Answer
from sc_bot.domain.common_answers import LessonKept, LessonOvertaken
from sc_bot.domain.common_notices import LessonTold
from sc_bot.domain.community import Community, Person
from sc_bot.domain.lesson_rights import LessonAct, may, may_read
from sc_bot.domain.lessons import Did, Facet, Lesson, LessonStep, lesson_reference
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, must_be_open, once
from sc_bot.usecases.telling import reading_time


@dataclass(frozen=True, slots=True)
class LessonCase:
    """One person about to change one lesson, inside a unit of work."""

    uow: UnitOfWork
    asked: Asked
    member: Member
    lesson: Lesson
    problem: Problem | None

    @property
    def now(self) -> datetime:
        """The product's time."""
        return self.asked.now

    @property
    def place(self) -> Place:
        """The lesson's community."""
        return self.member.place

    @property
    def community(self) -> Community:
        """The same, as configured."""
        return self.member.place.community

    @property
    def person(self) -> Person:
        """Who acts."""
        return self.member.person

    def may(self, act: LessonAct) -> bool:
        """Whether they may."""
        return may(self.person, act, self.lesson, self.problem, self.community)

    def saved(self, **changes: object) -> "LessonCase":
        """The same after the lesson was changed and stored."""
        changed = replace(self.lesson, **changes)  # type: ignore[arg-type] # the names are those of the class
        return replace(self, lesson=self.uow.lessons.save(changed))

    def write(self, facet: Facet, body: str) -> int:
        """Keep words that passed the gate."""
        return self.uow.lessons.write(self.lesson, facet, body, self.now)

    def happened(self, did: Did, **facts: object) -> int:
        """Append a step; what somebody does as the author bears no name."""
        usual = LessonStep(lesson=self.lesson.id, did=did, at=self.now, actor=self.person.id)
        return self.uow.lessons.happened(self.lesson, replace(usual, **facts))  # type: ignore[arg-type] # as above

    def tell_author(self, step: int) -> None:
        """Tell the one whose it is, in their hours; nobody is told of their own act."""
        author = self.uow.communities.person(self.place.id, self.lesson.author) if self.lesson.author else None
        address = address_of(self.place.id, author) if author is not None else ""
        if author is None or not address or address == self.asked.slack_id:
            return
        told = Posting(
            notice=LessonTold(self.lesson.id, step),
            to=address,
            key=f"lesson_told:{step}:{address}",
            due_at=reading_time(self.community, author, self.now),
        )
        self.uow.outbox.post(self.lesson.workspace, self.lesson.problem, [told])

    def kept(self, did: Did, **facts: object) -> LessonKept:
        """The answer: it happened."""
        lesson = self.lesson
        usual = LessonKept(lesson=lesson.id, reference=lesson.reference, community=lesson.community, did=did.value)
        return replace(usual, **facts)  # type: ignore[arg-type] # as above

    def overtaken(self, institution: str | None = None) -> LessonOvertaken:
        """The answer when somebody acted first; about one institution, with its last step."""
        steps = self.uow.lessons.steps([self.lesson.id])
        last = next(each for each in reversed(steps) if institution in {None, each.institution})
        return LessonOvertaken(
            lesson=self.lesson.id,
            reference=self.lesson.reference,
            community=self.lesson.community,
            by=last.actor,
            at=last.at,
            did=last.did.value,
        )


def headline_key(lesson: Lesson) -> str:
    """Why its message in the channel exists."""
    return f"lesson:{lesson.id}"


def open_lesson(uow: UnitOfWork, asked: Asked, reference: str, *, to_change: bool = True) -> LessonCase:
    """The lesson, locked if it is to change, and who asks, with their roles as they are now.

    Raises:
        Refused: UNKNOWN_LESSON, also for what they may not read.
    """
    named = lesson_reference(reference)
    lesson = uow.lessons.get(asked.workspace, named, to_change=to_change) if named else None
    member = member_in(uow, asked, lesson.community) if lesson else None
    if lesson is None or member is None:
        raise Refused(Why.UNKNOWN_LESSON, details=(reference.strip()[:20],))
    problem = uow.problems.by_id(lesson.problem) if lesson.problem else None
    if not may_read(member.person, lesson, problem, member.place.community):
        raise Refused(Why.UNKNOWN_LESSON, details=(reference.strip()[:20],))
    return LessonCase(uow, asked, member, lesson, problem)


def change_lesson(
    database: Database, asked: Asked, reference: str, lesson_act: LessonAct, act: Callable[[LessonCase], Answer]
) -> Answer:
    """Find the lesson, check that this person may, and act; once a request. Who comes too late is told so.

    Raises:
        Refused: UNKNOWN_LESSON or LESSON_NOT_YOURS; ARCHIVED, but words can be removed there all the same.
    """

    def checked(uow: UnitOfWork) -> Answer:
        case = open_lesson(uow, asked, reference)
        if lesson_act is not LessonAct.REDACT:
            must_be_open(case.place)
        if case.may(lesson_act):
            return act(case)
        if _was_theirs(case, lesson_act):
            return case.overtaken()
        raise Refused(Why.LESSON_NOT_YOURS, details=(case.lesson.reference,))

    return once(database, asked, checked)


def _was_theirs(case: LessonCase, act: LessonAct) -> bool:
    """Whether they might have done it at an earlier stage: their button is old, not foreign."""
    stages = {each: replace(case.lesson, stage=each, name_shown=False) for each in type(case.lesson.stage)}
    return any(may(case.person, act, each, case.problem, case.community) for each in stages.values())
