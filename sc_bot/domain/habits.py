"""A person's own ways: what they chose, else what their community agreed on."""

from datetime import datetime, timedelta

from sc_bot.domain.community import Community, Person
from sc_bot.domain.policies import QuietHours
from sc_bot.domain.working_time import WorkingCalendar

MOST_QUIET = timedelta(hours=16)
"""Somebody who is asked must be able to hear of it in a third of the day."""


def quiet_hours_of(community: Community, person: Person) -> QuietHours:
    """The hours in which only the gravest report is told to this person at once, in their own zone."""
    return person.habits.quiet_hours or community.policies.quiet_hours


def are_short_enough(quiet: QuietHours) -> bool:
    """Whether they leave enough of the day; the same hour twice means no quiet hours."""
    start, end = (timedelta(hours=each.hour, minutes=each.minute) for each in (quiet.start, quiet.end))
    return (end - start) % timedelta(days=1) <= MOST_QUIET


def after_own_quiet(person: Person, calendar: WorkingCalendar, instant: datetime) -> datetime:
    """The instant, or the end of the quiet hours that this person chose and in which it lies: then on a working day.

    The community's quiet hours move nothing here: the hour of its lists is chosen beside them.
    """
    quiet = person.habits.quiet_hours
    if quiet is None or not calendar.in_quiet_hours(instant, quiet.start, quiet.end):
        return instant
    day = calendar.local_date(instant)
    if calendar.at(day, quiet.end) <= instant:
        day += timedelta(days=1)
    return calendar.at(day if calendar.is_working_day(day) else calendar.next_working_day(day), quiet.end)
