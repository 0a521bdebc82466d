"""Who is asked to contribute to a problem, and who does."""

from collections.abc import Sequence
from typing import Protocol

from sc_bot.domain.participations import Participation
from sc_bot.ports.community import Place


class Participations(Protocol):
    """Institutions beside the one that leads."""

    def save(self, participation: Participation) -> Participation:
        """Store it as it is now; a new one gets its id. The problem's lock is also its participations'."""
        ...

    def by_id(self, participation: int) -> Participation:
        """By id."""
        ...

    def of(self, problem: int) -> Sequence[Participation]:
        """Every participation in a problem, in the order in which they were first asked."""
        ...

    def asked_of(self, place: Place, institutions: Sequence[str], limit: int) -> Sequence[Participation]:
        """What some institutions have not answered, about open problems, oldest first."""
        ...
