"""The delays and habits that the partners of a community agreed on."""

from dataclasses import dataclass
from datetime import time
from enum import IntEnum


class Weekday(IntEnum):
    """A day of the week, numbered as `date.weekday()` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


MONDAY_TO_FRIDAY = tuple(each for each in Weekday if each < Weekday.SATURDAY)


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """When the general managers' digest goes out, in local time."""

    weekday: Weekday = Weekday.MONDAY
    at: time = time(7, 30)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours in which only the gravest report is told at once; may span midnight."""

    start: time = time(18, 0)
    end: time = time(7, 0)


@dataclass(frozen=True, slots=True)
class DeadlockThresholds:
    """From which number on a problem counts as deadlocked."""

    returns: int = 2
    unowned_working_days: int = 10
    redatings: int = 3
    blocked_working_days: int = 20
    reopenings: int = 2
    steering_working_days: int = 20
    """After as many, general managers are asked, whatever the support committee's calendar."""


@dataclass(frozen=True, slots=True)
class Policies:
    """The delays and habits that the partners agreed on; days are working days.

    `working_days` are those of a week, holidays aside; there is at least one.
    """

    acknowledge_working_days: int = 2
    accept_working_days: int = 5
    reminder_working_days: tuple[int, ...] = (-3, 0, 1, 3, 5)
    stale_working_days: int = 15
    verify_working_days: int = 10
    working_days: tuple[Weekday, ...] = MONDAY_TO_FRIDAY
    daily_list_at: time = time(8, 0)
    weekly_digest: WeeklyDigest = WeeklyDigest()
    quiet_hours: QuietHours = QuietHours()
    deadlock: DeadlockThresholds = DeadlockThresholds()
    small_group: int = 5
    show_author_by_default: bool = False
    pulse_every_months: int = 3
    """0: no wave begins by itself."""
    pulse_open_working_days: int = 10
    cycle_months: int = 4
    """After how many months the community reviews how it works."""
    identities_months: int = 12
    """So many months after a problem was closed, nobody is named in it any more."""
    words_months: int = 60
    """So many months after it was closed, its words go; states and days stay."""
