"""The life of a community: it begins and ends on a day, reviews itself every few months, and is archived at last.

Before its first day it takes reports like after it: whoever tries it out is answered. After its last day it goes on as
well, until the facilitator archives it; then it is read and no longer changed.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sc_bot.domain.community import CommunitySettings

UNDOABLE = timedelta(days=30)
"""As long after it, the facilitator may take an archive back."""
TOLD_BEFORE = 1  # months before the end, in which the facilitator is told of it


class Stage(StrEnum):
    """Where a community stands in its life."""

    BEFORE = "before"
    RUNNING = "running"
    OVER = "over"
    """Its last day has passed, and nobody has archived it."""
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Since when a community is only read, by whom, and where to go now, in the facilitator's words."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One cycle review: asked for when its cycle ends, on `day`; held when somebody says so, in a few words."""

    number: int
    day: date
    since: datetime
    asked_at: datetime
    held_at: datetime | None = None
    held_by: str | None = None
    summary: str | None = None


def stage_of(settings: CommunitySettings, archive: Archive | None, today: date) -> Stage:
    """Where it stands today."""
    if archive is not None:
        return Stage.ARCHIVED
    if today < settings.starts_on:
        return Stage.BEFORE
    return Stage.RUNNING if today <= settings.ends_on else Stage.OVER


def months_after(day: date, months: int) -> date:
    """So many months later; the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def cycle_over(settings: CommunitySettings, months: int, today: date) -> tuple[int, date] | None:
    """The last cycle that is over, counted from 1, and the day on which it ended; the community's end ends its last."""
    number, last = 0, min(today, settings.ends_on)
    while months_after(settings.starts_on, (number + 1) * months) <= last:
        number += 1
    if today >= settings.ends_on and months_after(settings.starts_on, number * months) < settings.ends_on:
        return number + 1, settings.ends_on
    return (number, months_after(settings.starts_on, number * months)) if number else None


def cycle_begun(settings: CommunitySettings, months: int, number: int) -> date:
    """The day on which a cycle, counted from 1, began."""
    return months_after(settings.starts_on, (number - 1) * months)


def ends_soon(settings: CommunitySettings, today: date) -> bool:
    """Whether its last day comes within a month."""
    return months_after(settings.ends_on, -TOLD_BEFORE) <= today <= settings.ends_on


def may_undo(archive: Archive, now: datetime) -> bool:
    """Whether an archive may still be taken back."""
    return now < archive.at + UNDOABLE
