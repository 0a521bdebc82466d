"""What words name before anyone asks whether it can be a due date: days and stretches, hours, troubles."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from sc_bot.due_dates.reasons import Doubt, Note, Reason


class Shape(Enum):
    """What kind of thing a word names; *before* and *by* mean something else for each."""

    DAY = "day"
    DELAY = "delay"
    """Counted from now."""
    LENGTH = "length"
    """So long, without *in* or *within*: counted from now as well, unless *for* stands before it."""
    MEETING = "meeting"
    EDGE = "edge"
    """The end of a stretch."""
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def is_stretch(self) -> bool:
        """Several days, of which the last is due."""
        return self in {Shape.WEEKEND, Shape.WEEK, Shape.MONTH, Shape.QUARTER, Shape.YEAR}


@dataclass(frozen=True, slots=True)
class Named:
    """A day, or a stretch from `first` to `due`; at an instant if `at` is given."""

    due: date
    shape: Shape = Shape.DAY
    first: date | None = None
    at: datetime | None = None
    doubt: Doubt | None = None
    notes: tuple[Note, ...] = ()

    @property
    def begins(self) -> date:
        """The first day of a stretch, else the day."""
        return self.first or self.due


@dataclass(frozen=True, slots=True)
class Trouble:
    """The words were understood, and cannot be a due date; `example` where a better one is at hand."""

    reason: Reason
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A local hour, `days` after the day that it goes with; the end of a part of the day if that begins at `since`."""

    at: time
    days: int = 0
    since: time | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with or without an hour."""

    named: Named
    clock: Clock | None = None
