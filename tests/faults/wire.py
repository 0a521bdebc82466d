"""Faults of the Web API, on the wire: the n-th call that reaches the local Slack goes wrong, response URLs included.

A timeout is not waited for: the answer is withheld, and the client meets at once the error that it would meet later.
"""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from sc_bot.playground.faults import (
    Fault,
    Faults,
    cut_body,
    lost_after_effect,
    lost_before_effect,
    rate_limited,
    server_error,
)

TIMEOUT = "timeout"
KINDS: dict[str, Fault] = {
    "429": rate_limited(30),
    "500": server_error(500),
    "500, landed": server_error(500, lands=True),
    "503": server_error(503),
    "503, landed": server_error(503, lands=True),
    f"{TIMEOUT} before": lost_before_effect(),
    f"{TIMEOUT} after": lost_after_effect(),
    "reset before": lost_before_effect(),
    "reset after": lost_after_effect(),
    "cut body": cut_body(),
}


class NthCall(Faults):
    """Counts calls, and lets the one at `fails_at` go wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.methods: list[str] = []
        self._fault: Fault | None = None
        self._fails_at: int | None = None
        self._counts = False

    def watch(self, fault: Fault | None = None, fails_at: int | None = None) -> None:
        """Count from now on; the call `fails_at` (from 0) meets the fault."""
        self.methods, self._fault, self._fails_at, self._counts = [], fault, fails_at, True

    def rest(self) -> None:
        """Neither count nor fail."""
        self._counts = False

    @property
    def happened(self) -> bool:
        """Whether the call that was to fail came."""
        return self._fails_at is not None and len(self.methods) > self._fails_at

    def next_for(self, method: str) -> Fault | None:
        """The fault of this call, if it is its turn."""
        if not self._counts:
            return None
        self.methods.append(method)
        return self._fault if len(self.methods) - 1 == self._fails_at else None


@contextmanager
def felt_as(kind: str) -> Iterator[None]:
    """Where the answer is withheld for so long that the client gives up: it gives up at once."""
    if not kind.startswith(TIMEOUT):
        yield
        return
    answered = http.client.HTTPConnection.getresponse

    def given_up(self: http.client.HTTPConnection) -> http.client.HTTPResponse:
        try:
            return answered(self)
        except http.client.RemoteDisconnected:
            raise TimeoutError("timed out") from None

    with mock.patch.object(http.client.HTTPConnection, "getresponse", given_up):
        yield
