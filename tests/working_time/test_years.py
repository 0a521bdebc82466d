"""Any day of many years, any hour, any zone: clock changes, leap days and years of 53 weeks included."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sc_bot.calendar import working_calendar
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.usecases.telling import reading_time
from tests.house import region

ZONES = ["America/Toronto", "America/St_Johns", "America/Santiago", "Europe/Paris", "Australia/Lord_Howe", "UTC"]
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))  # 2020, 2026, 2032 and 2037 have 53 weeks
CLOCKS = st.times()
IN_ANY = st.sampled_from(ZONES)
SPRING, AUTUMN, LEAP = date(2027, 3, 14), date(2026, 11, 1), date(2028, 2, 29)


@settings(deadline=None)
@given(DAYS, st.integers(1, 120))
@example(date(2028, 2, 28), 1)
@example(date(2026, 12, 28), 1)
def test_five_working_days_are_a_week_whatever_lies_between(day: date, weeks: int) -> None:
    """Without holidays: no leap day, no year's end, no 53rd week makes a week longer."""
    calendar = WorkingCalendar(ZoneInfo("America/Toronto"))
    start = calendar.next_working_day(day)
    assert calendar.add_working_days(start, 5 * weeks) == start + timedelta(weeks=weeks)
    assert calendar.add_working_days(start, -5 * weeks) == start - timedelta(weeks=weeks)


@settings(deadline=None)
@given(IN_ANY, DAYS, CLOCKS)
@example("America/Toronto", SPRING, time(2, 30))
@example("America/Toronto", AUTUMN, time(1, 30))
@example("America/Santiago", date(2026, 9, 6), time(0, 0))
def test_a_clock_time_is_shown_at_its_instant_or_does_not_exist(zone: str, day: date, clock: time) -> None:
    """What the wall shows is what was asked, or the first moment after a gap; never the day before."""
    shown = WorkingCalendar(ZoneInfo(zone)).at(day, clock).astimezone(UTC).astimezone(ZoneInfo(zone))
    wall = shown.replace(tzinfo=None, fold=0)
    wanted = datetime.combine(day, clock)
    assert wall >= wanted
    if wall != wanted:
        before = (shown.astimezone(UTC) - timedelta(seconds=1)).astimezone(ZoneInfo(zone))
        assert before.replace(tzinfo=None) < wanted


@settings(deadline=None)
@given(IN_ANY, DAYS, CLOCKS, CLOCKS)
@example("America/Toronto", SPRING, time(2, 15), time(3, 0))
def test_a_later_clock_time_is_never_an_earlier_instant(zone: str, day: date, one: time, other: time) -> None:
    """Also on the days of 23 and 25 hours."""
    calendar = WorkingCalendar(ZoneInfo(zone))
    first, second = (calendar.at(day, each).astimezone(UTC) for each in sorted((one, other)))
    assert first <= second


@settings(deadline=None)
@given(IN_ANY, DAYS, CLOCKS, CLOCKS)
@example("America/Toronto", date(2026, 12, 31), time(8, 0), time(8, 0))
@example("America/Toronto", LEAP, time(7, 59), time(8, 0))
def test_the_next_morning_list_is_the_very_next(zone: str, day: date, clock: time, at: time) -> None:
    """Later than now, on a working day; and no earlier working day has one in between."""
    calendar = WorkingCalendar(ZoneInfo(zone), frozenset({date(2026, 12, 25), date(2027, 1, 1)}))
    now = calendar.at(day, clock)
    found = calendar.next_morning_list(now, at)
    assert found > now.astimezone(UTC)
    there = calendar.local_date(now)
    between = [there + timedelta(days=each) for each in range((calendar.local_date(found) - there).days)]
    assert not [
        each for each in between if calendar.is_working_day(each) and calendar.at(each, at) > now.astimezone(UTC)
    ]


@settings(deadline=None)
@given(st.sampled_from(ZONES), st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given beside
def test_nothing_is_to_be_read_at_night_or_on_a_day_off(zone: str, now: datetime) -> None:
    """Whatever is filed when, by whatever clock: it waits for a working hour of its reader, no longer than needed."""
    community = region()
    person = replace(community.people[0], timezone=zone)
    due = reading_time(community, person, now)
    calendar = working_calendar(community, person.institution, zone)
    quiet = community.policies.quiet_hours
    assert due >= now
    assert calendar.is_working_day(calendar.local_date(due))
    assert not calendar.in_quiet_hours(due, quiet.start, quiet.end)
    assert due - now < timedelta(days=6)
