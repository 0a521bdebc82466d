"""Runs the house: the web server or Socket Mode, the worker, the ticks; stops when told, losing nothing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from sc_bot import socket_mode
from sc_bot.app import WORKER_PATIENCE, Clock, House, SteadyClock, build, real_clock
from sc_bot.domain.figures import LONG_WAIT
from sc_bot.metrics import as_prometheus
from sc_bot.ports import Delays, NotAvailable
from sc_bot.scheduler import Metronome
from sc_bot.settings import Role, Settings
from sc_bot.usecases.absences_turning import returns
from sc_bot.usecases.cycles.living import look_after
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from sc_bot.usecases.digests.sending import send_digests
from sc_bot.usecases.exporting.asking import send_before_meetings
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch, watch_new
from sc_bot.usecases.homes.refreshing import refresh_homes
from sc_bot.usecases.joint_changes.going import look_at_changes
from sc_bot.usecases.learning import learn_people
from sc_bot.usecases.lessons.following import ask_about_lessons
from sc_bot.usecases.meetings.making import make_agendas
from sc_bot.usecases.pulse.turning import turn_waves
from sc_bot.usecases.routing.learning import learn_routing
from sc_bot.watching import SignsOfLife, call_watcher, this_process
from storage.beats import read_watch, record_beats
from storage.database import StoredDatabase
from storage.figures import newest_step, read_figures
from storage.schema import NewerSchema, current, newest, upgrade

WORKERS = 2  # threads that send: one may wait for a slow answer while the other goes on
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
SIGNS_SECONDS = 30.0  # how often a process says that it lives
TURNING_SECONDS = 120.0  # how often absences are looked at: they begin and end with a day
STOPPING_SECONDS = 20.0  # over the ten that one call to Slack may take

log = structlog.get_logger()


class SchemaNotCurrent(Exception):
    """The database's schema is not the one that this program needs."""


@contextmanager
def house_running(
    settings: Settings,
    role: Role,
    *,
    clock: Clock | None = None,
    delays: Delays | None = None,
) -> Iterator["Running"]:
    """Run everything that a role needs while the block lasts, then end what was begun.

    Raises:
        SchemaNotCurrent: the database must be upgraded first.
        SocketModeRefused: Slack does not accept the app token.
        OSError: the port is taken.
    """
    make_ready(settings.database_url, may_upgrade=role == "run")
    house = build(settings, clock=clock or steady_clock(settings.database_url), delays=delays)
    with ExitStack() as parts:
        parts.callback(house.close)
        if role != "web":
            parts.enter_context(_working(house))
        port = parts.enter_context(_listening(house, role)) if role != "worker" else None
        log.info("running", role=role, port=port, socket_mode=role == "run" and settings.uses_socket_mode)
        yield Running(house, port)
        log.info("stopping", role=role)


@dataclass(frozen=True, slots=True)
class Running:
    """The house while it runs, and where it listens."""

    house: House
    port: int | None

    def look(self) -> None:
        """Ask at once what is due, as every tick does: for whoever moves the clock."""
        for tick in ticks(self.house):
            tick.ask()
        self.house.wake.set()


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that asks the database what is due, every so many seconds."""

    name: str
    seconds: float
    ask: Callable[[], object]


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
        Tick("absences", TURNING_SECONDS, lambda: returns(house.worker_database, house.bot.now())),
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


def give_signs(house: House, signs: SignsOfLife) -> None:
    """Store how this process does; while all is well, tell the outside watcher."""
    now = real_clock()
    record_beats(house.worker_database, this_process(), signs.all(), now)
    address = house.settings.heartbeat_url
    if address is not None and all_is_well(house, now):
        call_watcher(address.get_secret_value())


def all_is_well(house: House, now: datetime) -> bool:
    """Whether nothing waits that should have been done: messages, steps of following up, the ticks themselves."""
    figures, watch = read_figures(house.worker_database, house.bot.now()), read_watch(house.worker_database, now)
    waits = max(figures.oldest_waiting, figures.steps_waiting)
    return waits < LONG_WAIT and not figures.stopped and not watch.silent


def steady_clock(url: str) -> Clock:
    """The time on the wall, no earlier than when something last happened there."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        return SteadyClock(real_clock, newest_step(database))
    finally:
        database.close()


def make_ready(url: str, *, may_upgrade: bool) -> None:
    """Check the schema; a file that is only ours is brought up to date first.

    Raises:
        SchemaNotCurrent: it is not current and not ours to change.
        NotAvailable: the database cannot be reached.
    """
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        wrong = what_is_wrong(database)
        if wrong and may_upgrade and database.engine.dialect.name == "sqlite":
            bring_up_to_date(database)
            wrong = None
    finally:
        database.close()
    if wrong:
        raise SchemaNotCurrent(wrong)


def bring_up_to_date(database: StoredDatabase) -> None:
    """Apply the migrations that are missing.

    Raises:
        SchemaNotCurrent: the database was made by a newer version.
    """
    try:
        upgrade(database.engine)
    except NewerSchema:
        raise SchemaNotCurrent(what_is_wrong(database)) from None


def what_is_wrong(database: StoredDatabase, needed: str | None = None) -> str | None:
    """Why the schema does not fit, and what to do; None when it does."""
    here, needed = current(database.engine), needed or newest()
    if here == needed:
        return None
    if here is None:
        return f"the database is empty; run once: sc-bot db upgrade (schema {needed})"
    if here > needed:
        return f"the database has schema {here}, made by a newer version of sc-bot; this one knows {needed}"
    return f"the database has schema {here}, this version needs {needed}; run: sc-bot db upgrade"


def readiness(database: StoredDatabase, *more: Callable[[], tuple[bool, str]]) -> Callable[[], tuple[bool, str]]:
    """What /readyz asks: the database answers, its schema is current, and whatever else is given."""
    needed = newest()

    def ready() -> tuple[bool, str]:
        try:
            wrong = what_is_wrong(database, needed)
        except NotAvailable:
            return False, "the database does not answer"
        if wrong:
            return False, wrong
        failing = [reason for is_well, reason in (each() for each in more) if not is_well]
        return (False, "; ".join(failing)) if failing else (True, "ready")

    return ready


def metrics(database: StoredDatabase, clock: Clock) -> Callable[[], str]:
    """What /metrics answers; a database that does not answer is a figure too."""

    def scrape() -> str:
        try:
            return as_prometheus(read_figures(database, clock()), read_watch(database, real_clock()))
        except NotAvailable:
            return as_prometheus(None)

    return scrape


@contextmanager
def _listening(house: House, role: Role) -> Iterator[int]:
    """The web server; with Socket Mode it serves health and metrics only, and Slack is reached the other way."""
    more = []
    with ExitStack() as parts:
        token = house.settings.slack_app_token
        if role == "run" and token is not None:
            url = house.settings.slack_api_url
            socket = socket_mode.connect(house.app, token.get_secret_value(), api_url=url)
            parts.callback(socket.close)
            more.append(socket.health)
        database = house.web_database
        server = house.web(ready=readiness(database, *more), metrics=metrics(database, house.bot.now))
        parts.callback(server.close)
        server.start()
        yield server.port


@contextmanager
def _working(house: House) -> Iterator[None]:
    """The threads that send, and the ticks that ask the database what is due."""
    signs = SignsOfLife(real_clock)
    stop, metronome = threading.Event(), Metronome(signs.heard)
    for tick in [*ticks(house), Tick("signs of life", SIGNS_SECONDS, lambda: give_signs(house, signs))]:
        metronome.every(tick.seconds, tick.ask, tick.name)
    threads = [
        threading.Thread(
            target=house.worker.run, args=(stop, house.wake, signs.heard), name=f"worker-{number}", daemon=True
        )
        for number in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    metronome.start()
    try:
        yield
    finally:
        metronome.stop()
        stop.set()
        house.wake.set()
        for thread in threads:
            thread.join(STOPPING_SECONDS)
