"""A bot that several workspaces install."""

from collections.abc import Iterator

import pytest

from tests.databases import empty_database
from tests.installations.hosting import Hosting, open_hosting


@pytest.fixture
def hosting() -> Iterator[Hosting]:
    """On SQLite; what asks the database in a way of its own is tried on both."""
    with empty_database("sqlite") as url, open_hosting(url) as hosting:
        yield hosting


@pytest.fixture
def on_both(url: str) -> Iterator[Hosting]:
    """On either database."""
    with open_hosting(url) as hosting:
        yield hosting
