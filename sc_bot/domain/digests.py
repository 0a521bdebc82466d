"""The weekly digest: whose it is, when it comes, and what it holds.

A digest belongs to a week, named by its Monday. Its day may be another one (chosen, or moved off a holiday); a person
gets one digest a week whatever their roles and whatever happens to the process.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.policies import WeeklyDigest
from sc_bot.domain.working_time import WorkingCalendar

ONE_WEEK = timedelta(days=7)
TOO_LATE = timedelta(hours=2)
"""A digest that could not be said in its morning says so."""


class Kind(StrEnum):
    """What somebody's digest is about; one person may need several."""

    MANAGER = "manager"
    DIRECTOR = "director"
    COMMITTEE = "committee"
    FACILITATOR = "facilitator"


_KINDS = {
    Role.GENERAL_MANAGER: Kind.MANAGER,
    Role.MANAGING_DIRECTOR: Kind.DIRECTOR,
    Role.SUPPORT_COMMITTEE: Kind.COMMITTEE,
    Role.FACILITATOR: Kind.FACILITATOR,
}


def kinds_of(person: Person) -> tuple[Kind, ...]:
    """What this person's digest is about; nothing, for who gets none."""
    return tuple(kind for role, kind in _KINDS.items() if role in person.roles)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def day_of(week: date, habit: WeeklyDigest, calendar: WorkingCalendar) -> date:
    """The day of a week's digest; a day off moves it to the next working day."""
    day = week + timedelta(days=habit.weekday)
    return day if calendar.is_working_day(day) else calendar.next_working_day(day)


def moment_of(week: date, habit: WeeklyDigest, calendar: WorkingCalendar) -> datetime:
    """When a week's digest comes."""
    return calendar.at(day_of(week, habit, calendar), habit.at)


def latest_week(now: datetime, habit: WeeklyDigest, calendar: WorkingCalendar) -> date:
    """The last week whose digest's moment has come."""
    week = week_of(calendar.local_date(now))
    while moment_of(week, habit, calendar) > now:
        week -= ONE_WEEK
    return week


def digest_of(community: Community, person: Person) -> WeeklyDigest:
    """On which weekday and at which hour this person reads their digest: as they chose, else as the community says."""
    return person.habits.digest or community.policies.weekly_digest


def list_day(community: Community, person: Person, day: date, calendar: WorkingCalendar) -> date | None:
    """The week whose digest contains this person's list of that day; None: the list comes by itself."""
    habit = digest_of(community, person)
    if not kinds_of(person) or habit.at > community.policies.daily_list_at:
        return None
    weeks = (week_of(day), week_of(day) - ONE_WEEK)
    return next((each for each in weeks if day_of(each, habit, calendar) == day), None)


def list_hour(community: Community, person: Person | None, day: date, calendar: WorkingCalendar) -> time:
    """At which hour this person's list of that day comes: the day's digest contains it, so it comes with the digest."""
    if person is not None and list_day(community, person, day, calendar) is not None:
        return digest_of(community, person).at
    return community.policies.daily_list_at
