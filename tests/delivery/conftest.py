"""The post office, on either database."""

from collections.abc import Iterator

import pytest

from tests.delivery.office import Office, open_office


@pytest.fixture
def office(url: str) -> Iterator[Office]:
    """An office with nothing queued."""
    with open_office(url) as office:
        yield office
