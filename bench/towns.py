"""The fictional region in an empty database, as durable as it would be in use, and its Slack."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from bench.servers import SECRET, TOKEN
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.usecases.community import import_community
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import THURSDAY, WORKER_PATIENCE, channel_ids, populate, region

POSTGRES = os.environ.get("TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@contextmanager
def town(kind: str) -> Iterator[tuple[FakeSlack, str]]:
    """A Slack and the address of its database, `sqlite` or `postgresql`."""
    community = region()
    with _sqlite() if kind == "sqlite" else _postgresql() as url:
        engine = open_engine(url, patience=WORKER_PATIENCE)
        upgrade(engine)
        with FakeSlack(pace=False, signing_secret=SECRET, bot_token=TOKEN) as slack:
            populate(slack, community)
            with StoredDatabase(engine).unit_of_work() as uow:
                import_community(uow, slack.workspace.team_id, community, THURSDAY, channels=channel_ids(slack))
            engine.dispose()
            yield slack, url


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'bench.db'}"


@contextmanager
def _postgresql() -> Iterator[str]:
    name = sql.Identifier(f"sc_bot_bench_{uuid4().hex[:12]}")
    server = POSTGRES.rpartition("/")[0].replace("postgresql://", "postgresql+psycopg://")
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(name))
        try:
            yield f"{server}/{name.as_string().strip(chr(34))}"
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
