"""A joint change does what a short model says: never a go without the quorum, one date, each told once."""

import pytest

from tests.joint_changes.machine import live


def test_a_few_lives_are_as_the_model_says() -> None:
    """Readiness, slips, withdrawals, absences and two at once, in a few lives."""
    live(4, 20)


@pytest.mark.slow
def test_more_lives_are_as_the_model_says() -> None:
    """The same for more of them; `python -m tests.joint_changes.machine 2000` tries as many as a night allows."""
    live(12, 40)
