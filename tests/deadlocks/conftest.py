"""The region, where problems get stuck."""

from collections.abc import Iterator

import pytest

from storage.database import StoredDatabase
from tests.deadlocks.lives import Lives
from tests.house import WORKER_PATIENCE


@pytest.fixture
def lives(region_url: str) -> Iterator[Lives]:
    """On either database."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    yield Lives(database, region_url)
    database.close()
