"""Runs the house: the web server or Socket Mode, the worker, the ticks; stops when told, losing nothing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime

import structlog

from sc_bot import socket_mode
from sc_bot.app import WORKER_PATIENCE, Clock, House, SteadyClock, build, real_clock
from sc_bot.delivery.one_token import said_elsewhere
from sc_bot.domain.beats import WATCHER
from sc_bot.domain.figures import LONG_WAIT
from sc_bot.metrics import as_prometheus
from sc_bot.ports import Delays, NotAvailable
from sc_bot.scheduler import Metronome
from sc_bot.settings import Role, Settings
from sc_bot.slack import SlackClient
from sc_bot.ticking import Tick, ticks
from sc_bot.watching import SignsOfLife, call_watcher, this_process
from sc_bot.web.measuring import once_at_a_time
from storage.backups import copy_before
from storage.beats import read_watch, record_beats
from storage.database import StoredDatabase
from storage.figures import newest_step, read_figures, read_lateness
from storage.schema import NewerSchema, current, newest, upgrade

WORKERS = 2  # threads that send: one may wait for a slow answer while the other goes on
SIGNS_SECONDS = 30.0  # how often a process says that it lives
FIRST_SIGN_SECONDS = 1.0  # by then the senders have looked once: the doctor finds them soon after the start
STOPPING_SECONDS = 20.0  # over the ten that one call to Slack may take

log = structlog.get_logger()


class SchemaNotCurrent(Exception):
    """The database's schema is not the one that this program needs."""


class TokenOfAnother(Exception):
    """The one token is of a workspace of which nothing is stored."""


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
        TokenOfAnother: what is stored is of other workspaces than the one token.
        OSError: the port is taken.
    """
    make_ready(settings.database_url, may_upgrade=role == "run")
    house = build(settings, clock=clock or steady_clock(settings.database_url), delays=delays)
    with ExitStack() as parts:
        parts.callback(house.close)
        if role != "web":
            _look_at_token(house)
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


def give_signs(house: House, signs: SignsOfLife) -> None:
    """Store how this process does."""
    record_beats(house.worker_database, this_process(), signs.all(), real_clock())


def tell_watcher(house: House, address: str) -> None:
    """Tell the outside watcher, while all is well. By itself: however slow it is, it holds up no sign of life.

    Raises:
        WatcherNotReached: it did not hear.
    """
    if all_is_well(house, real_clock()):
        call_watcher(address)


def all_is_well(house: House, now: datetime) -> bool:
    """Whether nothing waits that should have been done: messages, steps of following up, the ticks themselves."""
    late, watch = read_lateness(house.worker_database, house.bot.now()), read_watch(house.worker_database, now)
    return late.waited < LONG_WAIT and not late.stopped and not {*watch.silent} - {WATCHER}


def steady_clock(url: str) -> Clock:
    """The time on the wall, no earlier than when something last happened there."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        return SteadyClock(real_clock, newest_step(database))
    finally:
        database.close()


def make_ready(url: str, *, may_upgrade: bool) -> None:
    """Check the schema; a file that is only ours is copied and brought up to date first.

    Raises:
        SchemaNotCurrent: it is not current and not ours to change.
        BackupRefused: it could not be copied, and was left as it is.
        NotAvailable: the database cannot be reached.
    """
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        wrong = what_is_wrong(database)
        if wrong and may_upgrade and database.engine.dialect.name == "sqlite":
            copy_before(database.engine, real_clock())
            bring_up_to_date(database)
            wrong = None
    finally:
        database.close()
    if wrong:
        raise SchemaNotCurrent(wrong)


def bring_up_to_date(database: StoredDatabase) -> None:
    """Apply the migrations that are missing: all of them, or none.

    Raises:
        SchemaNotCurrent: the database was made by a newer version.
        MigrationFailed: it is as it was.
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
    """What /readyz asks: the database answers, its schema is current or newer (migrations only add), and more."""
    needed = newest()

    def ready() -> tuple[bool, str]:
        try:
            wrong = None if (current(database.engine) or "") > needed else what_is_wrong(database, needed)
        except NotAvailable:
            return False, "the database does not answer"
        if wrong:
            return False, wrong
        failing = [reason for is_well, reason in (each() for each in more) if not is_well]
        return (False, "; ".join(failing)) if failing else (True, "ready")

    return ready


def metrics(quick: StoredDatabase, patient: StoredDatabase, clock: Clock) -> Callable[[], str]:
    """What /metrics answers; a database that does not answer is a figure too.

    Whether it answers is asked without patience, what takes a large database a second or two with it.
    """

    def scrape() -> str:
        try:
            watch = read_watch(quick, real_clock())
            return as_prometheus(read_figures(patient, clock()), watch)
        except NotAvailable:
            return as_prometheus(None)

    return once_at_a_time(scrape)


def _look_at_token(house: House) -> None:
    token = house.settings.slack_bot_token
    if token is not None and not house.settings.uses_oauth:
        client = SlackClient(token.get_secret_value(), house.settings.slack_api_url)
        elsewhere = said_elsewhere(house.worker_database, client)
        if elsewhere is not None:
            raise TokenOfAnother(elsewhere)


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
        figures = metrics(house.web_database, house.worker_database, house.bot.now)
        server = house.web(ready=readiness(house.web_database, *more), metrics=figures)
        parts.callback(server.close)
        server.start()
        yield server.port


@contextmanager
def _working(house: House) -> Iterator[None]:
    """The threads that send, and the ticks that ask the database what is due."""
    signs = SignsOfLife(real_clock)
    stop, metronome = threading.Event(), Metronome(signs.heard)
    for tick in [*ticks(house), *_signals(house, signs)]:
        signs.expect(tick.name)
        metronome.every(tick.seconds, tick.ask, tick.name, after=tick.after)
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


def _signals(house: House, signs: SignsOfLife) -> Iterator[Tick]:
    """What tells of all the others."""
    yield Tick("signs of life", SIGNS_SECONDS, lambda: give_signs(house, signs), after=FIRST_SIGN_SECONDS)
    if (address := house.settings.heartbeat_url) is not None:
        yield Tick(WATCHER, SIGNS_SECONDS, lambda: tell_watcher(house, address.get_secret_value()))
