"""When a digest comes: once a week, in its reader's morning, never on a day off."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sc_bot.calendar import public_holidays
from sc_bot.domain.community import Role
from sc_bot.domain.digests import ONE_WEEK, Kind, kinds_of, latest_week, list_day, list_hour, moment_of, week_of
from sc_bot.domain.policies import Weekday, WeeklyDigest
from sc_bot.domain.working_time import WorkingCalendar
from tests.digests.every_zone import wrong
from tests.followups.every_zone import zones
from tests.house import region

TORONTO = ZoneInfo("America/Toronto")
QUEBEC = WorkingCalendar(TORONTO, public_holidays("CA-QC", 2025, 2031))
MONDAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(week_of)
HABITS = st.builds(WeeklyDigest, st.sampled_from(Weekday), st.times().map(lambda each: each.replace(microsecond=0)))
ZONES = st.sampled_from(["America/Toronto", "America/St_Johns", "Asia/Tokyo", "Pacific/Apia", "Europe/Paris"])


def test_on_monday_at_half_past_seven() -> None:
    """As the policies of the region say."""
    assert moment_of(date(2026, 11, 23), WeeklyDigest(), QUEBEC) == datetime(2026, 11, 23, 7, 30, tzinfo=TORONTO)


def test_a_holiday_moves_it_to_the_next_working_day() -> None:
    """Patriotes' Day is a Monday; Easter Monday follows a Friday off."""
    assert moment_of(date(2026, 5, 18), WeeklyDigest(), QUEBEC).date() == date(2026, 5, 19)


@given(MONDAYS, HABITS, ZONES)
def test_it_comes_at_its_hour_on_a_working_day_of_its_week_or_right_after(
    week: date, habit: WeeklyDigest, zone: str
) -> None:
    """In every zone and every year; an hour that the clock skips is the first that exists."""
    calendar = WorkingCalendar(ZoneInfo(zone), QUEBEC.holidays)
    moment = moment_of(week, habit, calendar)
    local = moment.astimezone(calendar.timezone)
    assert calendar.is_working_day(local.date())
    assert week + timedelta(days=habit.weekday) <= local.date() <= week + timedelta(days=habit.weekday + 5)
    assert local.time().replace(tzinfo=None) >= habit.at


@given(MONDAYS, HABITS, st.integers(0, 7 * 24 * 60 - 1))
def test_at_every_moment_one_week_is_the_latest(week: date, habit: WeeklyDigest, minutes: int) -> None:
    """Its moment has come, the next one's has not."""
    now = QUEBEC.at(week, time(0)) + timedelta(minutes=minutes)
    latest = latest_week(now, habit, QUEBEC)
    assert moment_of(latest, habit, QUEBEC) <= now < moment_of(latest + ONE_WEEK, habit, QUEBEC)


def test_weeks_follow_each_other_without_a_hole() -> None:
    """Looked at every morning for five years, each week comes once."""
    days = [date(2026, 1, 5) + timedelta(days=each) for each in range(5 * 365)]
    weeks = [latest_week(QUEBEC.at(day, time(12)), WeeklyDigest(), QUEBEC) for day in days]
    assert {later - earlier for earlier, later in pairwise(weeks)} == {timedelta(0), ONE_WEEK}


def test_who_decides_promises_or_follows_up_gets_one() -> None:
    """Whoever reports hears by other messages; who reads aggregates has the workbook."""
    getting = {role for role in Role for each in region().people if each.roles == (role,) and kinds_of(each)}
    assert getting <= {Role.GENERAL_MANAGER, Role.MANAGING_DIRECTOR, Role.SUPPORT_COMMITTEE, Role.FACILITATOR}
    assert {kind for each in region().people for kind in kinds_of(each)} == set(Kind)


def test_the_list_of_its_day_comes_with_it() -> None:
    """At half past seven on Monday; at eight on Tuesday, and every day for who gets no digest."""
    community = region()
    director, caregiver = community.person("HSF-MD"), community.person("HSF-S1")
    assert director is not None
    assert caregiver is not None
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert list_day(community, director, monday, QUEBEC) == monday
    assert list_hour(community, director, monday, QUEBEC) == time(7, 30)
    assert list_hour(community, director, tuesday, QUEBEC) == time(8)
    assert list_hour(community, caregiver, monday, QUEBEC) == time(8)


def test_in_every_zone_each_week_has_its_moment() -> None:
    """Against a walk through the days; `python -m tests.digests.every_zone` tries ten years of every zone."""
    assert wrong(zones()[::25], 2) == []
