"""A town in trouble: the worker goes on after each delay, Slack brings again what was not stored; we move the time."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, select

from sc_bot.delivery.worker import Worker
from sc_bot.ports import NotAvailable
from storage.engine import open_engine
from storage.tables import WAITING, outbox
from tests.databases import keep, put_back
from tests.faults.database import DatabaseTrouble
from tests.faults.people import Persistent
from tests.faults.wire import NthCall
from tests.house import Clock, Town, open_town

ROUNDS, TRIES = 12, 3
PATIENT = 60.0  # seconds
LATER = 61.0  # seconds: over every lease, rest and doubt that one failed call brings


@dataclass
class TroubledTown(Town):
    """A town where calls may fail, and where everybody goes on."""

    real: Clock = field(default_factory=lambda: Clock(datetime(2026, 11, 22, tzinfo=UTC)))
    calls: NthCall = field(default_factory=NthCall)

    def __post_init__(self) -> None:
        self.house = replace(self.house, worker=replace(self.house.worker, real_now=self.real))
        self.slack.host.faults = self.calls
        self.slack.link.ack_seconds = PATIENT  # a busy machine is no fault that we make
        self.trouble = DatabaseTrouble(self._engines)
        self._onlooker = open_engine(self.house.settings.database_url, patience=timedelta(seconds=5))

    @property
    def _engines(self) -> tuple[Engine, ...]:
        return (self.house.web_database.engine, self.house.worker_database.engine)

    def person(self, name: str) -> Persistent:
        """Somebody who does not give up."""
        plain = super().person(name)
        return Persistent(self.slack.host, self.slack.link, plain.person, self.house.bot.quick.wait)

    def deliver(self) -> int:
        """Let the worker go on, and time pass, until nothing that is due waits any more."""
        handled = 0
        for _ in range(ROUNDS):
            self.slack.redeliver()
            with suppress(NotAvailable):  # as in `run`: the next look goes on
                handled += self.house.worker.drain()
            if not self._waits():
                return handled
            self.real.forward(seconds=LATER)
        raise AssertionError("something waits for ever")

    def tick(self, ask: Callable[[], object]) -> None:
        """A tick of the metronome: one that fails is followed by the next."""
        for _ in range(TRIES):
            try:
                ask()
            except NotAvailable:
                continue
            return
        raise AssertionError("no tick succeeds")

    def looks(self) -> Engine:
        """A look that is not counted."""
        return self._onlooker

    def _waits(self) -> bool:
        due = select(outbox.c.id).where(outbox.c.state.in_(WAITING), outbox.c.due_at <= self.clock())
        with self._onlooker.connect() as connection:
            return connection.execute(due.limit(1)).first() is not None

    def rest(self) -> None:
        """Nothing is counted, nothing fails."""
        self.calls.rest()
        self.trouble.counts = False

    def let_go(self) -> None:
        """No connection is open to a file any more; to connect to a server takes long, and harms nobody."""
        if self._onlooker.dialect.name == "sqlite":
            self.close()

    def close(self) -> None:
        """No connection is open any more."""
        for each in (*self._engines, self._onlooker):
            each.dispose()


@dataclass(frozen=True)
class Kept:
    """A town at one moment: put back before each run."""

    town: TroubledTown
    workspace: bytes
    clock: datetime
    real: datetime

    @classmethod
    def of(cls, town: TroubledTown) -> "Kept":
        """Keep it as it is now."""
        town.rest()
        town.let_go()
        keep(town.house.settings.database_url)
        return cls(town, pickle.dumps(town.slack.workspace.state()), town.clock.now, town.real.now)

    def put_back(self) -> None:
        """Everything is as it was: the database, Slack, both clocks."""
        town = self.town
        town.rest()
        town.let_go()
        put_back(town.house.settings.database_url)
        for database in (town.house.web_database, town.house.worker_database):
            database._cache.clear()
        town.slack.workspace.put_back(pickle.loads(self.workspace))  # noqa: S301 - our own, a moment ago
        town.slack.link.undelivered.clear()
        town.clock.now, town.real.now = self.clock, self.real


@contextmanager
def open_troubled(url: str, **worker: object) -> Iterator[TroubledTown]:
    """Open it; `worker`: fields of the worker, to plant a mistake."""
    with open_town(url) as plain:
        town = TroubledTown(plain.slack, plain.house, plain.clock, plain.community)
        town.house = replace(town.house, worker=_changed(town.house.worker, **worker))
        try:
            yield town
        finally:
            town.close()


def _changed(worker: Worker, **fields: object) -> Worker:
    return replace(worker, **fields)  # type: ignore[arg-type] # the fields of Worker
