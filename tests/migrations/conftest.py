"""An engine on a bare database of either kind."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from tests.bare import bare_database
from tests.house import WORKER_PATIENCE


@pytest.fixture
def engine(kind: str) -> Iterator[Engine]:
    """Opened as the worker opens it."""
    with bare_database(kind) as url:
        engine = open_engine(url, patience=WORKER_PATIENCE)
        yield engine
        engine.dispose()
