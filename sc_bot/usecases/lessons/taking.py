"""An institution answers an offer: adopts, adapts, declines, later; then says whether it is in place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.answerable import directs
from sc_bot.domain.answers import Answer
from sc_bot.domain.digests import list_hour
from sc_bot.domain.lesson_rights import LessonAct, offer_acts
from sc_bot.domain.lessons import Did, Facet, Offer, Taken
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, must_be_open, once
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.lessons.case import LessonCase, open_lesson

ASKED_AFTER = 30  # working days after which one hears whether what was adopted is in place: about six weeks
_BECOMES: Mapping[LessonAct, tuple[Did, Taken | None]] = {
    LessonAct.ADOPT: (Did.ADOPTED, Taken.ADOPTED),
    LessonAct.ADAPT: (Did.ADAPTED, Taken.ADAPTED),
    LessonAct.DECLINE: (Did.DECLINED, Taken.DECLINED),
    LessonAct.LATER: (Did.LATER, Taken.LATER),
    LessonAct.IN_PLACE: (Did.IN_PLACE, Taken.IN_PLACE),
    LessonAct.NOT_YET: (Did.NOT_YET, None),
    LessonAct.GIVE_UP: (Did.GIVEN_UP, Taken.GIVEN_UP),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What is answered, before it is stored."""

    act: LessonAct
    words: str = ""
    day: date | None = None


def adopt_lesson(database: Database, asked: Asked, value: str) -> Answer:
    """Do it here, too; about six weeks later one is asked whether it is in place. `value`: reference, institution.

    Raises:
        Refused: UNKNOWN_LESSON; LESSON_NOT_YOURS, it is not offered to an institution for which they act.
    """
    return _take(database, asked, value, _Answer(act=LessonAct.ADOPT))


def adapt_lesson(database: Database, asked: Asked, value: str, how: str, confirm: str | None) -> Answer:
    """Do it here in another way, and say how.

    Raises:
        Refused: nothing was written, or it identifies somebody; as above.
    """
    return _take(database, asked, value, _Answer(act=LessonAct.ADAPT, words=_passed(how, "how", confirm)))


def decline_lesson(database: Database, asked: Asked, value: str, reason: str, confirm: str | None) -> Answer:
    """Not here, and why.

    Raises:
        Refused: as above.
    """
    return _take(database, asked, value, _Answer(act=LessonAct.DECLINE, words=_passed(reason, "reason", confirm)))


def later_lesson(database: Database, asked: Asked, value: str, day: date, act: LessonAct = LessonAct.LATER) -> Answer:
    """Not now (or not in place yet): one is asked again on that day.

    Raises:
        Refused: PAST_DAY; as above.
    """
    return _take(database, asked, value, _Answer(act=act, day=day))


def in_place_lesson(database: Database, asked: Asked, value: str, result: str, confirm: str | None) -> Answer:
    """It is in place; what it brought, if that can be said.

    Raises:
        Refused: the words identify somebody; as above.
    """
    gate({"result": result}, reason=confirm)
    return _take(database, asked, value, _Answer(act=LessonAct.IN_PLACE, words=result.strip()))


def give_up_lesson(database: Database, asked: Asked, value: str, reason: str, confirm: str | None) -> Answer:
    """It was tried, and is given up; why.

    Raises:
        Refused: nothing was written, or it identifies somebody; as above.
    """
    return _take(database, asked, value, _Answer(act=LessonAct.GIVE_UP, words=_passed(reason, "reason", confirm)))


def _passed(text: str, field: str, confirm: str | None) -> str:
    words = required(text, field)
    gate({field: words}, reason=confirm)
    return words


def _take(database: Database, asked: Asked, value: str, given: _Answer) -> Answer:
    def act(uow: UnitOfWork) -> Answer:
        case, offer = open_offer(uow, asked, value)
        must_be_open(case.place)
        if given.act not in offer_acts(offer):
            return case.overtaken(offer.institution)
        return _taken(case, offer, given)

    return once(database, asked, act)


def open_offer(uow: UnitOfWork, asked: Asked, value: str, *, to_change: bool = True) -> tuple[LessonCase, Offer]:
    """A lesson, and its offer to the institution that is named behind it, for whoever acts for that.

    Raises:
        Refused: UNKNOWN_LESSON or LESSON_NOT_YOURS.
    """
    reference, _, institution = value.partition(" ")
    case = open_lesson(uow, asked, reference, to_change=to_change)
    offers = uow.lessons.offers([case.lesson.id])
    offer = next((each for each in offers if each.institution == institution), None)
    if offer is None or not directs(case.person, case.community, institution, case.problem):
        raise Refused(Why.LESSON_NOT_YOURS, details=(case.lesson.reference,))
    return case, offer


def _taken(case: LessonCase, offer: Offer, given: _Answer) -> Answer:
    did, standing = _BECOMES[given.act]
    text = case.write(Facet.REASON, given.words) if given.words else None
    next_on = _next_day(case, given)
    after = replace(
        offer,
        standing=standing or offer.standing,
        changed_at=case.now,
        words=text,
        next_on=next_on,
        next_at=_morning_of(case, next_on) if next_on else None,
    )
    case.uow.lessons.put(after)
    days = (next_on.isoformat(),) if next_on else ()
    facts = {"before": offer.standing.value, "after": after.standing.value, "words": text, "details": days}
    step = case.happened(_evaluated(did, text), institution=offer.institution, **facts)
    if did in {Did.ADOPTED, Did.ADAPTED}:
        case.tell_author(step)
    return case.kept(did, day=next_on.isoformat() if next_on else "")


def _evaluated(did: Did, text: int | None) -> Did:
    return Did.EVALUATED if did is Did.IN_PLACE and text is not None else did


def _next_day(case: LessonCase, given: _Answer) -> date | None:
    calendar = calendar_of(case.community, case.person)
    today = calendar.local_date(case.now)
    if given.act in {LessonAct.ADOPT, LessonAct.ADAPT}:
        return calendar.add_working_days(today, ASKED_AFTER)
    if given.day is not None and given.day <= today:
        raise Refused(Why.PAST_DAY, field="due")
    return given.day


def _morning_of(case: LessonCase, day: date) -> datetime:
    """The list of that day, or of the next working day after it."""
    calendar = calendar_of(case.community, case.person)
    working = day if calendar.is_working_day(day) else calendar.next_working_day(day)
    return calendar.at(working, list_hour(case.community, case.person, working, calendar))
