"""What the page asks of those who run the bot behind it: time, what was stored, the told story."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from sc_bot.playground.model import Payload

Ask = Callable[[Payload], Payload]


class Unknown(Exception):
    """The page asked for something that is not there; the text says what."""


class CannotTravel(Exception):
    """No such journey: `past`, `too_far`, or `no_time` at all."""


@dataclass(frozen=True)
class Mark:
    """A moment, to which what was stored later is compared. Only the backstage looks inside."""

    inside: Any


class Backstage(Protocol):
    """Those who run the bot, as the page sees them."""

    def cast(self) -> Payload:
        """Who can be whom: people with their institutions and roles, and the app's manifest."""
        ...

    def now(self) -> Payload:
        """The product's time, and how many messages wait, in which state."""
        ...

    def mark(self) -> Mark:
        """Remember this moment."""
        ...

    def stored_since(self, mark: Mark) -> Payload:
        """The history's events since then, and the outbox rows that are new or have changed."""
        ...

    def travel(self, to: str, seen: str | None) -> Payload:
        """Move the clock, from the time that was `seen`; returns what appeared on the way. Raises CannotTravel."""
        ...

    def tour(self) -> Payload:
        """The told story, where it stands, and whether the present step has happened."""
        ...

    def tour_step(self, what: str, step: str | None = None) -> Payload:
        """`do` the present step, go to the `next` one, or `restart`; nothing if another step is present by now."""
        ...
