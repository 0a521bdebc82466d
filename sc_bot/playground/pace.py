"""Rate limits: about one message a second a channel, and a tier a method.

Limits run on real time, whatever clock the workspace shows.
"""

import math
import time
from collections import deque

from sc_bot.playground.errors import TooFast

BETWEEN_MESSAGES = 0.9  # "about" one a second: a sender that keeps to one a second is never refused
MINUTE = 60.0
PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 5: 1000}


class Pace:
    """Who called when."""

    def __init__(self, *, messages: bool, tiers: bool) -> None:
        self.messages = messages
        self.tiers = tiers
        self._posted: dict[str, float] = {}
        self._called: dict[str, deque[float]] = {}

    def post(self, channel_id: str) -> None:
        """Allow one message to a channel, or say when to come back."""
        now = time.monotonic()
        since = now - self._posted.get(channel_id, -MINUTE)
        if self.messages and since < BETWEEN_MESSAGES:
            raise TooFast(1)
        self._posted[channel_id] = now

    def call(self, method: str, tier: int) -> None:
        """Allow one call of a method, or say when to come back."""
        if not self.tiers:
            return
        now = time.monotonic()
        calls = self._called.setdefault(method, deque())
        while calls and now - calls[0] >= MINUTE:
            calls.popleft()
        if len(calls) >= PER_MINUTE[tier]:
            raise TooFast(math.ceil(MINUTE - (now - calls[0])))
        calls.append(now)
