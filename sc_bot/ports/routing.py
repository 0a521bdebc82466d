"""What routing learns from: problems that were sent elsewhere and accepted there."""

from collections.abc import Sequence
from typing import Protocol

from sc_bot.domain.learning import Corrected, Learned
from sc_bot.ports.community import Place


class Corrections(Protocol):
    """Corrections, and what was learned from them."""

    def newest(self, place: Place, fewest: int, limit: int) -> Sequence[Corrected]:
        """The newest corrected problems, with their words, and those of them that at least `fewest` problems hold."""
        ...

    def keep(self, place: Place, learned: Learned) -> None:
        """Keep what was learned, in place of what was known before."""
        ...
