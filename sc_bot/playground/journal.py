"""What happened, in order, and a way to wait for it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sc_bot.playground.model import Payload

Predicate = Callable[[], object]


@dataclass
class Call:
    """One Web API call as it arrived, and what was answered.

    `answer` stays None where the client got none; `effect` says whether it landed all the same.
    """

    method: str
    args: Payload
    at: datetime
    status: int = 0
    answer: Payload | None = None
    effect: Payload | None = None
    fault: str | None = None
    unknown_args: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether the client was told that it worked."""
        return self.answer is not None and self.answer.get("ok") is True

    @property
    def error(self) -> str | None:
        """Slack's name for what went wrong, as the client read it."""
        return None if self.answer is None else self.answer.get("error")


class Journal:
    """The log, one lock for the whole workspace, and those who wait."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._changed = threading.Condition(self.lock)
        self._calls: list[Call] = []
        self._listeners: list[Callable[[], None]] = []

    @property
    def calls(self) -> list[Call]:
        """Every call so far, oldest first."""
        with self.lock:
            return list(self._calls)

    def add(self, call: Call) -> None:
        """Log a call on arrival; its answer is filled in later."""
        with self.lock:
            self._calls.append(call)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each change; returns what ends that."""
        with self.lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self.lock:
                self._listeners.remove(listener)

        return unsubscribe

    def changed(self) -> None:
        """Wake up those who wait, then tell the listeners, outside the lock."""
        with self.lock:
            self._changed.notify_all()
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def wait_for(self, predicate: Predicate, timeout: float) -> bool:
        """Wait until `predicate` holds, for at most `timeout` seconds of real time."""
        with self.lock:
            return bool(self._changed.wait_for(lambda: bool(predicate()), timeout))
