"""The post office, with some days of history."""

from collections.abc import Iterator

import pytest

from tests.delivery.office import Office, open_office


@pytest.fixture
def office(url: str) -> Iterator[Office]:
    """An office with nothing queued."""
    with open_office(url) as office:
        yield office
