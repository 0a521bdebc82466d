"""Units of work: leaving commits, raising rolls back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sc_bot.ports import NotAvailable
from storage.communities import Cache, StoredCommunities
from storage.engine import READS, open_engine, our_turn
from storage.history import StoredHistory
from storage.outbox import StoredOutbox
from storage.problems import StoredProblems
from storage.requests import StoredRequests

LONGEST_PATIENCE = timedelta(seconds=30)


class StoredUnitOfWork:
    """One transaction and what can be done in it."""

    def __init__(self, connection: Connection, cache: Cache) -> None:
        self.requests = StoredRequests(connection)
        self.communities = StoredCommunities(connection, cache)
        self.problems = StoredProblems(connection)
        self.history = StoredHistory(connection)
        self.outbox = StoredOutbox(connection)


class StoredDatabase:
    """Opens units of work on one engine; `woken` is called after each commit."""

    def __init__(self, engine: Engine, patience: timedelta = LONGEST_PATIENCE) -> None:
        self.engine = engine
        self._patience = patience
        self._cache: Cache = {}

    @classmethod
    def open(cls, url: str, *, patience: timedelta) -> "StoredDatabase":
        """Open by URL; `patience` bounds the wait for a lock or a connection."""
        return cls(open_engine(url, patience=patience), patience)

    @contextmanager
    def unit_of_work(self) -> Iterator[StoredUnitOfWork]:
        """For a change.

        Raises:
            NotAvailable: the database did not answer in time; nothing was stored.
        """
        with self.writing() as connection:
            yield StoredUnitOfWork(connection, self._cache)

    @contextmanager
    def reading(self) -> Iterator[StoredUnitOfWork]:
        """For what only reads; takes no lock that a writer waits for."""
        with self.looking() as connection:
            yield StoredUnitOfWork(connection, self._cache)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the tables themselves.

        Raises:
            NotAvailable: as above.
        """
        with translated(), our_turn(self.engine, self._patience) as came:
            if not came:
                raise NotAvailable("turn")
            with self.engine.begin() as connection:
                yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with (
            translated(),
            self.engine.connect().execution_options(**{READS: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@contextmanager
def translated() -> Iterator[None]:
    """Turn what means "not now" into NotAvailable; anything else is a bug and keeps its name."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout, sqlite3.OperationalError, TimeoutError) as error:
        raise NotAvailable(type(error).__name__) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise NotAvailable(type(error).__name__) from error
        raise
