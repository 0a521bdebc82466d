"""Time travel: forward, hour by hour, so that whatever is due on the way happens at its hour and in its order."""

from datetime import datetime, time, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.playground.page.backstage import CannotTravel
from sc_bot.playground.stage.stage import Stage
from storage.tracing import next_due

FARTHEST = timedelta(days=400)
STOP_SECONDS = 5.0
"""How long to wait at each stop for what is due there; a Slack that misbehaves is not waited for that long."""
HURRIED_SECONDS = 0.02
NIGHT, MORNING = 22, 5
"""From when to when nothing begins by itself: what waits for a day is looked at before anybody is up."""


def moment_of(stage: Stage, to: str, seen: str | None = None) -> datetime:
    """When `+1h`, `tomorrow`, `monday` or a local date and time is, from now or from the time that was `seen`.

    Two visitors who see the same clock and ask for tomorrow mean the same day.

    Raises:
        CannotTravel: it is no time, or one that is past or too far away.
    """
    now = stage.clock()
    moment = _moment_of(stage, to, _instant(seen) if seen else now)
    if not now <= moment <= now + FARTHEST:
        raise CannotTravel("past" if moment < now else "too_far")
    return moment


def _moment_of(stage: Stage, to: str, now: datetime) -> datetime:
    calendar = working_calendar(stage.community)
    today = calendar.local_date(now)
    policies = stage.community.policies
    match to:
        case "+1h":
            return now + timedelta(hours=1)
        case "tomorrow":
            return calendar.at(today + timedelta(days=1), policies.daily_list_at)
        case "monday":
            return calendar.at(today + timedelta(days=7 - today.weekday()), policies.weekly_digest.at)
        case _:
            local = _instant(to)
            return local if local.tzinfo else calendar.at(local.date(), local.time())


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise CannotTravel("no_time") from None


def travel(stage: Stage, to: datetime) -> None:
    """Go there, stopping at each hour of the day and wherever something is due; what is sent arrives at its hour.

    Raises:
        CannotTravel: it is past.
    """
    if to < stage.clock():
        raise CannotTravel("past")
    while (now := stage.clock()) < to:
        hour = _waking_hour(stage, now)
        due = next_due(stage.house.worker_database, now)
        stage.clock.forward_to(max(min(each for each in (hour, due, to) if each is not None), stage.clock()))
        stage.running.look()
        stage.settle(STOP_SECONDS if stage.slack.mood == "well" else HURRIED_SECONDS)


def _waking_hour(stage: Stage, now: datetime) -> datetime:
    """The next full hour at which somebody may be up."""
    hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    calendar = working_calendar(stage.community)
    local = hour.astimezone(calendar.timezone)
    if MORNING <= local.hour < NIGHT:
        return hour
    return calendar.at(local.date() + timedelta(days=local.hour >= NIGHT), time(MORNING))
