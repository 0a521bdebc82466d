"""Minutes: drafted by themselves, put right and approved by whoever leads meetings, then sent to the members."""

from collections.abc import Mapping
from dataclasses import replace

from sc_bot.domain import meetings as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.meetings import Item, Outcome, Phase
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.meetings.closing import details_of
from sc_bot.usecases.meetings.seats import Seat, head_of
from sc_bot.usecases.meetings.seeing import words_of
from sc_bot.usecases.problems.changing import open_case


def approve_minutes(database: Database, asked: Asked, meeting: int) -> Answer:
    """They are right: each member gets them.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, NOT_STARTED.
    """

    def act(uow: UnitOfWork) -> Answer:
        seat = head_of(uow, asked, meeting)
        approved = rules.approve(seat.meeting, seat.person.id, seat.now)
        if approved is None:
            return _approved_already(seat)
        uow.meetings.save(approved)
        room = seat.room(approved)
        room.send_minutes(but=seat.person.id)
        room.refresh()
        return seat.met("approved")

    return once(database, asked, act)


def _approved_already(seat: Seat) -> Answer:
    if seat.meeting.phase is not Phase.APPROVED:
        raise Refused(Why.NOT_STARTED)
    return seat.faster("approved", seat.meeting.approved_by, seat.meeting.approved_at)


def correct_minutes(
    database: Database, asked: Asked, meeting: int, corrected: Mapping[int, str], confirm: str | None = None
) -> Answer:
    """Put the words of decisions right, by item; what was written first stays kept.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, NOT_STARTED; a text is missing or identifying, on the field of its item.
    """
    texts = {item: required(text, f"text_{item}") for item, text in corrected.items()}
    passed = gate({f"text_{item}": text for item, text in texts.items()}, reason=confirm)

    def act(uow: UnitOfWork) -> Answer:
        seat = head_of(uow, asked, meeting)
        if seat.meeting.phase is not Phase.ENDED:
            return _approved_already(seat)
        items = [each for each in uow.meetings.items(meeting) if each.id in texts and each.decided is not None]
        before = words_of(uow, items)
        for each in items:
            if before.of(each, each.decided) != texts[each.id]:
                uow.meetings.save_item(replace(each, decided=_written(seat, each, texts[each.id], passed)))
        seat.room().refresh()
        return seat.met("corrected")

    return once(database, asked, act)


def _written(seat: Seat, item: Item, words: str, passed: Passed) -> int:
    """The new words, where the old ones stand."""
    if item.problem is None:
        return seat.uow.meetings.write(seat.meeting, words, seat.now)
    problem = seat.uow.problems.by_id(item.problem)
    case = open_case(seat.uow, seat.asked, problem.reference)
    text = case.write(TextKind.DECIDED, words, passed)
    if item.outcome is Outcome.DECIDED:
        case.happened(Happened.DECIDED, text=text, details=details_of(seat, "corrected"))
    return text
