"""The ticks: each asks the database what is due, every so many seconds, on the product's time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sc_bot.app import House
from sc_bot.upkeep import (
    ERASING_SECONDS,
    RETAINING_SECONDS,
    SEALING_SECONDS,
    erase_people,
    keep_terms,
    seal_history,
)
from sc_bot.usecases.absences_turning import returns
from sc_bot.usecases.cycles.living import look_after
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from sc_bot.usecases.digests.sending import send_digests
from sc_bot.usecases.exporting.asking import send_before_meetings
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch, watch_new
from sc_bot.usecases.homes.refreshing import refresh_homes
from sc_bot.usecases.installations.purging import purge_removed
from sc_bot.usecases.joint_changes.going import look_at_changes
from sc_bot.usecases.learning import learn_people
from sc_bot.usecases.lessons.following import ask_about_lessons
from sc_bot.usecases.meetings.making import make_agendas
from sc_bot.usecases.pulse.turning import turn_waves
from sc_bot.usecases.routing.learning import learn_routing

LEARNING_SECONDS = 60.0  # how often Slack is asked about people whom nobody has looked up yet
WHOLE_LOOK = timedelta(minutes=5)  # how often the auditor looks at everything that is open
FOLLOWING_SECONDS = 20.0  # how often what is due is asked for; a morning list is that much late at most
EXPORTING_SECONDS = 300.0  # how often meetings are looked at: a workbook comes in the morning, two days before
MEETING_SECONDS = 120.0  # how often committees are looked at: an agenda comes in the morning, two days before
HOME_SECONDS = 2.0  # how often open Homes are looked at: many changes in that time are one publication
PULSE_SECONDS = 300.0  # how often waves are looked at: they begin and end with a day
FINDING_SECONDS = 120.0  # how often everything is looked at that may be stuck
ROUTING_SECONDS = 900.0  # how often routing learns from what was corrected
LIVING_SECONDS = 300.0  # how often the life of each community is looked at: it goes by days
INSTALLATION_SECONDS = 60.0  # how often tokens that expire are looked at, and removals whose thirty days are over
TURNING_SECONDS = 120.0  # how often absences are looked at: they begin and end with a day


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that asks the database what is due, every so many seconds."""

    name: str
    seconds: float
    ask: Callable[[], object]
    after: float = 0.0
    """Seconds from the start to the first time."""


def ticks(house: House) -> list[Tick]:
    """Every tick of the house, on the product's time."""
    return [
        Tick(
            "people",
            LEARNING_SECONDS,
            lambda: learn_people(house.worker_database, house.slack, house.bot.now()),
        ),
        Tick("followups", FOLLOWING_SECONDS, Following(house).ask),
        Tick("deadlocks", FINDING_SECONDS, lambda: look_for_deadlocks(house.worker_database, house.bot.now())),
        Tick("homes", HOME_SECONDS, lambda: keep_homes(house)),
        Tick("workbooks", EXPORTING_SECONDS, lambda: send_workbooks(house)),
        Tick("meetings", MEETING_SECONDS, lambda: hold_meetings(house)),
        Tick("pulse", PULSE_SECONDS, lambda: turn_pulse(house)),
        Tick("routing", ROUTING_SECONDS, lambda: learn_routing(house.worker_database)),
        Tick("communities", LIVING_SECONDS, lambda: live_on(house)),
        Tick("seals", SEALING_SECONDS, lambda: seal_history(house)),
        Tick("erasures", ERASING_SECONDS, lambda: erase_people(house)),
        Tick("retention", RETAINING_SECONDS, lambda: keep_terms(house)),
        Tick("absences", TURNING_SECONDS, lambda: returns(house.worker_database, house.bot.now())),
        *_of_many(house),
    ]


def _of_many(house: House) -> list[Tick]:
    """What several workspaces need. With one token nothing is purged: an old removal says nothing of its use now."""
    if house.renewing is None:
        return []
    return [
        Tick("tokens", INSTALLATION_SECONDS, house.renewing),
        Tick("purge", INSTALLATION_SECONDS, lambda: purge_removed(house.worker_database, house.bot.real_now())),
    ]


def turn_pulse(house: House) -> None:
    """Begin and end waves of the pulse, and let the worker ask."""
    if turn_waves(house.worker_database, house.bot.sealing, house.bot.now()):
        house.wake.set()


def keep_homes(house: House) -> None:
    """Mark the Homes on which something changed, and let the worker publish them."""
    if refresh_homes(house.worker_database, house.bot.now()):
        house.wake.set()


@dataclass
class Following:
    """Follows up: each time what is new, and now and then whatever else has no next step or no owner."""

    house: House
    looked_at: datetime | None = None
    """When it looked at everything last."""

    def ask(self) -> None:
        """Ask once."""
        now = self.house.bot.now()
        everything = self.looked_at is None or not timedelta(0) <= now - self.looked_at < WHOLE_LOOK
        follow_up(self.house, everything=everything)
        self.looked_at = now if everything else self.looked_at


def follow_up(house: House, *, everything: bool = True) -> None:
    """Plan what has no next step, take the steps that are due, then send the digests, which contain their lists."""
    now = house.bot.now()
    if everything:
        watch(house.worker_database, now)
    else:
        watch_new(house.worker_database, now)
    said = look_at_changes(house.worker_database, now)
    said += take_due_steps(house.worker_database, now) + ask_about_lessons(house.worker_database, now)
    said += send_digests(house.worker_database, now)
    if said:
        house.wake.set()


def send_workbooks(house: House) -> None:
    """Make what is due before a steering committee, and let the worker send it."""
    if send_before_meetings(house.worker_database, house.bot.now()):
        house.wake.set()


def hold_meetings(house: House) -> None:
    """Make the agendas that are due, and let the worker send them."""
    if make_agendas(house.worker_database, house.bot.now()):
        house.wake.set()


def live_on(house: House) -> None:
    """Do what the life of each community asks for, and let the worker say it."""
    if look_after(house.worker_database, house.bot.now()):
        house.wake.set()
