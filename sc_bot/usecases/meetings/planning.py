"""Which meeting of a committee comes next: one row an occasion, made when it is first needed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Committee
from sc_bot.domain.meetings import Meeting, Phase, is_over, lasts, occasions
from sc_bot.ports import Place, UnitOfWork

WORKING_DAYS_BEFORE = 2
SOON = timedelta(days=90)  # of a meeting that is to be shown


def zone_of(place: Place) -> ZoneInfo:
    """Where a committee's hour is an hour."""
    return ZoneInfo(place.community.settings.timezone)


def upcoming(uow: UnitOfWork, place: Place, committee: Committee, now: datetime) -> Meeting | None:
    """The next meeting, or the one under way; without an id if its row is not made yet.

    None after the end; in an archived community nothing begins any more.
    """
    zone = zone_of(place)
    hours = occasions(committee, zone, now)
    known = {each.nominal: each for each in uow.meetings.of(place, committee.id, hours)}
    drafts = (known.get(each) or _draft(place, committee, each) for each in hours)
    last_day = place.community.settings.ends_on
    ahead = [each for each in drafts if not is_over(each, now) and each.nominal.date() <= last_day]
    able = ahead if place.archived is None else [each for each in ahead if each.phase is Phase.STARTED]
    return min(able, key=lambda each: each.at, default=None)


def _draft(place: Place, committee: Committee, nominal: datetime) -> Meeting:
    return Meeting(
        id=0,
        workspace=place.workspace,
        community=place.id,
        committee=committee.id,
        nominal=nominal,
        at=nominal.replace(tzinfo=zone_of(place)),
        minutes=lasts(committee),
    )


def ensured(uow: UnitOfWork, place: Place, committee: Committee, now: datetime) -> Meeting | None:
    """The same, with its row."""
    meeting = upcoming(uow, place, committee, now)
    if meeting is None or meeting.id:
        return meeting
    return uow.meetings.add(meeting) or upcoming(uow, place, committee, now)


def agenda_due(place: Place, meeting: Meeting) -> datetime:
    """Two working days before it, with the list of the day."""
    calendar = working_calendar(place.community)
    day = calendar.add_working_days(calendar.local_date(meeting.at), -WORKING_DAYS_BEFORE)
    return calendar.at(day, place.community.policies.daily_list_at)
