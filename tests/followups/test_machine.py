"""Problems and promises do what a short model says, whoever does what in whatever order."""

import pytest

from tests.followups.machine import live


def test_a_few_lives_are_as_the_model_says() -> None:
    """A short look at what the long test shows."""
    live(3, 35)


@pytest.mark.slow
def test_many_lives_are_as_the_model_says() -> None:
    """The same for more of them; `python -m tests.followups.machine 2000` tries as many as a night allows."""
    live(20, 50)
