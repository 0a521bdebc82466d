"""Misbehaviour on demand: what a real Slack does on a bad day.

A fault says when the call takes effect (if at all) and what the client then sees.
"""

import random
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sc_bot.playground.model import Payload

Outcome = Literal["answered", "lost", "cut"]
EVERY = "*"
"""Every method: for a Slack that is down as a whole."""


@dataclass(frozen=True)
class Fault:
    """One misbehaviour.

    Attributes:
        name: How the log of calls names it.
        lands: Whether the call takes effect.
        lands_after: Seconds before the effect.
        answers_after: Seconds between the effect and the answer.
        outcome: A whole answer, none (the connection closes), or half of one.
        status: An HTTP status instead of 200.
        headers: More headers of that answer.
        body: The answer, where it is not the method's own.
        refuses_token: From now on the caller's token gets this error.
    """

    name: str
    lands: bool = True
    lands_after: float = 0
    answers_after: float = 0
    outcome: Outcome = "answered"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    body: Payload | str | None = field(default=None, hash=False)
    refuses_token: str | None = None


def rate_limited(retry_after: int | str | None = 30) -> Fault:
    """HTTP 429; `retry_after` may be missing (None) or not a number, as happens."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    body = {"ok": False, "error": "ratelimited"}
    return Fault("rate_limited", lands=False, status=429, headers=headers, body=body)


def server_error(status: int = 503, *, lands: bool = False) -> Fault:
    """HTTP 5xx with a page in place of JSON; the effect may have landed."""
    return Fault("server_error", lands=lands, status=status, body="<html>Server Error</html>")


def refused(error: str, *, lands: bool = False) -> Fault:
    """An answer `ok: false`; `internal_error` and `fatal_error` may have landed."""
    return Fault("refused", lands=lands, body={"ok": False, "error": error})


def slow(seconds: float) -> Fault:
    """The call lands at once, its answer comes late."""
    return Fault("slow", answers_after=seconds)


def late(seconds: float) -> Fault:
    """The call lands only after `seconds`, when an impatient client has long given up."""
    return Fault("late", lands_after=seconds)


def lost_after_effect() -> Fault:
    """The call landed; the connection closes without an answer."""
    return Fault("lost_after_effect", outcome="lost")


def lost_before_effect() -> Fault:
    """Nothing landed; the connection closes without an answer."""
    return Fault("lost_before_effect", lands=False, outcome="lost")


def cut_body() -> Fault:
    """The call landed; half of its answer arrives."""
    return Fault("cut_body", outcome="cut")


def token_revoked(error: str = "token_revoked") -> Fault:
    """The token ends here, for this call and every later one."""
    return Fault("token_revoked", lands=False, body={"ok": False, "error": error}, refuses_token=error)


class Faults:
    """What waits to go wrong: a queue for each method, and chance."""

    def __init__(self) -> None:
        self._queued: dict[str, deque[Fault]] = defaultdict(deque)
        self._random = random.Random(0)  # noqa: S311 - repeatable, not secret
        self._chances: dict[str, list[tuple[float, Fault]]] = {}

    def queue(self, method: str, faults: Iterable[Fault]) -> None:
        """The next calls of `method` go wrong in these ways, in this order."""
        self._queued[method].extend(faults)

    def by_chance(self, method: str, seed: int, chances: Mapping[Fault, float]) -> None:
        """From now on each call of `method` (or of `EVERY` one) goes wrong with these probabilities."""
        self._random.seed(seed)
        self._chances[method] = [(chance, fault) for fault, chance in chances.items()]

    def clear(self) -> None:
        """Behave again."""
        self._queued.clear()
        self._chances.clear()

    def next_for(self, method: str) -> Fault | None:
        """The fault of this call, if it has one."""
        if self._queued[method]:
            return self._queued[method].popleft()
        chances = self._chances.get(method) or self._chances.get(EVERY, [])
        draw = self._random.random() if chances else 1.0
        for chance, fault in chances:
            if draw < chance:
                return fault
            draw -= chance
        return None
