"""The stage's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from sc_bot.playground.stage.clock import Clock, RunsForward

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def test_it_stands_still_until_it_runs() -> None:
    """While the past is lived, only whoever tells it moves the time, and in either direction."""
    clock = Clock(NOON)
    assert clock() == clock() == NOON
    clock.set_to(NOON - timedelta(weeks=6))
    clock.forward_to(NOON - timedelta(weeks=5))
    assert clock() == NOON - timedelta(weeks=5)


def test_running_it_goes_forward_only() -> None:
    """It goes on from where it stood, jumps forward, and refuses to go back or to be set."""
    clock = Clock(NOON)
    clock.run()
    assert clock() >= NOON
    clock.forward_to(NOON + timedelta(days=1))
    assert clock() >= NOON + timedelta(days=1)
    with pytest.raises(RunsForward):
        clock.forward_to(NOON)
    with pytest.raises(RunsForward):
        clock.set_to(NOON)
