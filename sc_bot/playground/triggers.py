"""Trigger ids: three seconds of real time, one use."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from sc_bot.playground.errors import ApiError

LIFETIME = 3.0


@dataclass
class Trigger:
    """The right to open one view for one person, for a moment."""

    user: str
    issued: float
    view_id: str | None
    used: bool = False


class Triggers:
    """The triggers that were handed to the bot."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._issued: dict[str, Trigger] = {}

    def issue(self, user: str, view_id: str | None = None) -> str:
        """A fresh trigger; `view_id` is the modal it was pressed in."""
        name = f"{len(self._issued) + 1}.{secrets.randbelow(10**10)}.{secrets.token_hex(8)}"
        self._issued[name] = Trigger(user, self.seconds(), view_id)
        return name

    def has(self, name: object) -> bool:
        """Whether it was handed out here."""
        return name in self._issued

    def exchange(self, name: str) -> Trigger:
        """Use a trigger up, or say why it cannot be used."""
        trigger = self._issued.get(name)
        if trigger is None:
            raise ApiError("invalid_trigger_id")
        if trigger.used:
            raise ApiError("exchanged_trigger_id")
        if self.seconds() - trigger.issued > LIFETIME:
            raise ApiError("expired_trigger_id")
        trigger.used = True
        return trigger
