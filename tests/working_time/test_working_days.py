"""Counting days that people work."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.working_time import WorkingCalendar

FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 11, day) for day in (20, 21, 22, 23, 24))
PLAIN = WorkingCalendar(ZoneInfo("America/Toronto"))
WITH_HOLIDAYS = WorkingCalendar(ZoneInfo("America/Toronto"), frozenset({MONDAY, date(2026, 12, 25), date(2027, 1, 1)}))


@pytest.mark.parametrize(
    ("day", "works"), [(FRIDAY, True), (SATURDAY, False), (SUNDAY, False), (MONDAY, False), (TUESDAY, True)]
)
def test_weekends_and_holidays_are_days_off(day: date, *, works: bool) -> None:
    """Neither Saturday, Sunday nor a holiday Monday is worked."""
    assert WITH_HOLIDAYS.is_working_day(day) is works


def test_the_weekend_is_the_calendars_own() -> None:
    """A place that rests on Sunday only works on Saturday."""
    assert WorkingCalendar(ZoneInfo("America/Toronto"), weekend=(6,)).is_working_day(SATURDAY)


def test_a_calendar_without_working_days_is_refused() -> None:
    """Looking for the next working day would never end."""
    with pytest.raises(ValueError, match="working day"):
        WorkingCalendar(ZoneInfo("America/Toronto"), weekend=(0, 1, 2, 3, 4, 5, 6))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (FRIDAY, 1, TUESDAY),
        (SATURDAY, 1, TUESDAY),
        (TUESDAY, -1, FRIDAY),
        (SUNDAY, -1, FRIDAY),
        (SATURDAY, 0, SATURDAY),
        (FRIDAY, -5, date(2026, 11, 13)),
        (date(2028, 2, 28), 2, date(2028, 3, 1)),
        (date(2028, 2, 29), -1, date(2028, 2, 28)),
        (date(2028, 2, 29), 1, date(2028, 3, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 12, 24), 5, date(2027, 1, 4)),
    ],
    ids=str,
)
def test_working_days_are_added_across_anything(start: date, count: int, end: date) -> None:
    """Weekends, holidays, a leap day and the 53rd week are passed over or counted as they should be."""
    assert WITH_HOLIDAYS.add_working_days(start, count) == end


def test_the_year_2026_has_a_53rd_week() -> None:
    """Its Monday to Sunday, December 28 to January 3, hold four days of work."""
    assert date(2026, 12, 28).isocalendar().week == 53
    assert WITH_HOLIDAYS.working_days_between(date(2026, 12, 27), date(2027, 1, 3)) == 4


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, TUESDAY, 1),
        (SATURDAY, MONDAY, 0),
        (TUESDAY, FRIDAY, -1),
        (MONDAY, FRIDAY, -1),
    ],
)
def test_working_days_between_leave_out_the_start(start: date, end: date, count: int) -> None:
    """The start does not count, the end does; backwards is negative."""
    assert WITH_HOLIDAYS.working_days_between(start, end) == count


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(-60, 60))
def test_between_undoes_add(start: date, count: int) -> None:
    """Between a day and the day n working days later lie n."""
    assert WITH_HOLIDAYS.working_days_between(start, WITH_HOLIDAYS.add_working_days(start, count)) == count


def test_the_next_working_day_is_never_the_day_itself() -> None:
    """From a working day too one goes on to the next."""
    assert PLAIN.next_working_day(MONDAY) == MONDAY + timedelta(days=1)
    assert PLAIN.next_working_day(FRIDAY) == MONDAY
    assert WITH_HOLIDAYS.next_working_day(FRIDAY) == TUESDAY
