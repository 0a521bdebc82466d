"""Every migration, up and down, on very many problems: is each row kept, and how long does it take."""

import time
from collections.abc import Callable

from sqlalchemy import Engine

from bench.finding import Writer
from storage.engine import LONG, open_engine
from storage.schema import current, downgrade, known, newest, upgrade
from storage.soundness import damage_in, rows_in
from tests.bare import bare_database
from tests.house import WORKER_PATIENCE
from tests.migrations.filling import Filling
from tests.migrations.filling import fill as fill_tables
from tests.migrations.shape import seen

MANY = {"problems", "texts", "events", "outbox", "commitments", "followups", "participations", "joinings"}
"""A row a problem; of everything else a thousandth part."""
MADE = {"home_changes", "searchable"}
"""What migrations and triggers write themselves: that may become more."""
Times = dict[str, float]


def migrate_among(kind: str, count: int) -> tuple[Times, Times]:
    """Seconds that each step up takes, and each step back; checks that no row is lost."""
    up, down, writer = Times(), Times(), Writer()
    with bare_database(kind) as url:
        engine, filled = open_engine(url, patience=WORKER_PATIENCE), set[str]()
        for version in known():
            up[version] = _kept(engine, lambda to=version: upgrade(engine, to))
            filled |= _fill(engine, writer, count, filled)
        assert current(engine) == newest()
        for version in [*known()[-2::-1], "base"]:
            down[version] = _kept(engine, lambda to=version: downgrade(engine, to))
        engine.dispose()
    return up, down


def _kept(engine: Engine, do: Callable[[], None]) -> float:
    """Seconds that it takes; each table that is still there has as many rows as before."""
    before = rows_in(engine)
    began = time.perf_counter()
    do()
    seconds = time.perf_counter() - began
    after = rows_in(engine)
    assert all(after[each] == before[each] for each in (before.keys() & after.keys()) - MADE)
    assert damage_in(engine) is None
    return seconds


def _fill(engine: Engine, writer: Writer, count: int, filled: set[str]) -> set[str]:
    """Give rows to the tables that are new; returns which."""
    tables = {name: table for name, table in seen(engine).tables.items() if name not in filled | MADE}
    most = {name: max(1, count // 1_000) for name in seen(engine).tables if name not in MANY}
    with engine.connect().execution_options(**{LONG: True}) as connection, connection.begin():
        how = Filling(most=most, words=lambda _: writer.says())
        fill_tables(connection, tables.values(), range(1, count + 1), how)
    return set(tables)
