"""Engines: SQLite set up so that concurrent writers neither lose updates nor find it locked; PostgreSQL as it is.

Tried: only an explicit BEGIN IMMEDIATE with WAL and a busy timeout loses nothing among several processes. SQLite's own
wait for a lock sleeps and is not fair (of 32 clients some waited over two seconds): threads of one process take turns.
"""

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from threading import Event, Lock
from time import monotonic

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import ConnectionPoolEntry

BEGAN = "began"  # when a connection's transaction began
READS = "reads"  # an execution option: this transaction only reads
LONG = "long"  # an execution option: this transaction may take longer than our patience; its statements may not
OFTEN = 4  # milliseconds between two looks whether the file is free


def open_engine(url: str, *, patience: timedelta) -> Engine:
    """Open a database; `patience` is how long a statement waits for a lock or a connection.

    Two engines serve one process that is web and worker: two seconds for the web, thirty for the worker.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(url, patience)
    return _postgresql(address, patience)


def _postgresql(address: URL, patience: timedelta) -> Engine:
    """PostgreSQL bounds each statement; the whole transaction is bounded here, before each of its statements."""
    milliseconds = int(patience.total_seconds() * 1000)
    engine = create_engine(
        address,
        pool_size=10,
        max_overflow=10,
        pool_timeout=patience.total_seconds(),
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            **_noticing_silence(patience),
            "connect_timeout": max(2, int(patience.total_seconds())),
            "options": " ".join(f"-c {name}={value}" for name, value in _bounds(milliseconds).items()),
        },
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.info[BEGAN] = monotonic()

    @event.listens_for(engine, "before_cursor_execute")
    def check(connection: Connection, *_: object) -> None:
        is_long = connection.get_execution_options().get(LONG, False)
        if not is_long and monotonic() - connection.info.get(BEGAN, monotonic()) > patience.total_seconds():
            raise TimeoutError("the transaction takes too long")

    return engine


def _bounds(patience: int) -> dict[str, int]:
    """Milliseconds: how long the server bears with us. Who is cut off in a transaction must not keep its locks."""
    return {
        "lock_timeout": patience // 2,
        "statement_timeout": patience,
        "idle_in_transaction_session_timeout": 2 * patience,
    }


def _noticing_silence(patience: timedelta) -> dict[str, int]:
    """A server that is cut off does not even say that it is gone: libpq then would wait for a quarter of an hour."""
    seconds = max(2, int(patience.total_seconds()))
    return {
        "tcp_user_timeout": 1000 * seconds,  # what we sent and nobody confirmed
        "keepalives_idle": seconds,  # what we wait for and nobody sends
        "keepalives_interval": max(1, seconds // 3),
        "keepalives_count": 3,
    }


def _sqlite(url: str, patience: timedelta) -> Engine:
    engine = create_engine(
        url,
        connect_args={
            "isolation_level": None,
            "timeout": patience.total_seconds() / 2,  # the other half is for our turn
            "check_same_thread": False,
        },
        pool_timeout=patience.total_seconds(),
        pool_size=10,
        max_overflow=10,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")  # an ack means that it is stored, also after a power cut
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # words that were removed do not stay in free pages

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(READS, False)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        if reads:
            driver.execute("BEGIN")  # by hand: a third of the time
        else:
            _begin_writing(driver, patience / 2)

    return engine


def _begin_writing(driver: sqlite3.Connection, patience: timedelta) -> None:
    """Ask for the file often, until it is free.

    SQLite's own wait comes to sleep 100 ms between two looks: of eight busy processes one met it taken for 15 seconds.
    """
    until = monotonic() + patience.total_seconds()
    driver.execute(f"PRAGMA busy_timeout={OFTEN}")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout={int(patience.total_seconds() * 1000)}")


@contextmanager
def our_turn(engine: Engine, patience: timedelta) -> Iterator[bool]:
    """Wait until no other thread of this process writes; gives whether that came in time. PostgreSQL needs none."""
    if engine.dialect.name != "sqlite":
        yield True
        return
    lock = _turns(str(engine.url.database))
    came = lock.acquire(timeout=patience.total_seconds() / 2)
    try:
        yield came
    finally:
        if came:
            lock.release()


class Turns:
    """A lock whose waiters come in the order in which they asked: a worker with much to do lets others in between."""

    def __init__(self) -> None:
        self._guard, self._waiting, self._is_taken = Lock(), deque[Event](), False

    def acquire(self, *, timeout: float) -> bool:
        """Wait for one's turn, so long at most; returns whether it came."""
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return True
            called = Event()
            self._waiting.append(called)
        if called.wait(timeout):
            return True
        with self._guard:
            if called.is_set():  # it came at the last moment
                return True
            self._waiting.remove(called)
            return False

    def release(self) -> None:
        """It is the next one's turn."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._is_taken = False


@cache
def _turns(_path: str) -> Turns:
    """One for each file, whoever opens it."""
    return Turns()
