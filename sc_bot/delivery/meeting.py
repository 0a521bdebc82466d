"""What is said of a meeting, as its reader may see it when it is sent or edited."""

from datetime import datetime

from sc_bot.delivery.calling import is_person
from sc_bot.delivery.discretion import Discretion
from sc_bot.domain.addresses import mailed
from sc_bot.domain.common_notices import AgendaCard, MinutesCard, MinutesDraft, Projector
from sc_bot.domain.meeting_views import MeetingView
from sc_bot.domain.meetings import Phase, may_run, sits
from sc_bot.ports import Envelope, Message, UnitOfWork
from sc_bot.presentation.meetings.agenda import agenda_card
from sc_bot.presentation.meetings.minutes import minutes_card, minutes_draft
from sc_bot.presentation.meetings.wall import projector
from sc_bot.usecases.meetings.seeing import MeetingReading

OfMeetings = AgendaCard | Projector | MinutesDraft | MinutesCard


def about_meeting(uow: UnitOfWork, envelope: Envelope, notice: OfMeetings, now: datetime) -> Message | None:
    """The message; None for who is no longer of the committee, and where nothing is left to say."""
    meeting = uow.meetings.get(notice.meeting)
    if meeting is None:
        return None
    place = uow.communities.get(meeting.community).at(now)
    committee = place.community.committee(meeting.committee)
    if committee is None or (place.archived and meeting.phase is Phase.PLANNED and envelope.ts is None):
        return None
    reading = MeetingReading(uow, place, committee, now)
    if isinstance(notice, Projector):
        missed = committee.channel if is_person(envelope.to) else None
        return projector(reading.view(meeting, None), missed)
    members = uow.communities.members(envelope.workspace, envelope.to)
    person = next((each.person for each in members if each.place.id == place.id), None)
    if person is None or not (sits(person, committee) or may_run(person, place.community)):
        return None
    view = reading.view(meeting, person)
    return _worded(notice, Discretion(uow, place).of_meeting(view) if mailed(envelope.to) else view)


def _worded(notice: AgendaCard | MinutesDraft | MinutesCard, view: MeetingView) -> Message:
    match notice:
        case AgendaCard():
            return agenda_card(view)
        case MinutesDraft():
            return minutes_draft(view)
        case MinutesCard():
            return minutes_card(view)
