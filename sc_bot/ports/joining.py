"""Who sees a problem too: kept apart from it, as its author's name is."""

from collections.abc import Sequence
from typing import Protocol

from sc_bot.domain.joining import Joined
from sc_bot.ports.community import Place


class Joinings(Protocol):
    """Those who joined a problem instead of reporting it again."""

    def save(self, joined: Joined) -> None:
        """Store it as it is now. The problem's lock is also its joinings'."""
        ...

    def of(self, problem: int) -> Sequence[Joined]:
        """Everybody who ever joined a problem, in the order in which they did."""
        ...

    def one(self, problem: int, person: str) -> Joined | None:
        """Somebody's part in a problem."""
        ...

    def among(self, problems: Sequence[int], person: str) -> frozenset[int]:
        """Which of these problems somebody joined and did not leave."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what the first joined is the second's."""
        ...
