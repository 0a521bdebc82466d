"""How a community is, in a few figures, each by one statement."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.ports.community import Place


class Health(Protocol):
    """Who acts, who answers, who looks."""

    def acted_since(self, place: Place, since: datetime) -> frozenset[str]:
        """The institutions of whose people somebody did something; a hidden author does not count."""
        ...

    def answers(self, place: Place, since: datetime) -> Mapping[str, tuple[int, int]]:
        """How many decisions each person was asked for since, and how many of them they answered."""
        ...

    def looked(self, workspace: str, slack_ids: Sequence[str]) -> Mapping[str, datetime]:
        """When these opened their Home last, with the digest on it."""
        ...

    def undelivered(self, workspace: str, since: datetime) -> Sequence[tuple[str, str, int]]:
        """Messages of a workspace that were given up: to whom, why, how many; those that were due since then."""
        ...

    def open(self, place: Place) -> int:
        """How many problems are open."""
        ...
