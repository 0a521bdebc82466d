"""Days that pass in the story: morning after morning until something is so, or to a committee's meeting."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from sc_bot.calendar import working_calendar
from sc_bot.domain.meetings import occasions
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.travel import travel

MOST = 20  # mornings
SOON = timedelta(minutes=5)


def until(stage: Stage, is_so: Callable[[], bool]) -> None:
    """Let working mornings come, a few minutes past the hour of the list, until something is so.

    Raises:
        CannotDo: it is not so after weeks.
    """
    calendar, at = working_calendar(stage.community), stage.community.policies.daily_list_at
    for _ in range(MOST):
        if is_so():
            return
        travel(stage, calendar.next_morning_list(stage.clock(), at) + SOON)
    if not is_so():
        raise CannotDo(f"nothing came in {MOST} mornings")


def to_the_meeting(stage: Stage, committee: str) -> None:
    """Go to a committee's next meeting, just after it has begun."""
    found = next(each for each in stage.community.committees if each.id == committee)
    zone = ZoneInfo(stage.community.settings.timezone)
    hours = (each.replace(tzinfo=zone) for each in occasions(found, zone, stage.clock()))
    travel(stage, min(each for each in hours if each > stage.clock()) + SOON)
