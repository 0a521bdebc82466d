"""The metronome ticks, survives, and stops."""

import logging
import threading
from collections.abc import Iterator

import pytest

from sc_bot.scheduler import Metronome

LONG = 3600.0
WORDS = "the words of a report"


@pytest.fixture
def metronome() -> Iterator[Metronome]:
    """Not started; stopped afterwards."""
    made = Metronome()
    yield made
    made.stop()


class Ticks:
    """Counts its calls; the n-th can be awaited."""

    def __init__(self) -> None:
        self._calls = threading.Semaphore(0)

    def __call__(self) -> None:
        """One tick."""
        self._calls.release()

    def come(self, times: int = 1) -> bool:
        """Whether that many more calls come within five seconds each."""
        return all(self._calls.acquire(timeout=5) for _ in range(times))


def test_the_first_tick_comes_at_once(metronome: Metronome) -> None:
    """After a restart nobody waits an interval for what is due already."""
    ticks = Ticks()
    metronome.every(LONG, ticks, "due")
    metronome.start()
    assert ticks.come()


def test_ticks_go_on(metronome: Metronome) -> None:
    """An interval repeats, also one that is added later."""
    ticks, later = Ticks(), Ticks()
    metronome.every(0.01, ticks, "due")
    metronome.start()
    metronome.every(0.01, later, "later")
    assert ticks.come(3)
    assert later.come(2)


def test_a_failing_tick_is_logged_and_the_next_one_comes(
    metronome: Metronome, caplog: pytest.LogCaptureFixture
) -> None:
    """The log has the name and the place, not the words of the error, which may quote a report."""
    ticks = Ticks()

    def failing() -> None:
        ticks()
        raise ValueError(WORDS)

    with caplog.at_level(logging.ERROR):
        metronome.every(0.01, failing, "due")
        metronome.start()
        assert ticks.come(3)
        metronome.stop()
    assert "tick due failed" in caplog.text
    assert "in failing" in caplog.text
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text


def test_a_slow_tick_is_never_beside_itself(metronome: Metronome) -> None:
    """While one runs no second one starts; afterwards they go on."""
    running = threading.Lock()
    ticks, overlaps = Ticks(), []

    def slow() -> None:
        if not running.acquire(blocking=False):
            overlaps.append(True)
            return
        threading.Event().wait(0.05)
        running.release()
        ticks()

    metronome.every(0.01, slow, "due")
    metronome.start()
    assert ticks.come(3)
    assert not overlaps


def test_a_tick_can_be_woken(metronome: Metronome) -> None:
    """A commit need not wait for the next interval; an unknown name does no harm."""
    ticks = Ticks()
    metronome.every(LONG, ticks, "due")
    metronome.start()
    assert ticks.come()
    metronome.wake("unknown")
    metronome.wake("due")
    assert ticks.come()


def test_stopping_waits_for_the_running_tick() -> None:
    """When stop returns, nothing of ours runs any more; stopping twice does no harm."""
    metronome = Metronome()
    entered, ended = threading.Event(), threading.Event()

    def slow() -> None:
        entered.set()
        threading.Event().wait(0.05)
        ended.set()

    metronome.every(LONG, slow, "due")
    metronome.start()
    assert entered.wait(5)
    metronome.stop()
    assert ended.is_set()
    metronome.stop()
