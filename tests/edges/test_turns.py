"""Threads of one process write in the order in which they asked."""

import threading
import time

from storage.engine import Turns


def test_who_asked_first_comes_first() -> None:
    """Also before the one who had it and wants it again at once: a worker with much to do stands in nobody's way."""
    turns, came = Turns(), list[str]()
    assert turns.acquire(timeout=0)

    def want(name: str) -> None:
        if turns.acquire(timeout=10):
            came.append(name)
            turns.release()

    threads = [threading.Thread(target=want, args=(each,)) for each in ("first", "second")]
    for number, each in enumerate(threads, start=1):
        each.start()
        while len(turns._waiting) < number:
            time.sleep(0.001)
    turns.release()
    want("worker")
    for each in threads:
        each.join()
    assert came == ["first", "second", "worker"]


def test_who_does_not_wait_any_longer_has_no_turn() -> None:
    """It is passed over; the next one comes."""
    turns = Turns()
    assert turns.acquire(timeout=0)
    assert not turns.acquire(timeout=0.01)
    turns.release()
    assert turns.acquire(timeout=0)
