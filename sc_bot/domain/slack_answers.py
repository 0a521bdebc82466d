"""What Slack can answer to a call, as values; the difference between "no", "later" and "nobody knows".

A message may have been sent although no answer came. Whoever resends on a lost answer says things twice,
and whoever does not loses them; so *unknown* is an answer of its own, never a kind of failure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Final, Protocol

UNCERTAIN_ERRORS: Final = frozenset({"fatal_error", "internal_error", "service_unavailable"})
"""Slack's own words for "something broke here": the effect may have happened."""

RATE_LIMIT_ERRORS: Final = frozenset({"rate_limited", "ratelimited"})
"""Rate limits that come as an ``ok: false`` instead of a status 429."""

DEFAULT_RETRY_AFTER: Final = 30.0
"""Seconds to wait when Slack says "too fast" without saying for how long."""


@dataclass(frozen=True, slots=True)
class Ok:
    """Slack did it; ``data`` is the answer as Slack gave it."""

    data: Mapping[str, object] = field(repr=False)

    def text(self, name: str) -> str | None:
        """The field ``name`` of the answer if it is a text, else None."""
        value = self.data.get(name)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class RateLimited:
    """Too fast for this method in this workspace; surely not done. ``retry_after`` is in seconds."""

    retry_after: float = DEFAULT_RETRY_AFTER


@dataclass(frozen=True, slots=True)
class Failed:
    """Slack said no, with the name of its reason; surely not done.

    Attributes:
        error: Slack's error name, such as ``channel_not_found``.
        detail: What else Slack says about our arguments or scopes; it never holds a token.
    """

    error: str
    detail: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """Something on the way said no with an HTTP status and no answer of Slack's; surely not done."""

    status: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Nobody was there to hear it (name not found, connection refused); surely not done."""

    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No readable answer came back: it may have been done, or not."""

    why: str


SlackAnswer = Ok | RateLimited | Failed | Refused | Unreachable | Unknown


class SlackApi(Protocol):
    """The Web API of one workspace."""

    def call(self, method: str, /, **arguments: object) -> SlackAnswer:
        """Call ``method`` once; what Slack, the network or nobody answered comes back as a value."""
        ...

    def upload(self, url: str, content: BinaryIO, length: int) -> SlackAnswer:
        """Send a file's ``length`` bytes to the address that Slack gave for them; nobody sees them yet."""
        ...
