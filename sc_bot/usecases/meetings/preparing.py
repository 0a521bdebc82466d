"""Before a meeting: who comes, what is added, which topics need care, another hour."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.meetings import Attending, Item, Kind, Phase, sits
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.meetings.planning import zone_of
from sc_bot.usecases.meetings.seats import Seat, head_of, must_be_ahead, seat_of
from sc_bot.usecases.problems.changing import Case, open_case

MOST_MINUTES = 60  # that one item may want


def say_coming(database: Database, asked: Asked, meeting: int, *, coming: bool) -> Answer:
    """A member says whether they come.

    Raises:
        Refused: NO_MEETING, NOT_MEMBER, MEETING_OVER.
    """

    def act(uow: UnitOfWork) -> Answer:
        seat = seat_of(uow, asked, meeting)
        if not sits(seat.person, seat.committee):
            raise Refused(Why.NOT_MEMBER)
        must_be_ahead(seat)
        before = next((each for each in uow.meetings.attending(meeting) if each.person == seat.person.id), None)
        known = before or Attending(person=seat.person.id)
        uow.meetings.attend(meeting, replace(known, coming=coming))
        seat.room().refresh_own(seat.person)
        return seat.met("coming" if coming else "not_coming")

    return once(database, asked, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What somebody wants a committee to talk about; `reference` of the problem that it is about, if it is."""

    topic: str
    reference: str = ""
    minutes: int = 5
    confirm_reason: str | None = None


def add_item(database: Database, asked: Asked, meeting: int, wanted: Topic) -> Answer:
    """Anybody of the community adds an item to the next agenda; nobody's name stands beside it.

    Raises:
        Refused: NO_MEETING, MEETING_OVER; no topic, or an identifying one; NOT_FOUND, of the problem.
    """
    topic = required(wanted.topic, "topic")
    passed = gate({"topic": topic}, reason=wanted.confirm_reason)

    def act(uow: UnitOfWork) -> Answer:
        seat = seat_of(uow, asked, meeting)
        must_be_ahead(seat)
        problem, text = _written(seat, wanted.reference.strip(), topic, passed)
        item = Item(
            id=0,
            meeting=meeting,
            kind=Kind.ADDED,
            problem=problem,
            topic=text,
            minutes=min(max(wanted.minutes, 1), MOST_MINUTES),
            added_by=seat.person.id,
        )
        uow.meetings.add_items(seat.place, [item])
        seat.room().refresh()
        return seat.met("added")

    return once(database, asked, act)


def _written(seat: Seat, reference: str, topic: str, passed: Passed) -> tuple[int | None, int]:
    """The words belong to the problem that they are about, so that redaction finds them."""
    if not reference:
        if passed.reason:
            seat.uow.meetings.write(seat.meeting, passed.reason, seat.now)
        return None, seat.uow.meetings.write(seat.meeting, topic, seat.now)
    case: Case = open_case(seat.uow, seat.asked, reference)
    if case.problem.community != seat.place.id:
        raise Refused(Why.NOT_FOUND, details=(reference[:20],))
    return case.problem.id, case.write(TextKind.AGENDA, topic, passed)


def flag_item(database: Database, asked: Asked, item: int) -> Answer:
    """The facilitator says that a topic needs a facilitated discussion, or no longer.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, MEETING_OVER.
    """

    def act(uow: UnitOfWork) -> Answer:
        found = uow.meetings.item(item)
        seat = head_of(uow, asked, found.meeting if found else 0)
        if found is None or not facilitates(seat.person, seat.community):
            raise Refused(Why.NOT_MODERATOR)
        must_be_ahead(seat)
        uow.meetings.save_item(replace(found, facilitated=not found.facilitated))
        seat.room().refresh()
        return seat.met("flagged", item)

    return once(database, asked, act)


def move_meeting(database: Database, asked: Asked, meeting: int, day: date, hour: time) -> Answer:
    """Another hour for one occasion: only a person moves a meeting, off a holiday too. Members hear of it once.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, MEETING_OVER; PAST_DAY, on the field of the day.
    """

    def act(uow: UnitOfWork) -> Answer:
        seen = head_of(uow, asked, meeting, to_change=False)
        uow.communities.get(seen.place.id, to_change=True)  # its hours are the community's: whose lock comes first
        seat = head_of(uow, asked, meeting)
        if seat.meeting.phase is not Phase.PLANNED:
            raise Refused(Why.MEETING_OVER)
        at = datetime.combine(day, hour, zone_of(seat.place))
        if at <= seat.now:
            raise Refused(Why.PAST_DAY, field="day")
        moved = replace(seat.meeting, at=at, moved_by=seat.person.id)
        uow.meetings.move(seat.place, moved)
        room = seat.room(moved)
        room.refresh()
        if moved.agenda_at is not None and at != seat.meeting.at:
            room.send_agenda(but=seat.person.id)
        return seat.met("moved")

    return once(database, asked, act)
