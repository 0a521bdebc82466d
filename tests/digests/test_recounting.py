"""The figures of digest, Home and workbook come from one module; this counts them once more from the history alone."""

import pytest

from tests.digests.recounting import differences


@pytest.mark.parametrize("seed", range(5))
def test_the_counts_are_those_of_the_history(seed: int) -> None:
    """Random communities, looked at three times each; `python -m tests.digests.recounting 200` lives more."""
    assert differences(seed) == []


@pytest.mark.slow
def test_they_are_on_postgresql_too() -> None:
    """The same queries, another database."""
    assert differences(7, acts=40, kind="postgresql") == []
