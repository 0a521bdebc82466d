"""To find the next message takes as long among thousands as among few: both databases stop at the first that may go."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from sc_bot.domain.notices import Posting, Welcome
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.waiting import READY, in_due_order
from tests.house import THURSDAY, WORKER_PATIENCE

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
