"""When a deadlock goes to the general managers, and when one that was decided is looked at again."""

from datetime import datetime, time, timedelta
from itertools import islice

from sc_bot.domain.community import Community, Role
from sc_bot.domain.meeting_hours import hours_after
from sc_bot.domain.working_time import WorkingCalendar

MEETINGS = 2  # of the support committee, to decide about what is stuck


def goes_on_at(community: Community, calendar: WorkingCalendar, found: datetime) -> datetime:
    """After its second meeting, or after as many working days as were agreed: what comes first."""
    latest = calendar.add_working_days(calendar.local_date(found), community.policies.deadlock.steering_working_days)
    committees = (each for each in community.committees if Role.SUPPORT_COMMITTEE in each.member_roles)
    ahead = (hours_after(each, calendar.timezone, found, community.moved) for each in committees)
    days = [calendar.local_date(next(islice(each, MEETINGS - 1, None))) for each in ahead]
    return calendar.at(min([latest, *days]) + timedelta(days=1), time(0))


def looked_at_again(calendar: WorkingCalendar, now: datetime) -> datetime:
    """The next working day: what needs days to be a sign is counted in days."""
    return calendar.at(calendar.next_working_day(calendar.local_date(now)), time(0))
