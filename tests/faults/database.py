"""Faults of the database, at the very call: the driver's own errors, with what they do to a transaction.

PostgreSQL raises its errors itself, so that the transaction is as broken as it would be; a lost connection is closed
under SQLAlchemy's hands. SQLite's errors carry its own codes; where SQLite would roll back by itself, so do we.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import psycopg
from sqlalchemy import Connection, Engine, PoolProxiedConnection, event

from tests.statements import alone

Commit = Callable[[PoolProxiedConnection], None]


class Cursor(Protocol):
    """What a driver executes with."""

    connection: object


class Kind(StrEnum):
    """How a call to the database goes wrong."""

    LOCKED = "locked"
    DISCONNECT = "disconnect"
    FULL = "full"
    IN_DOUBT = "commit in doubt"
    """The commit took effect, and the connection ended before its answer."""


CODES = {
    Kind.LOCKED: (sqlite3.SQLITE_BUSY, "database is locked"),
    Kind.DISCONNECT: (sqlite3.SQLITE_IOERR, "disk I/O error"),  # a file has no connection; this is as near as it comes
    Kind.FULL: (sqlite3.SQLITE_FULL, "database or disk is full"),
    Kind.IN_DOUBT: (sqlite3.SQLITE_IOERR, "disk I/O error"),
}
STATES = {Kind.LOCKED: "55P03", Kind.FULL: "53100"}
"""PostgreSQL's lock_not_available and disk_full."""
COMMIT, STATEMENT, BEGIN = "commit", "statement", "begin"


@dataclass
class DatabaseTrouble:
    """Counts the calls of some engines, and lets the one at `fails_at` go wrong."""

    engines: tuple[Engine, ...]
    calls: list[str] = field(default_factory=list)
    counts: bool = False
    kind: Kind = Kind.LOCKED
    fails_at: int | None = None
    happened: bool = False

    def __post_init__(self) -> None:
        for engine in map(alone, self.engines):
            event.listen(engine, "do_execute", self._execute)
            event.listen(engine, "do_executemany", self._execute)
            setattr(engine.dialect, "do_commit", self._committing(engine.dialect.do_commit))  # noqa: B010 - a method
            if engine.dialect.name == "sqlite":  # PostgreSQL begins with its first statement
                event.listen(engine, "begin", self._begin, insert=True)

    def watch(self, kind: Kind = Kind.LOCKED, fails_at: int | None = None) -> None:
        """Count from now on; the call `fails_at` (from 0) goes wrong."""
        self.calls, self.counts, self.happened = [], True, False
        self.kind, self.fails_at = kind, fails_at

    def _is_next(self, what: str) -> bool:
        if not self.counts:
            return False
        self.calls.append(what)
        is_it = len(self.calls) - 1 == self.fails_at
        self.happened |= is_it
        return is_it

    def _execute(self, cursor: Cursor, *_: object) -> None:
        if self._is_next(STATEMENT):
            self._break(cursor.connection)

    def _begin(self, connection: Connection) -> None:
        if self._is_next(BEGIN):
            self._break(connection.connection.driver_connection)

    def _committing(self, commit: Commit) -> Commit:
        def committing(pooled: PoolProxiedConnection) -> None:
            fails = self._is_next(COMMIT)
            if fails and self.kind is not Kind.IN_DOUBT:
                self._break(pooled.driver_connection)
            commit(pooled)
            if fails:
                self._break(pooled.driver_connection)

        return committing

    def _break(self, driver: object) -> None:
        """Raise what the driver would raise now."""
        if isinstance(driver, sqlite3.Connection):
            _break_sqlite(driver, self.kind)
            return
        assert isinstance(driver, psycopg.Connection)
        if self.kind in STATES:
            driver.execute(f"DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '{STATES[self.kind]}'; END $$")
        driver.close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")


def _break_sqlite(driver: sqlite3.Connection, kind: Kind) -> None:
    code, words = CODES[kind]
    if kind is not Kind.LOCKED and driver.in_transaction:
        driver.rollback()
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code  # as the driver sets it
    raise error
