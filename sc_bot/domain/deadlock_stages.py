"""When a deadlock goes to the general managers, and when one that was decided is looked at again."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sc_bot.domain.community import Committee, Community, Role
from sc_bot.domain.working_time import WorkingCalendar

MEETINGS = 2  # of the support committee, to decide about what is stuck


def goes_on_at(community: Community, calendar: WorkingCalendar, found: datetime) -> datetime:
    """After its second meeting, or after as many working days as were agreed: what comes first."""
    latest = calendar.add_working_days(calendar.local_date(found), community.policies.deadlock.steering_working_days)
    meetings = (each for each in community.committees if Role.SUPPORT_COMMITTEE in each.member_roles)
    days = [calendar.local_date(_meeting(each, calendar.timezone, found, MEETINGS)) for each in meetings]
    return calendar.at(min([latest, *days]) + timedelta(days=1), time(0))


def _meeting(committee: Committee, zone: ZoneInfo, after: datetime, count: int) -> datetime:
    """The so-manieth meeting after a moment."""
    step = timedelta(weeks=max(committee.every_weeks, 1))
    passed = (after.astimezone(zone).replace(tzinfo=None) - committee.next) // step
    first = committee.next + step * max(0, passed)
    coming = first if first.replace(tzinfo=zone) > after else first + step
    return (coming + step * (count - 1)).replace(tzinfo=zone)


def looked_at_again(calendar: WorkingCalendar, now: datetime) -> datetime:
    """The next working day: what needs days to be a sign is counted in days."""
    return calendar.at(calendar.next_working_day(calendar.local_date(now)), time(0))
