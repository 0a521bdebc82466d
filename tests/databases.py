"""Databases for tests: each test has one to itself, with the newest schema, as if new.

SQLite's file is copied from one that was migrated once. PostgreSQL takes long to create and to drop databases, so a
process keeps the few that it needs, and puts back what was in them, kept in a schema of its own, before each test.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import LiteralString
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import WORKER_PATIENCE, settle

POSTGRES = os.environ.get("TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
SEED, KEPT = "as_new", "kept"
PUT_BACK = """
DO $$
DECLARE
    one text;
    differs boolean;
BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%1$I) OR EXISTS (SELECT FROM kept.%1$I)', one) INTO differs;
        CONTINUE WHEN NOT differs;
        EXECUTE format('SELECT EXISTS (
            (SELECT a::text FROM public.%1$I a EXCEPT ALL SELECT b::text FROM kept.%1$I b) UNION ALL
            (SELECT b::text FROM kept.%1$I b EXCEPT ALL SELECT a::text FROM public.%1$I a))', one) INTO differs;
        IF differs THEN
            EXECUTE format('DELETE FROM public.%1$I', one);
            EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', one);
        END IF;
    END LOOP;
    FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        EXECUTE format('SELECT setval(%L, coalesce(max(id), 0) + 1, false) FROM public.%I',
            'public.' || one, regexp_replace(one, '_id_seq$', ''));
    END LOOP;
END $$
"""
SHAPE = """
SELECT md5(string_agg(concat(attrelid, ' ', attnum, ' ', attname), ',' ORDER BY attrelid, attnum))
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0
"""
GONE_WITHIN = 30_000  # ms; whoever is in the middle of a commit ends it first, and what it wrote is seen
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]  # the fast suite needs no server


@contextmanager
def empty_database(kind: str, *, region: bool = False) -> Iterator[str]:
    """The address of a database with the newest schema, and the fictional region in it."""
    if kind == "sqlite":
        with TemporaryDirectory(prefix="sc_bot_test_", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
            path = Path(folder) / "sc_bot.db"
            shutil.copyfile(_sqlite_template(region=region), path)
            yield f"sqlite:///{path}"
        return
    if not postgres_answers():
        pytest.skip("no PostgreSQL answers; TEST_POSTGRES says where one is")
    name = _as_new(region=region)
    try:
        yield _address(name)
    finally:
        _free[region].append(name)


@cache
def postgres_answers() -> bool:
    """Whether a PostgreSQL server is there for the tests."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


_free: dict[bool, list[str]] = {False: [], True: []}
_created: list[str] = []
_shapes: dict[str, str] = {}
_templates: list[Path] = []


@cache
def _sqlite_template(*, region: bool) -> Path:
    path = Path(mkdtemp(prefix="sc_bot_test_")) / "template.db"
    _templates.append(path)
    _prepare(f"sqlite:///{path}", region=region)
    return path


def drop_everything() -> None:
    """Leave nothing behind."""
    while _templates:
        shutil.rmtree(_templates.pop().parent)
    while _created:
        name = sql.Identifier(_created.pop())
        with psycopg.connect(POSTGRES, autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def _as_new(*, region: bool) -> str:
    while _free[region]:
        name = _free[region].pop()
        if _put_back(name):
            return name
    return _create(region=region)


def _create(*, region: bool) -> str:
    name = f"sc_bot_test_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        # What a test stores need not survive the server; the torture tests kill only our own processes.
        admin.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
    _created.append(name)
    _prepare(_address(name), region=region)
    _keep(name, SEED)
    with _administer(name) as database:
        _shapes[name] = _shape(database)
    return name


def keep(address: str) -> None:
    """Keep what a database holds now, for `put_back`; nobody has SQLite's file open."""
    if address.startswith("sqlite"):
        path = Path(address.removeprefix("sqlite:///"))
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(path, path.with_suffix(f".{KEPT}"))
    else:
        _keep(address.rpartition("/")[2], KEPT)


def put_back(address: str) -> None:
    """Make a database as it was when it was kept; nobody has SQLite's file open, and nobody else is at work."""
    if not address.startswith("sqlite"):
        with _administer(address.rpartition("/")[2]) as database:
            _put_back_rows(database, KEPT)
        return
    path = Path(address.removeprefix("sqlite:///"))
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    shutil.copyfile(path.with_suffix(f".{KEPT}"), path)


def _keep(name: str, schema: str) -> None:
    with _administer(name) as database:
        database.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        database.execute(f"CREATE SCHEMA {schema}")
        for table in _tables(database):
            database.execute(f"CREATE TABLE {schema}.{table} AS TABLE public.{table}")


def _put_back(name: str) -> bool:
    """Make a database as it was when it was new; whoever is left over from an earlier test is sent away.

    Whether it could be: where a test went back to an earlier schema and on again, columns stand elsewhere.
    """
    with _administer(name) as database:
        database.execute(
            "SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            [GONE_WITHIN],
        )
        is_as_it_was = _shape(database) == _shapes[name]
        if is_as_it_was:
            _put_back_rows(database, SEED)
        return is_as_it_was


def _put_back_rows(database: psycopg.Connection[tuple[str]], schema: str) -> None:
    """Only the tables that changed, in one round trip: most tests touch a few."""
    database.execute("SET session_replication_role = replica")  # history's triggers refuse to be emptied
    database.execute(PUT_BACK.replace("kept", schema))


def _shape(database: psycopg.Connection[tuple[str]]) -> str:
    return _names(database, SHAPE)[0]


def _tables(database: psycopg.Connection[tuple[str]]) -> list[str]:
    return _names(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")


def _names(database: psycopg.Connection[tuple[str]], query: LiteralString) -> list[str]:
    return [row[0] for row in database.execute(query)]


def _administer(name: str) -> psycopg.Connection[tuple[str]]:
    return psycopg.connect(f"{_server()}/{name}")


def _server() -> str:
    return POSTGRES.rpartition("/")[0]


def _address(name: str) -> str:
    return f"{_server()}/{name}".replace("postgresql://", "postgresql+psycopg://")


def _prepare(address: str, *, region: bool) -> None:
    engine = open_engine(address, patience=WORKER_PATIENCE)
    upgrade(engine)
    if region:
        settle(StoredDatabase(engine))
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
