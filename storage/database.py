"""Units of work: leaving commits, raising rolls back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sc_bot.ports import InDoubt, NotAvailable
from storage.absences import StoredAbsences
from storage.charter import StoredCharters
from storage.commitments import StoredCommitments
from storage.communities import Cache, StoredCommunities
from storage.counts import StoredCounts
from storage.cycles import StoredCycles
from storage.deadlocks import StoredDeadlocks
from storage.decisions import StoredDecisions
from storage.digests import StoredDigests
from storage.engine import LONG, READS, open_engine, our_turn
from storage.erasing import StoredErasing
from storage.exports import StoredExports
from storage.finding import StoredFinding
from storage.followups import StoredFollowups
from storage.health import StoredHealth
from storage.history import StoredHistory
from storage.homes import StoredHomes
from storage.installations import StoredInstallations
from storage.joining import StoredJoinings
from storage.joint_changes import StoredJointChanges
from storage.lessons import StoredLessons
from storage.meetings import StoredMeetings
from storage.outbox import StoredOutbox
from storage.overview import StoredOverview
from storage.participations import StoredParticipations
from storage.personal import StoredPersonal
from storage.problems import StoredProblems
from storage.pulse import StoredPulse
from storage.purging import StoredPurges
from storage.registers import StoredAccesses, StoredIncidents, write_down
from storage.requests import StoredRequests
from storage.retention import StoredRetention
from storage.routing import StoredCorrections
from storage.seals import StoredSeals
from storage.tryouts import StoredTryouts

ONE_MOMENT: dict[str, dict[str, Any]] = {
    "sqlite": {READS: True},  # a reading transaction is one moment by itself
    "postgresql": {READS: True, LONG: True, "isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
LONGEST_PATIENCE = timedelta(seconds=30)


class StoredUnitOfWork:
    """One transaction and what can be done in it."""

    def __init__(self, connection: Connection, cache: Cache) -> None:
        self.requests = StoredRequests(connection)
        self.communities = StoredCommunities(connection, cache)
        self.charters = StoredCharters(connection)
        self.cycles = StoredCycles(connection, self.communities)
        self.health = StoredHealth(connection)
        self.absences = StoredAbsences(connection, self.communities)
        self.problems = StoredProblems(connection)
        self.history = StoredHistory(connection)
        self.finding = StoredFinding(connection)
        self.commitments = StoredCommitments(connection)
        self.participations = StoredParticipations(connection)
        self.joinings = StoredJoinings(connection)
        self.decisions = StoredDecisions(connection)
        self.tryouts = StoredTryouts(connection)
        self.joint_changes = StoredJointChanges(connection)
        self.lessons = StoredLessons(connection)
        self.meetings = StoredMeetings(connection, self.communities)
        self.deadlocks = StoredDeadlocks(connection)
        self.corrections = StoredCorrections(connection, self.communities)
        self.followups = StoredFollowups(connection)
        self.counts = StoredCounts(connection)
        self.digests = StoredDigests(connection)
        self.exports = StoredExports(connection)
        self.pulse = StoredPulse(connection)
        self.personal = StoredPersonal(connection)
        self.erasing = StoredErasing(connection, self.communities)
        self.accesses = StoredAccesses(connection)
        self.incidents = StoredIncidents(connection)
        self.retention = StoredRetention(connection)
        self.seals = StoredSeals(connection)
        self.installations = StoredInstallations(connection)
        self.purges = StoredPurges(connection)
        self.outbox = StoredOutbox(connection)
        self.homes = StoredHomes(connection, self.outbox)
        self.overview = StoredOverview(connection)


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
            InDoubt: it did not answer to the commit; everything was stored, or nothing.
        """
        with self.writing() as connection:
            uow = StoredUnitOfWork(connection, self._cache)
            yield uow
            write_down(connection, uow.accesses.noted)

    @contextmanager
    def reading(self) -> Iterator[StoredUnitOfWork]:
        """For what only reads; takes no lock that a writer waits for. What it noted of hidden identities follows.

        Raises:
            NotAvailable: as above; nobody is shown what could not be noted.
        """
        with self.looking() as connection:
            uow = StoredUnitOfWork(connection, self._cache)
            yield uow
        if uow.accesses.noted:
            with self.writing() as connection:
                write_down(connection, uow.accesses.noted)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the tables themselves.

        Raises:
            NotAvailable: as above.
            InDoubt: as above.
        """
        with translated(), our_turn(self.engine, self._patience) as came:
            if not came:
                raise NotAvailable("turn")
            with _committed(self.engine) as connection:
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

    @contextmanager
    def whole(self) -> Iterator[StoredUnitOfWork]:
        """For what reads long, and all of one moment: an export. Each statement is bounded, the whole is not."""
        how = ONE_MOMENT[self.engine.dialect.name]
        with translated(), self.engine.connect().execution_options(**how) as connection, connection.begin():
            yield StoredUnitOfWork(connection, self._cache)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@contextmanager
def _committed(engine: Engine) -> Iterator[Connection]:
    """A transaction; where the answer to its commit is lost, nobody knows what became of it."""
    commits = False
    try:
        with translated(), engine.begin() as connection:
            yield connection
            commits = True
    except NotAvailable as error:
        if commits:
            raise InDoubt(*error.args) from error
        raise


@contextmanager
def translated() -> Iterator[None]:
    """Turn what means "not now" into NotAvailable; anything else is a bug and keeps its name."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout, sqlite3.OperationalError, TimeoutError) as error:
        raise NotAvailable(type(error).__name__) from error
    except sqlite3.DatabaseError as error:
        if type(error) is sqlite3.DatabaseError:  # no SQLite file at all; what is more precise is a bug
            raise NotAvailable(type(error).__name__) from error
        raise
    except DBAPIError as error:
        if error.connection_invalidated or type(error.orig) is sqlite3.DatabaseError:
            raise NotAvailable(type(error).__name__) from error
        raise
