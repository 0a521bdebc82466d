"""Databases in which nothing is yet: migrations are tried from the very first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from tests.databases import IN_MEMORY, POSTGRES, postgres_answers


@contextmanager
def bare_database(kind: str) -> Iterator[str]:
    """The address of a database without any table."""
    if kind == "sqlite":
        with TemporaryDirectory(prefix="sc_bot_test_", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
            yield f"sqlite:///{Path(folder) / 'bare.db'}"
        return
    if not postgres_answers():
        pytest.skip("no PostgreSQL answers; TEST_POSTGRES says where one is")
    name = f"sc_bot_test_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{POSTGRES.rpartition('/')[0]}/{name}".replace("postgresql://", "postgresql+psycopg://")
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
