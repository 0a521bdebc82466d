"""Fixtures: a database of either kind, and a whole house with the fictional region on the wire."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import WORKER_PATIENCE, Town, open_town

POSTGRES = os.environ.get("TEST_POSTGRES", "host=127.0.0.1 user=postgres dbname=postgres")


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each test that uses a database runs on both."""
    return str(request.param)


@pytest.fixture
def url(kind: str, tmp_path: Path) -> Iterator[str]:
    """An empty database with the newest schema."""
    yield from database_url(kind, tmp_path)


def database_url(kind: str, tmp_path: Path) -> Iterator[str]:
    """Make a database, migrate it, and take it away afterwards."""
    if kind == "sqlite":
        address = f"sqlite:///{tmp_path / 'sc_bot.db'}"
        _migrate(address)
        yield address
        return
    name = f"sc_bot_test_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    address = f"postgresql+psycopg://postgres@127.0.0.1:5432/{name}"
    _migrate(address)
    yield address
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _migrate(address: str) -> None:
    engine = open_engine(address, patience=WORKER_PATIENCE)
    upgrade(engine)
    engine.dispose()


@pytest.fixture
def town(url: str) -> Iterator[Town]:
    """The fictional region, with its bot and a Slack of its own."""
    with open_town(url) as town:
        yield town
