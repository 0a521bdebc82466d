"""A request that passed the guard, and a reply to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SlackRequest:
    """A request as it came: header names in lower case, the body decoded but not parsed."""

    headers: Mapping[str, str] = field(repr=False)
    body: str = field(default="", repr=False)
    query: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SlackReply:
    """A reply; ``headers`` may hold a name several times (cookies)."""

    status: int
    body: str = field(default="", repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


class Unreadable(Exception):  # a refusal, named for what it says
    """The request is signed or needs no signature, but is not what Slack would send.

    Attributes:
        status: The 4xx to answer with.
    """

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status
