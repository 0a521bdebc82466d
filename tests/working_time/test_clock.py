"""Local clock times, clock changes, quiet hours and the morning list."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sc_bot.domain.working_time import WorkingCalendar

EIGHT = time(8)
PATRIOTS_DAY = date(2027, 5, 24)
TORONTO = WorkingCalendar(ZoneInfo("America/Toronto"), frozenset({PATRIOTS_DAY}))


def shown(instant: datetime) -> str:
    """Write an instant as the local clock shows it, with its offset."""
    return instant.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected"),
    [
        ("America/Toronto", date(2026, 11, 19), time(8), "2026-11-19T08:00-05:00"),
        ("America/Toronto", date(2026, 3, 8), time(1, 59), "2026-03-08T01:59-05:00"),
        ("America/Toronto", date(2026, 3, 8), time(2), "2026-03-08T03:00-04:00"),
        ("America/Toronto", date(2026, 3, 8), time(3), "2026-03-08T03:00-04:00"),
        ("America/Toronto", date(2026, 11, 1), time(1, 30), "2026-11-01T01:30-04:00"),
        ("America/Toronto", date(2026, 11, 1), time(1, 30, fold=1), "2026-11-01T01:30-04:00"),
        ("America/Toronto", date(2026, 11, 1), time(2), "2026-11-01T02:00-05:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-04T02:30+11:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(8), "2011-12-31T00:00+14:00"),
    ],
)
def test_a_clock_time_is_one_instant(zone: str, day: date, clock: time, expected: str) -> None:
    """A skipped hour or day gives the first moment after it, a repeated hour its first occurrence."""
    assert shown(WorkingCalendar(ZoneInfo(zone)).at(day, clock)) == expected


def test_the_first_moment_after_a_gap_is_exact() -> None:
    """Nothing of the skipped time is carried over, not even microseconds."""
    first_moment = datetime(2026, 3, 8, 7, tzinfo=UTC)
    assert TORONTO.at(date(2026, 3, 8), time(2, 30, 15, 700)).astimezone(UTC) == first_moment


def test_the_local_date_is_that_of_the_place() -> None:
    """Late evening in Toronto is the next day in UTC."""
    assert TORONTO.local_date(datetime(2026, 11, 20, 4, 59, tzinfo=UTC)) == date(2026, 11, 19)
    assert TORONTO.local_date(datetime(2026, 11, 20, 5, 0, tzinfo=UTC)) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [
        (17, 59, False),
        (18, 0, True),
        (23, 59, True),
        (0, 0, True),
        (6, 59, True),
        (7, 0, False),
        (12, 0, False),
    ],
)
def test_quiet_hours_pass_midnight(hour: int, minute: int, *, quiet: bool) -> None:
    """From 18:00 on and before 7:00 it is quiet, by the local clock."""
    instant = datetime(2026, 11, 19, hour, minute, tzinfo=TORONTO.timezone).astimezone(UTC)
    assert TORONTO.in_quiet_hours(instant, time(18), time(7)) is quiet


@pytest.mark.parametrize(("hour", "quiet"), [(11, False), (12, True), (13, False)])
def test_quiet_hours_may_lie_within_a_day(hour: int, *, quiet: bool) -> None:
    """A quiet hour at noon does not reach round the clock."""
    instant = datetime(2026, 11, 19, hour, tzinfo=TORONTO.timezone)
    assert TORONTO.in_quiet_hours(instant, time(12), time(13)) is quiet


def test_equal_bounds_mean_no_quiet_hours() -> None:
    """Who wants no quiet hours sets both ends alike."""
    assert not TORONTO.in_quiet_hours(datetime(2026, 11, 19, 7, tzinfo=TORONTO.timezone), time(7), time(7))


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-19T03:12-05:00", "2026-11-19T08:00-05:00"),
        ("2026-11-19T08:00-05:00", "2026-11-20T08:00-05:00"),
        ("2026-11-19T12:59+00:00", "2026-11-19T08:00-05:00"),
        ("2026-11-20T10:30-05:00", "2026-11-23T08:00-05:00"),
        ("2026-11-21T03:00-05:00", "2026-11-23T08:00-05:00"),
        ("2027-05-21T18:00-04:00", "2027-05-25T08:00-04:00"),
        ("2026-03-06T18:00-05:00", "2026-03-09T08:00-04:00"),
        ("2026-10-30T18:00-04:00", "2026-11-02T08:00-05:00"),
    ],
)
def test_the_morning_list_is_the_next_one_on_a_working_day(instant: str, expected: str) -> None:
    """At night it is this morning's; later the next day's, past weekends, holidays and clock changes."""
    assert shown(TORONTO.next_morning_list(datetime.fromisoformat(instant), EIGHT)) == expected


def test_a_list_in_the_repeated_hour_comes_once() -> None:
    """Between the two 1:30 of the autumn night the first has passed: the next is Monday's."""
    every_day = WorkingCalendar(TORONTO.timezone, weekend=())
    second = datetime(2026, 11, 1, 1, 15, tzinfo=TORONTO.timezone, fold=1)
    assert shown(every_day.next_morning_list(second, time(1, 30))) == "2026-11-02T01:30-05:00"
