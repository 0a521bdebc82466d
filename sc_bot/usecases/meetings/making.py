"""The tick: each committee's next occasion has its row, and its agenda two working days before."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.community import Committee
from sc_bot.domain.meetings import Item, Meeting, Phase
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.meetings.agenda import Making, carried_from, gathered
from sc_bot.usecases.meetings.planning import agenda_due, ensured, upcoming
from sc_bot.usecases.meetings.telling import Room


def make_agendas(database: Database, now: datetime) -> int:
    """Make what is due; as often as it is asked, once a meeting. Returns how many were made.

    Raises:
        NotAvailable: the database did not answer; the next look makes them.
    """
    with database.reading() as uow:
        places = [place for each in uow.communities.workspaces() for place in uow.communities.in_workspace(each)]
        wanted = [
            (place.at(now), committee)
            for place in places
            if place.archived is None
            for committee in place.community.committees
            if _is_wanted(place, upcoming(uow, place, committee, now), now)
        ]
    return sum(_make(database, place, committee, now) for place, committee in wanted)


def _is_wanted(place: Place, meeting: Meeting | None, now: datetime) -> bool:
    """Whether its row or its agenda is missing."""
    if meeting is None or meeting.phase is not Phase.PLANNED:
        return False
    return not meeting.id or (meeting.agenda_at is None and agenda_due(place, meeting) <= now)


def _make(database: Database, place: Place, committee: Committee, now: datetime) -> bool:
    with database.unit_of_work() as uow:
        meeting = ensured(uow, place, committee, now)
    if meeting is None or agenda_due(place, meeting) > now:
        return False
    with database.reading() as uow:
        items = gathered(Making(uow, place, committee, meeting, now))
    with database.unit_of_work() as uow:
        return _kept(Room(uow, place, committee, meeting, now), items)


def _kept(room: Room, items: list[Item]) -> bool:
    """Keep the items and send the agenda; somebody may have been faster."""
    meeting = room.uow.meetings.get(room.meeting.id, to_change=True)
    if meeting is None or meeting.agenda_at is not None or meeting.phase is not Phase.PLANNED:
        return False
    put_on(room.uow, room.place, meeting, items)
    made = replace(meeting, agenda_at=room.now)
    room.uow.meetings.save(made)
    sending = replace(room, meeting=made)
    sending.send_agenda()
    sending.refresh_homes()
    return True


def put_on(uow: UnitOfWork, place: Place, meeting: Meeting, items: list[Item]) -> None:
    """Put items onto an agenda; what earlier meetings left, and is on it now, is carried."""
    uow.meetings.add_items(place, items)
    numbers = {carried_from(each) for each in items}
    about = {each.problem for each in items if each.problem is not None}
    for each in uow.meetings.left_over(place, meeting.committee, meeting.at):
        if each.id in numbers or each.problem in about:
            uow.meetings.save_item(replace(each, carried=True))
