"""Stories about Home: on one database, where nothing depends on which it is."""

from collections.abc import Iterator

import pytest

from tests.databases import empty_database
from tests.house import Town, open_town


@pytest.fixture
def town() -> Iterator[Town]:
    """The fictional region, with its bot and a Slack of its own."""
    with empty_database("sqlite", region=True) as url, open_town(url) as town:
        yield town
