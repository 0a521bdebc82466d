"""However the worker sleeps: nothing missed, nothing twice, nothing in quiet hours."""

import pytest

from tests.followups.sleeping import is_said_as_expected


def test_a_few_sleeping_patterns() -> None:
    """A short look at what the long test shows."""
    assert [seed for seed in range(2) if not is_said_as_expected(seed)] == []


@pytest.mark.slow
def test_sleeping_patterns() -> None:
    """More of them; `python -m tests.followups.sleeping 1000` tries as many as one likes."""
    assert [seed for seed in range(2, 14) if not is_said_as_expected(seed)] == []
