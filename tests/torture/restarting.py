"""PostgreSQL restarts at once, again and again, or its host is gone and the standby takes over, among reports."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sc_bot.playground.fake_slack import FakeSlack
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import WORKER_PATIENCE, populate, region, settle
from tests.torture.clusters import address, cluster, with_standby
from tests.torture.crew import crew_at_work
from tests.torture.killing import SENDERS, wait_for_some
from tests.torture.planted import Bug
from tests.torture.storm import Storm, Wrong, after, blowing

SOME = 30  # reports before the standby takes over, and after


def restart_often(*, restarts: int, seed: int, bug: Bug | None = None) -> tuple[int, Wrong]:
    """How many reports were acknowledged, and what is wrong after so many restarts."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    with cluster() as server:
        url = address(server)
        settle_at(url)
        with _storm(url, bug) as storm:
            with blowing(storm, SENDERS):
                for _ in range(restarts):
                    wait_for_some(storm, chance)
                    server.restart_at_once()
            return len(storm.acked), after(storm, url)


def fail_over(*, bug: Bug | None = None) -> tuple[int, Wrong]:
    """How many reports were acknowledged, and what is wrong on the standby that took over."""
    with with_standby() as (primary, standby):
        url = address(primary, standby)
        settle_at(url)
        with _storm(url, bug) as storm:
            with blowing(storm, SENDERS):
                wait_for(storm, SOME)
                primary.stop_at_once()
                standby.promote()
                wait_for(storm, len(storm.acked) + SOME)
            return len(storm.acked), after(storm, url)


@contextmanager
def _storm(url: str, bug: Bug | None) -> Iterator[Storm]:
    with FakeSlack(pace=False) as slack:
        populate(slack, region())
        with crew_at_work(slack, url, bug) as crew:
            yield Storm(slack, crew.ports)


def settle_at(url: str) -> None:
    """The region settles in a new database."""
    engine = open_engine(url, patience=WORKER_PATIENCE)
    upgrade(engine)
    settle(StoredDatabase(engine))
    engine.dispose()


def wait_for(storm: Storm, acked: int) -> None:
    """Until so many reports are acknowledged."""
    deadline = time.monotonic() + 120
    while len(storm.acked) < acked:
        assert time.monotonic() < deadline, "nothing is acknowledged any more"
        time.sleep(0.05)
