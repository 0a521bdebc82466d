"""How this process serves Slack: requests by path and status, how long they took, what went wrong. Kept in memory."""

import math
import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

KNOWN: Final = frozenset(
    {"/slack/events", "/slack/install", "/slack/oauth_redirect", "/healthz", "/readyz", "/metrics"}
)
BUCKETS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)  # seconds; Slack waits for three
TROUBLES: Final = ("not_recorded", "crashed")
REFUSALS: Final = ("400", "401", "413")
"""Shown as nothing before the first: of a figure that appears with its first fault, Prometheus sees no increase."""
FRESH: Final = 5.0  # seconds; Prometheus asks every fifteen at most


def once_at_a_time(
    make: Callable[[], str], fresh: float = FRESH, clock: Callable[[], float] = time.monotonic
) -> Callable[[], str]:
    """What costs the database something, for whoever asks: made once in `fresh` seconds, by one thread.

    Who asks meanwhile gets what was made last: many who ask at once must not hold every thread that serves Slack.
    """
    making = threading.Lock()
    kept, made_at = "", -math.inf

    def answer() -> str:
        nonlocal kept, made_at
        if not making.acquire(blocking=not kept):
            return kept
        try:
            if clock() - made_at > fresh:
                kept, made_at = make(), clock()
            return kept
        finally:
            making.release()

    return answer


class Serving:
    """The figures of one process. Threads may share it."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = self._counter("sc_bot_requests", "Requests answered.", "path", "status")
        self.troubles = self._counter("sc_bot_troubles", "Requests that ended in trouble, and were said so.", "kind")
        what = "How long Slack waited for an answer."
        self.seconds = Histogram("sc_bot_request_seconds", what, ("path",), buckets=BUCKETS, registry=self._registry)
        for kind in TROUBLES:
            self.troubles.labels(kind)
        for status in REFUSALS:
            self.requests.labels("/slack/events", status)

    def trouble(self, kind: str) -> None:
        """Somebody's request was not recorded, or crashed."""
        self.troubles.labels(kind).inc()

    def text(self) -> str:
        """The figures in Prometheus' text format."""
        return generate_latest(self._registry).decode()

    def around(self, door: "WSGIApplication", clock: Callable[[], float] = time.perf_counter) -> "WSGIApplication":
        """A front door whose requests are counted; `clock` gives seconds."""

        def measured(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", ""))
            path = path if path in KNOWN else "other"  # anybody may ask for anything: not each is a series
            began = clock()

            def started(status: str, *rest: Any) -> Any:  # noqa: ANN401 - as WSGI has it
                self.requests.labels(path, status[:3]).inc()
                return start_response(status, *rest)

            try:
                return door(environ, started)
            finally:
                self.seconds.labels(path).observe(clock() - began)

        return measured

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, registry=self._registry)
