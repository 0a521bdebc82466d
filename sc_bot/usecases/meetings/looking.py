"""What somebody asks to see of meetings: the next agendas, one meeting, the one they lead, the last minutes."""

from collections.abc import Sequence

from sc_bot.domain.meeting_views import MeetingView, Running
from sc_bot.domain.meetings import Kind, Meeting, Phase, may_run, members, sits
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.meetings.planning import ensured, upcoming
from sc_bot.usecases.meetings.seats import Seat, head_of, seat_of
from sc_bot.usecases.meetings.seeing import MeetingReading


def next_agendas(database: Database, asked: Asked) -> Sequence[MeetingView]:
    """The next meeting of each committee, those on which one sits first.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        member = _member(uow, asked)
        found = _next_of(uow, member, asked)
    if any(not each.meeting.id for each in found):
        with database.unit_of_work() as uow:
            for each in found:
                ensured(uow, each.place, each.committee, asked.now)
    with database.reading() as uow:
        every = [_view(each) for each in _next_of(uow, _member(uow, asked), asked)]
        return sorted(every, key=lambda each: not each.sits)


def _member(uow: UnitOfWork, asked: Asked) -> Member:
    member = member_of_reading(uow, asked)
    if member is None:
        raise Refused(Why.NO_COMMUNITY)
    return member


def _next_of(uow: UnitOfWork, member: Member, asked: Asked) -> list[Seat]:
    both = [(each, upcoming(uow, member.place, each, asked.now)) for each in member.place.community.committees]
    return [Seat(uow, asked, member, committee, meeting) for committee, meeting in both if meeting is not None]


def _view(seat: Seat, meeting: Meeting | None = None) -> MeetingView:
    reading = MeetingReading(seat.uow, seat.place, seat.committee, seat.now)
    return reading.view(meeting or seat.meeting, seat.person)


def see_meeting(database: Database, asked: Asked, meeting: int) -> MeetingView:
    """One meeting, for somebody of its community; its agenda is for who sits there or leads it.

    Raises:
        Refused: NO_MEETING.
    """
    with database.reading() as uow:
        return _view(seat_of(uow, asked, meeting, to_change=False))


def see_agenda(database: Database, asked: Asked, meeting: int) -> MeetingView:
    """The whole agenda or the minutes, for members and for who leads.

    Raises:
        Refused: NO_MEETING, NOT_MEMBER.
    """
    view = see_meeting(database, asked, meeting)
    if not (view.sits or view.may_run):
        raise Refused(Why.NOT_MEMBER)
    return view


def last_minutes(database: Database, asked: Asked, meeting: int) -> MeetingView | None:
    """The approved minutes before this meeting; None where there are none yet.

    Raises:
        Refused: NO_MEETING, NOT_MEMBER.
    """
    with database.reading() as uow:
        seat = seat_of(uow, asked, meeting, to_change=False)
        if not (sits(seat.person, seat.committee) or may_run(seat.person, seat.community)):
            raise Refused(Why.NOT_MEMBER)
        before = uow.meetings.last(seat.place, seat.committee.id)
        return _view(seat, before) if before else None


def see_running(database: Database, asked: Asked, meeting: int) -> Running:
    """A meeting for whoever leads it, at its current item.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, MEETING_OVER.
    """
    with database.reading() as uow:
        seat = head_of(uow, asked, meeting, to_change=False)
        if seat.meeting.phase is Phase.APPROVED:
            raise Refused(Why.MEETING_OVER)
        return _running(seat)


def _running(seat: Seat) -> Running:
    view = _view(seat)
    attending = seat.uow.meetings.attending(seat.meeting.id)
    is_under_way = seat.meeting.phase is not Phase.PLANNED
    who = tuple(members(seat.community, seat.committee))
    there = {each.person for each in attending if (each.present if is_under_way else each.coming)}
    if not is_under_way:
        there.add(seat.person.id)  # whoever is about to lead it is there
    present = [each.id for each in who if each.id in there]
    kind = view.current.kind if view.current is not None and not view.current.hidden else None
    return Running(
        view=view,
        members=who,
        community=seat.community,
        present=tuple(present),
        asks_lead=kind in {Kind.ARBITRATION, Kind.DEADLOCK},
        asks_way=kind is Kind.DEADLOCK,
    )


def meeting_to_run(database: Database, asked: Asked) -> int:
    """The meeting under way, else the next one; its row is made if it is not.

    Raises:
        Refused: NO_COMMUNITY, NOT_MODERATOR, NO_MEETING.
    """
    with database.reading() as uow:
        member = _member(uow, asked)
        if not may_run(member.person, member.place.community):
            raise Refused(Why.NOT_MODERATOR)
        found = _next_of(uow, member, asked)
    if not found:
        raise Refused(Why.NO_MEETING)
    first = min(found, key=lambda each: (each.meeting.phase is not Phase.STARTED, each.meeting.at))
    if first.meeting.id:
        return first.meeting.id
    with database.unit_of_work() as uow:
        made = ensured(uow, first.place, first.committee, asked.now)
    if made is None:
        raise Refused(Why.NO_MEETING)
    return made.id
