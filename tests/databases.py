"""Databases for tests: each test has its own, copied from one that was migrated once."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import WORKER_PATIENCE, settle

POSTGRES = os.environ.get("TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@contextmanager
def empty_database(kind: str, folder: Path, *, region: bool = False) -> Iterator[str]:
    """The address of a database with the newest schema, and the fictional region in it; taken away afterwards."""
    if kind == "sqlite":
        path = folder / "sc_bot.db"
        shutil.copyfile(_sqlite_template(region=region), path)
        yield f"sqlite:///{path}"
        return
    if not postgres_answers():
        pytest.skip("no PostgreSQL answers; TEST_POSTGRES says where one is")
    name = _create(template=_postgres_template(region=region))
    try:
        yield _address(name)
    finally:
        drop(name)


@cache
def postgres_answers() -> bool:
    """Whether a PostgreSQL server is there for the tests."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def drop(name: str) -> None:
    """Take a PostgreSQL database away, whoever is still connected."""
    _administer(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


_templates: list[str | Path] = []


@cache
def _sqlite_template(*, region: bool) -> Path:
    path = Path(mkdtemp(prefix="sc_bot_test_")) / "template.db"
    _templates.append(path)
    _prepare(f"sqlite:///{path}", region=region)
    return path


@cache
def _postgres_template(*, region: bool) -> str:
    """One a process: removed by `drop_templates` when the tests end."""
    name = _create(template="template1")
    _templates.append(name)
    _prepare(_address(name), region=region)
    return name


def drop_templates() -> None:
    """Leave nothing behind."""
    for template in _templates:
        if isinstance(template, Path):
            shutil.rmtree(template.parent)
        else:
            drop(template)
    _templates.clear()


def _create(*, template: str) -> str:
    name = f"sc_bot_test_{uuid4().hex[:12]}"
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    _administer(create.format(sql.Identifier(name), sql.Identifier(template)))
    return name


def _administer(statement: sql.Composed) -> None:
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(statement)


def _address(name: str) -> str:
    server = POSTGRES.rpartition("/")[0].replace("postgresql://", "postgresql+psycopg://")
    return f"{server}/{name}"


def _prepare(address: str, *, region: bool) -> None:
    engine = open_engine(address, patience=WORKER_PATIENCE)
    upgrade(engine)
    if region:
        settle(StoredDatabase(engine, WORKER_PATIENCE))
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
