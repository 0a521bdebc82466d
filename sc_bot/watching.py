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
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

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

    def expect(self, part: str) -> None:
        """A part begins: one that never comes to its first end is stuck, too."""
        with self._lock:
            self._beats.setdefault(part, Beat(part, self._real_now(), None, 0))

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
        """Every part that was expected or heard of so far."""
        with self._lock:
            return list(self._beats.values())


class WatcherNotReached(Exception):
    """The outside watcher did not hear us; the log says why."""


class _NoDetour(HTTPRedirectHandler):
    """The address is a secret, and an answer from elsewhere (a page to log in) is no sign that it was heard."""

    def redirect_request(self, *_: object) -> None:
        """Nowhere."""


def call_watcher(url: str) -> None:
    """Call once.

    Raises:
        WatcherNotReached: it was not heard. An outage of the watcher is no outage of ours.
    """
    try:
        request = Request(url, headers={"User-Agent": "sc_bot"})  # noqa: S310 - the settings check the address
        build_opener(_NoDetour).open(request, timeout=CALL_SECONDS).close()
    except HTTPError as refusal:
        refusal.close()
        log.warning("watcher_not_reached", status=refusal.code)
    except (OSError, HTTPException) as error:
        log.warning("watcher_not_reached", error=type(error).__name__)
    else:
        return
    raise WatcherNotReached
