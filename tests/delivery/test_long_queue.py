"""To find the next message takes as long among thousands as among few: both databases stop at the first that may go."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
import pytest
from sqlalchemy import Connection, event, text

from sc_bot.domain.notices import Posting, Welcome
from sc_bot.ports import Delays
from storage.database import StoredDatabase
from storage.deliveries import StoredDeliveries
from storage.engine import open_engine
from storage.waiting import READY, in_due_order
from tests.house import THURSDAY, WORKER_PATIENCE
from tests.statements import alone

MANY = 2_000
READERS = {"few readers, long queues": 25, "each reader waits for one": MANY}


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize("readers", READERS.values(), ids=READERS)
def test_the_next_message_is_found_in_the_order_in_which_messages_are_due(url: str, readers: int, known: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """No sorting of all that waits, also while the database takes the queue for empty."""
    if not known:
        _analyse(url)
    _queue(url, readers)
    if known:
        _analyse(url)
    with _connected(url) as connection:
        plan = _plan(connection)
    assert "ix_outbox_next" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["postgresql"])
def test_it_is_asked_so_whenever_a_message_is_claimed(url: str) -> None:
    """For the two questions of a claim, and for nothing that follows on the same connection."""
    _queue(url, 2)
    database = StoredDatabase(alone(open_engine(url, patience=WORKER_PATIENCE)))
    asked: list[tuple[str, ...]] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def look(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if "FROM destinations JOIN outbox" in statement:
            asked.append(_said_of(connection))

    assert StoredDeliveries(database, Delays()).claim("w", datetime.now(UTC), THURSDAY) is not None
    with database.engine.connect() as connection:
        assert _said_of(connection) == ("on", "auto")
    assert asked == [("off", "force_custom_plan")] * 2
    database.close()


def _said_of(connection: Connection) -> tuple[str, ...]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    said = driver.execute("SELECT current_setting('enable_sort'), current_setting('plan_cache_mode')").fetchone()
    assert said is not None
    return tuple(said)


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = open_engine(url, patience=WORKER_PATIENCE)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _queue(url: str, readers: int) -> None:
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    some = [Posting(notice=Welcome(), to=f"U{each % readers}", key=str(each), due_at=THURSDAY) for each in range(MANY)]
    with database.unit_of_work() as uow:
        uow.outbox.post("T1", None, some)
    database.close()


def _analyse(url: str) -> None:
    """As autovacuum does; SQLite plans without."""
    with _connected(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE outbox, destinations"))
            connection.commit()


def _plan(connection: Connection) -> str:
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    times = READY.params(now=datetime.now(UTC), product_now=THURSDAY)
    in_due_order(connection)
    asked = times.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    return "\n".join(str(row) for row in connection.exec_driver_sql(f"{explain} {asked}"))
