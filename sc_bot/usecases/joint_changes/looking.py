"""When the bot looks at a joint change next: reminders before its date, the morning of its date, checks afterwards."""

from datetime import date, datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community
from sc_bot.domain.followups import steps
from sc_bot.domain.joint_changes import PREPARED, JointChange, Stage


def next_look(community: Community, change: JointChange, now: datetime) -> datetime | None:
    """The next working morning on which it asks something, or goes; what waits for an answer comes back."""
    calendar, at = working_calendar(community), community.policies.daily_list_at
    stale = calendar.add_working_days(calendar.local_date(now), community.policies.stale_working_days)
    if change.stage in PREPARED and change.day is None:
        return calendar.at(stale, at)
    if change.stage in PREPARED:
        mornings = [calendar.at(each, at) for each in reminders(community, change)]
        going = morning_of(community, change)
        return min((each for each in (*mornings, going) if each > now), default=going)
    if change.stage is not Stage.GONE:
        return None
    waits = [each for each in change.taken if not each.is_verified and not each.checking]
    days = [each.check_on for each in waits if each.check_on is not None]
    return calendar.at(_working(community, min((*days, stale))), at)


def morning_of(community: Community, change: JointChange) -> datetime:
    """The working morning on which it goes: of its date, or the first one after it."""
    day = _working(community, change.day or date.max)
    return working_calendar(community).at(day, community.policies.daily_list_at)


def reminders(community: Community, change: JointChange) -> list[date]:
    """The days before its date on which those who are not ready are reminded."""
    if change.day is None:
        return []
    planned = steps(change.day, working_calendar(community), community.policies)
    return [each.day for each in planned if each.day < change.day]


def _working(community: Community, day: date) -> date:
    calendar = working_calendar(community)
    return day if calendar.is_working_day(day) else calendar.next_working_day(day)
