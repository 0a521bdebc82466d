"""Somebody acts in a meeting: find it, may they; the roles are read afresh each time."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.common_answers import Met, MetFaster
from sc_bot.domain.community import Committee, Community, Person
from sc_bot.domain.meetings import Meeting, Phase, may_run
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, must_be_open
from sc_bot.usecases.meetings.telling import Room


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in one meeting, inside a unit of work."""

    uow: UnitOfWork
    asked: Asked
    member: Member
    committee: Committee
    meeting: Meeting

    @property
    def now(self) -> datetime:
        """The product's time."""
        return self.asked.now

    @property
    def place(self) -> Place:
        """The community as stored."""
        return self.member.place

    @property
    def community(self) -> Community:
        """The community."""
        return self.member.place.community

    @property
    def person(self) -> Person:
        """Who acts."""
        return self.member.person

    def room(self, meeting: Meeting | None = None) -> Room:
        """Those whom it concerns."""
        return Room(self.uow, self.place, self.committee, meeting or self.meeting, self.now)

    def met(self, act: str, item: int = 0) -> Met:
        """The answer: it is kept."""
        return Met(meeting=self.meeting.id, community=self.place.id, act=act, item=item)

    def faster(self, act: str, by: str | None, at: datetime | None) -> MetFaster:
        """The answer when somebody led on first."""
        return MetFaster(meeting=self.meeting.id, community=self.place.id, act=act, by=by, at=at or self.now)


def seat_of(uow: UnitOfWork, asked: Asked, meeting: int, *, to_change: bool = True) -> Seat:
    """The meeting, locked if it is to change, and who asks.

    Raises:
        Refused: NO_MEETING, also for what belongs to another community; ARCHIVED, and it has not begun.
    """
    found = uow.meetings.get(meeting, to_change=to_change)
    is_here = found is not None and found.workspace == asked.workspace
    member = member_in(uow, asked, found.community) if found is not None and is_here else None
    committee = member.place.community.committee(found.committee) if member is not None and found is not None else None
    if found is None or member is None or committee is None:
        raise Refused(Why.NO_MEETING)
    if to_change and found.phase is Phase.PLANNED:
        must_be_open(member.place)
    return Seat(uow, asked, member, committee, found)


def head_of(uow: UnitOfWork, asked: Asked, meeting: int, *, to_change: bool = True) -> Seat:
    """The same, for whoever leads it.

    Raises:
        Refused: NO_MEETING, or NOT_MODERATOR.
    """
    seat = seat_of(uow, asked, meeting, to_change=to_change)
    if not may_run(seat.person, seat.community):
        raise Refused(Why.NOT_MODERATOR)
    return seat


def must_be_ahead(seat: Seat) -> None:
    """It is still to come, or under way.

    Raises:
        Refused: MEETING_OVER.
    """
    if seat.meeting.phase not in {Phase.PLANNED, Phase.STARTED}:
        raise Refused(Why.MEETING_OVER)
