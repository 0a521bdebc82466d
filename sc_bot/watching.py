"""What a process that works by itself tells about its work: signs of life for the database, and for an outside watcher.

The outside watcher is any service that raises an alarm when it has not been called for some minutes. It is called
only while all is well, with nothing but the call itself: silence is the alarm, also when this machine is gone.
"""

import os
import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from http.client import HTTPException
from urllib.request import Request, urlopen

import structlog

from sc_bot.domain.beats import Beat, Went

CALL_SECONDS = 10.0

log = structlog.get_logger()


def this_process() -> str:
    """A name of this process for whoever operates it: its host and its number."""
    return f"{socket.gethostname()}:{os.getpid()}"


class SignsOfLife:
    """Collects, in memory, how each part of this process does. Threads may share it."""

    def __init__(self, real_now: Callable[[], datetime]) -> None:
        self._real_now = real_now
        self._lock = threading.Lock()
        self._beats: dict[str, Beat] = {}

    def heard(self, part: str, went: Went) -> None:
        """A part ended a piece of its work."""
        now = self._real_now()
        with self._lock:
            before = self._beats.get(part, Beat(part, now, None, 0))
            if went == "well":
                self._beats[part] = Beat(part, now, now, 0)
            else:
                self._beats[part] = replace(before, ran_at=now, failures=before.failures + 1)

    def all(self) -> list[Beat]:
        """Every part that was heard of so far."""
        with self._lock:
            return list(self._beats.values())


def call_watcher(url: str) -> bool:
    """Call once; whether it was heard. An outage of the watcher is no outage of ours."""
    try:
        request = Request(url, headers={"User-Agent": "sc_bot"})  # noqa: S310 - the settings check the address
        with urlopen(request, timeout=CALL_SECONDS) as answer:  # noqa: S310 - as above
            answer.read(1024)
    except (OSError, HTTPException) as error:
        log.warning("watcher_not_reached", error=type(error).__name__)
        return False
    return True
