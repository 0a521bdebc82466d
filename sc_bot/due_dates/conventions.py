"""What the words lean on: the conventions of the product, and what a community's agenda knows.

The conventions are product choices (rules R2, R5, R6 and R12 of the domain): one value, with their defaults.
"""

from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from sc_bot.domain.community import Committee, Moved
from sc_bot.domain.policies import Weekday
from sc_bot.domain.working_time import WorkingCalendar

Shift = tuple[time, ...]  # the hours at which one shift may end


@dataclass(frozen=True, slots=True)
class Conventions:
    """What words stand for that name no exact day or hour."""

    start_of_day: time = time(9, 0)
    noon: time = time(12, 0)
    end_of_day: time = time(17, 0)
    end_of_evening: time = time(23, 59)
    early_in_week: Weekday = Weekday.TUESDAY
    middle_of_week: Weekday = Weekday.WEDNESDAY
    end_of_week: Weekday = Weekday.FRIDAY
    early_in_month: int = 10
    middle_of_month: int = 15
    fiscal_year_starts_in: int = 4
    before_is_strict: bool = True
    confirm_within_days: int = 60  # a date without a year that passed less long ago is confirmed
    horizon_months: int = 24
    shifts: tuple[Shift, ...] = (
        (time(15, 30), time(16, 0)),
        (time(23, 30), time(0, 0)),
        (time(7, 30), time(8, 0)),
    )


@dataclass(frozen=True, slots=True)
class Agenda:
    """The days on which people work, the committees that meet, the conventions that hold.

    Args:
        calendar: of the person who promises; its zone is the zone of the answer.
        committees: of the community.
        meeting_zone: the zone of the committees' hours; by default the calendar's.
        moved: meetings of theirs that are at another hour than their rhythm says.
        conventions: the product's, unless a community has its own.
    """

    calendar: WorkingCalendar
    committees: tuple[Committee, ...] = ()
    meeting_zone: ZoneInfo | None = None
    moved: tuple[Moved, ...] = ()
    conventions: Conventions = field(default_factory=Conventions)
