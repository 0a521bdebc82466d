"""A migration that stops midway leaves nothing behind, and says what to do."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage import schema
from storage.engine import open_engine
from tests.migrations.filling import fill
from tests.migrations.more import one_more
from tests.migrations.shape import rows_of, seen

WAITING = """
SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE NOT granted AND datname = current_database()
"""
STATEMENTS = {
    "it fails": "INSERT INTO half_made SELECT 1 / 0 FROM no_such_table",
    "it breaks a reference": "UPDATE texts SET problem = 999 WHERE id = 2",
}


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A database with the schema before the newest, and rows in every table."""
    schema.upgrade(engine, schema.known()[-2])
    tables = seen(engine).tables.values()
    with engine.begin() as connection:
        fill(connection, tables, range(1, 4))
    return engine


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_a_failed_upgrade_leaves_the_database_as_it_was_and_says_what_to_do(
    filled: Engine, statement: str, tmp_path: Path
) -> None:
    """Neither the step that failed nor the good one before it stays; the old version can go on with it.

    The sentence names no value of a row; references are watched again afterwards.
    """
    engine = filled
    version, was = schema.current(engine), seen(engine)
    rows = rows_of(engine, was.tables)
    words = "9000 failed .* is as it was.* start the version of sc-bot that you had"
    with one_more(statement, tmp_path), pytest.raises(schema.MigrationFailed, match=words):
        schema.upgrade(engine)
    now = seen(engine)
    assert (schema.current(engine), now.shape, rows_of(engine, now.tables)) == (version, was.shape, rows)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_a_migration_may_take_longer_than_anything_else(filled: Engine, tmp_path: Path) -> None:
    """What a person would not wait for is no limit for filling a large table."""
    hasty = open_engine(filled.url.render_as_string(hide_password=False), patience=timedelta(seconds=0.4))
    with one_more("SELECT pg_sleep(0.6)", tmp_path):
        schema.upgrade(hasty)
    hasty.dispose()
    assert schema.current(filled) == "9000"


@pytest.mark.parametrize("kind", ["postgresql"])
def test_an_upgrade_that_crosses_somebody_who_writes_is_tried_again(filled: Engine, tmp_path: Path) -> None:
    """Each waits for what the other holds, PostgreSQL ends the upgrade; the writer goes on, then the upgrade does."""
    with one_more("LOCK TABLE texts", tmp_path), ThreadPoolExecutor(1) as other, filled.connect() as writer:
        writer.exec_driver_sql("SET LOCAL deadlock_timeout = '20s'")  # else it may be the one that is ended
        writer.exec_driver_sql("LOCK TABLE texts")
        upgraded = other.submit(schema.upgrade, filled)
        _wait_until_somebody_waits(filled)
        writer.exec_driver_sql("LOCK TABLE problems")  # the upgrade has changed its rows
        writer.commit()
        upgraded.result()
    assert schema.current(filled) == "9000"


def _wait_until_somebody_waits(engine: Engine) -> None:
    for _ in range(1000):
        with engine.connect() as connection:
            if connection.exec_driver_sql(WAITING).first():
                return
        time.sleep(0.01)
    pytest.fail("nobody waits")


def test_two_upgrades_at_once_are_one(engine: Engine) -> None:
    """Two processes that start together: one waits for the other, and finds that there is nothing left to do."""
    with ThreadPoolExecutor(2) as both:
        list(both.map(schema.upgrade, (engine, engine)))
    assert schema.current(engine) == schema.newest()


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_who_comes_second_waits_for_a_long_upgrade(filled: Engine, tmp_path: Path) -> None:
    """Longer than for any other lock; and tables are waited for as ever after that."""
    address = filled.url.render_as_string(hide_password=False)
    hasty = [open_engine(address, patience=timedelta(seconds=0.4)) for _ in range(2)]
    with one_more("SELECT pg_sleep(0.8)", tmp_path), ThreadPoolExecutor(2) as both:
        list(both.map(schema.upgrade, hasty))
    assert schema.current(filled) == "9000"
    with schema._migrating(hasty[0]) as connection:
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar_one() == "200ms"
    for each in hasty:
        each.dispose()
