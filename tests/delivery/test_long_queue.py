"""To find the next message takes as long among thousands as among few: both databases stop at the first that may go."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from sc_bot.domain.notices import Posting, Welcome
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.waiting import READY
from tests.house import THURSDAY, WORKER_PATIENCE

MANY = 2_000
READERS = {"few readers, long queues": 25, "each reader waits for one": MANY}


@pytest.mark.parametrize("readers", READERS.values(), ids=READERS)
def test_the_next_message_is_found_in_the_order_in_which_messages_are_due(url: str, readers: int) -> None:
    """No sorting of all that waits."""
    _queue(url, readers)
    with _connected(url) as connection:
        _analyse(connection)
        plan = _plan(connection)
    assert "ix_outbox_next" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["postgresql"])
def test_the_queue_is_analysed_by_changes_and_not_by_share(url: str) -> None:
    """Ten thousand that wait are few beside a year of messages, and the plan depends on them."""
    with _connected(url) as connection:
        said = connection.execute(text("SELECT reloptions FROM pg_class WHERE oid = 'outbox'::regclass")).scalar_one()
    assert set(said) == {"autovacuum_analyze_scale_factor=0", "autovacuum_analyze_threshold=500"}


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


def _analyse(connection: Connection) -> None:
    """As autovacuum does; SQLite plans without."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE outbox"))
        connection.execute(text("ANALYZE destinations"))


def _plan(connection: Connection) -> str:
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    times = READY.params(now=datetime.now(UTC), product_now=THURSDAY)
    asked = times.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    return "\n".join(str(row) for row in connection.exec_driver_sql(f"{explain} {asked}"))
