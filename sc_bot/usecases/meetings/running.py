"""A meeting begins and ends; what comes between is in `closing`."""

from dataclasses import replace

from sc_bot.domain import meetings as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.meetings import BY_ITSELF, Attending, Item, Meeting, Outcome, Phase, members
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.meetings.agenda import Making, gathered
from sc_bot.usecases.meetings.making import put_on
from sc_bot.usecases.meetings.seats import Seat, head_of


def start_meeting(database: Database, asked: Asked, meeting: int, present: tuple[str, ...]) -> Answer:
    """Begin: who is there, and the agenda as it is now. The first who starts it leads it; the second is told.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, MEETING_OVER.
    """
    with database.reading() as uow:
        seat = head_of(uow, asked, meeting, to_change=False)
        items = gathered(Making(uow, seat.place, seat.committee, seat.meeting, seat.now))

    def act(uow: UnitOfWork) -> Answer:
        seat = head_of(uow, asked, meeting)
        started = rules.start(seat.meeting, seat.person.id, seat.now)
        if started is None:
            if seat.meeting.phase is Phase.STARTED:
                return seat.faster("started", seat.meeting.moderator, seat.meeting.started_at)
            raise Refused(Why.MEETING_OVER)
        _bring_up_to_date(seat, items)
        note_present(seat, present)
        uow.meetings.save(replace(started, agenda_at=started.agenda_at or seat.now))
        room = seat.room(started)
        room.project(seat.person)
        room.refresh()
        return seat.met("started")

    return once(database, asked, act)


def _bring_up_to_date(seat: Seat, items: list[Item]) -> None:
    """What is new comes on, what settled itself since the agenda was sent goes off."""
    before = seat.uow.meetings.items(seat.meeting.id)
    found, known = {each.key for each in items}, {each.key for each in before}
    about = {each.problem for each in before if each.problem is not None}
    stands = {each.problem for each in items}
    for each in before:
        if each.kind in BY_ITSELF and each.key not in found and each.problem not in stands:
            gone = rules.close(each, Outcome.SETTLED, None, seat.now)
            seat.uow.meetings.save_item(gone or each)
    fresh = [each for each in items if each.key not in known and each.problem not in about]
    put_on(seat.uow, seat.place, seat.meeting, fresh)


def note_present(seat: Seat, present: tuple[str, ...]) -> None:
    """Who is in the room, of the members; the others are absent."""
    said = {each.person: each for each in seat.uow.meetings.attending(seat.meeting.id)}
    for person in members(seat.community, seat.committee):
        known = said.get(person.id, Attending(person=person.id))
        seat.uow.meetings.attend(seat.meeting.id, replace(known, present=person.id in present))


def end_meeting(database: Database, asked: Asked, meeting: int) -> Answer:
    """It is over; its minutes are drafted. What nobody came to goes onto the next agenda.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, NOT_STARTED.
    """

    def act(uow: UnitOfWork) -> Answer:
        seat = head_of(uow, asked, meeting)
        ended = rules.end(seat.meeting, seat.person.id, seat.now)
        if ended is None:
            return over_already(seat)
        uow.meetings.save(ended)
        room = seat.room(ended)
        room.draft_minutes()
        room.refresh()
        return seat.met("ended")

    return once(database, asked, act)


def over_already(seat: Seat) -> Answer:
    """Somebody ended it first.

    Raises:
        Refused: NOT_STARTED.
    """
    meeting: Meeting = seat.meeting
    if meeting.phase is Phase.PLANNED:
        raise Refused(Why.NOT_STARTED)
    return seat.faster("ended", meeting.ended_by, meeting.ended_at)
