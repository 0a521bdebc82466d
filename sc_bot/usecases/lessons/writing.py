"""A lesson is written, sent back, validated and published, corrected; a name is shown, words are removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.common_notices import LessonHeadline
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lessons import OF_A_LESSON, Did, Facet, Lesson, LessonStep, Stage
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, UnitOfWork
from sc_bot.privacy import redact, redact_words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.lessons.case import LessonCase, change_lesson, headline_key
from sc_bot.usecases.lists import next_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A lesson in four short fields."""

    context: str
    change: str
    result: str
    conditions: str
    confirm_reason: str | None = None


def draft_lesson(database: Database, asked: Asked, reference: str, draft: Draft) -> Answer:
    """Write the lesson; the support committee validates it.

    Raises:
        Refused: a field is empty or identifies somebody; UNKNOWN_LESSON, LESSON_NOT_YOURS.
    """
    given = _passed(draft)

    def act(case: LessonCase) -> Answer:
        before = case.lesson.stage
        _write(case, given)
        after = case.saved(
            stage=Stage.DRAFTED,
            drafted_by=case.person.id,
            rewritten=facilitates(case.person, case.community),
            next_at=next_list(case.community, case.person, case.now),
            reached=0,
        )
        step = after.happened(Did.DRAFTED, before=before.value, after=Stage.DRAFTED.value)
        if before is Stage.NOTED:
            after.tell_author(step)
        return after.kept(Did.DRAFTED)

    return change_lesson(database, asked, reference, LessonAct.DRAFT, act)


def correct_lesson(database: Database, asked: Asked, reference: str, draft: Draft) -> Answer:
    """The facilitator words it anew; the earlier words are kept, and what stands in the channel is edited.

    Raises:
        Refused: as above.
    """
    given = _passed(draft)

    def act(case: LessonCase) -> Answer:
        _write(case, given)
        after = case.saved(rewritten=True)
        after.happened(Did.CORRECTED)
        _show_anew(after)
        return after.kept(Did.CORRECTED)

    return change_lesson(database, asked, reference, LessonAct.CORRECT, act)


def _passed(draft: Draft) -> dict[Facet, str]:
    given = {each: required(getattr(draft, each.value), each.value) for each in OF_A_LESSON}
    gate({each.value: body for each, body in given.items()}, reason=draft.confirm_reason)
    return given


def _write(case: LessonCase, given: Mapping[Facet, str]) -> None:
    """What differs from the newest words is kept as newer ones."""
    newest = {each.facet: each.body for each in case.uow.lessons.words([case.lesson.id])}
    for facet, body in given.items():
        if newest.get(facet) != body:
            case.write(facet, body)


def pass_lesson(database: Database, asked: Asked, reference: str) -> Answer:
    """Nothing to pass on; it is not asked for again."""

    def act(case: LessonCase) -> Answer:
        before = case.lesson.stage.value
        after = case.saved(stage=Stage.PASSED, next_at=None)
        after.happened(Did.PASSED, before=before, after=Stage.PASSED.value)
        return after.kept(Did.PASSED)

    return change_lesson(database, asked, reference, LessonAct.PASS, act)


def send_back_lesson(database: Database, asked: Asked, reference: str, missing: str, confirm: str | None) -> Answer:
    """The support committee says what is missing; whoever wrote it finds it in their list.

    Raises:
        Refused: nothing was written, or it identifies somebody; UNKNOWN_LESSON, LESSON_NOT_YOURS.
    """
    words = required(missing, "missing")
    gate({"missing": words}, reason=confirm)

    def act(case: LessonCase) -> Answer:
        writer = case.community.person(case.lesson.drafted_by or "")
        text = case.write(Facet.REASON, words)
        again = next_list(case.community, writer or case.person, case.now)
        after = case.saved(stage=Stage.SENT_BACK, next_at=again, reached=0)
        after.happened(Did.SENT_BACK, before=Stage.DRAFTED.value, after=Stage.SENT_BACK.value, words=text)
        return after.kept(Did.SENT_BACK)

    return change_lesson(database, asked, reference, LessonAct.SEND_BACK, act)


def validate_lesson(database: Database, asked: Asked, reference: str) -> Answer:
    """The support committee agrees: it is published, in the list and in the channel of lessons.

    Raises:
        Refused: LESSON_RESTRICTED, its problem is and the facilitator has not rewritten it; as above.
    """

    def act(case: LessonCase) -> Answer:
        if case.lesson.is_withheld(case.problem):
            raise Refused(Why.LESSON_RESTRICTED)
        after = case.saved(stage=Stage.PUBLISHED, published_at=case.now, next_at=None)
        after.happened(Did.VALIDATED, before=Stage.DRAFTED.value)
        after.tell_author(after.happened(Did.PUBLISHED, after=Stage.PUBLISHED.value))
        return after.kept(Did.PUBLISHED, in_channel=_publish(after))

    return change_lesson(database, asked, reference, LessonAct.VALIDATE, act)


def _publish(case: LessonCase) -> bool:
    """One message in the channel of lessons, if the community has one."""
    channel = case.place.channels.get(case.community.settings.lessons_channel or "")
    if channel is not None:
        notice, key = LessonHeadline(case.lesson.id), headline_key(case.lesson)
        posting = Posting(notice=notice, to=channel, key=key, due_at=case.now, surface=True)
        case.uow.outbox.post(case.lesson.workspace, case.lesson.problem, [posting])
    return channel is not None


def show_lesson_name(database: Database, asked: Asked, reference: str) -> Answer:
    """The name of whose it is, is theirs: they show it themselves."""

    def act(case: LessonCase) -> Answer:
        after = case.saved(name_shown=True)
        after.happened(Did.NAME_SHOWN, actor=None)
        _show_anew(after)
        return after.kept(Did.NAME_SHOWN)

    return change_lesson(database, asked, reference, LessonAct.SHOW_NAME, act)


def redact_lesson(database: Database, asked: Asked, reference: str, words: str) -> Answer:
    """Remove identifying detail from every word of a lesson; the words named are kept nowhere.

    Raises:
        Refused: EMPTY or NOT_WRITTEN, where nothing of it is found; UNKNOWN_LESSON, LESSON_NOT_YOURS.
    """
    named = " ".join(words.split())

    def act(case: LessonCase) -> Answer:
        language = case.community.settings.language.value
        count = remove_words(case.uow, case.lesson, named, language)
        if not count:
            raise Refused(Why.NOT_WRITTEN if named else Why.EMPTY, field="words")
        case.happened(Did.REDACTED, details=(str(count),))
        _show_anew(case)
        return case.kept(Did.REDACTED)

    return change_lesson(database, asked, reference, LessonAct.REDACT, act)


def remove_words(uow: UnitOfWork, lesson: Lesson, named: str, language: str) -> int:
    """Take what the detectors find, and the named words, out of a lesson; returns how many texts changed."""
    count = 0
    for each in uow.lessons.words([lesson.id]):
        body = redact_words(redact(each.body, language=language), named, language=language)
        if body != each.body:
            uow.lessons.redact(each.id, body)
            count += 1
    return count


def clean_lessons_of(uow: UnitOfWork, problem: Problem, named: str, language: str, by: str, now: datetime) -> None:
    """What is removed from a problem is removed from the lessons about it, too."""
    for lesson in uow.lessons.about(problem.id):
        count = remove_words(uow, lesson, named, language)
        if count:
            step = LessonStep(lesson=lesson.id, did=Did.REDACTED, at=now, actor=by, details=(str(count),))
            uow.lessons.happened(lesson, step)


def _show_anew(case: LessonCase) -> None:
    case.uow.outbox.show_anew(case.lesson.workspace, headline_key(case.lesson), case.now)
