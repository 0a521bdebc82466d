"""The region: on a database alone, and where problems get stuck."""

from collections.abc import Iterator

import pytest

from tests.deadlocks.conftest import lives
from tests.seed.ground import Ground, open_ground

__all__ = ["ground", "lives"]


@pytest.fixture
def ground(region_url: str) -> Iterator[Ground]:
    """People act through the use cases."""
    with open_ground(region_url) as ground:
        yield ground
