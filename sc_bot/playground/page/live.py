"""Tells the page that something changed: a number that grows. What it is, the page asks for itself."""

import threading

from sc_bot.playground.journal import Journal


class Live:
    """Counts the changes of one workspace; those who look wait for a number greater than theirs."""

    def __init__(self, journal: Journal) -> None:
        self._condition = threading.Condition()
        self._revision = 0
        self._ended = False
        self._unsubscribe = journal.subscribe(self.changed)

    def changed(self) -> None:
        """Something is different now."""
        with self._condition:
            self._revision += 1
            self._condition.notify_all()

    def after(self, seen: int, timeout: float) -> int | None:
        """Wait until more than `seen` changes have happened; the newest number, None when it is over."""
        with self._condition:
            self._condition.wait_for(lambda: self._ended or self._revision > seen, timeout)
            return None if self._ended else self._revision

    def end(self) -> None:
        """Let go of everyone who waits."""
        self._unsubscribe()
        with self._condition:
            self._ended = True
            self._condition.notify_all()
