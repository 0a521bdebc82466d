"""The charter and its signatures, as the use cases need them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.charter import Charter, Signature
from sc_bot.ports.community import Place


class Charters(Protocol):
    """Every version of every charter, and who signed which; nothing of it is ever changed."""

    def current(self, place: Place) -> Charter | None:
        """The version that holds; None: none is kept yet, so the first one holds, with the text of the bot."""
        ...

    def add(self, place: Place, charter: Charter, now: datetime) -> bool:
        """Keep a version; False: somebody kept one of this number meanwhile."""
        ...

    def sign(self, place: Place, signature: Signature) -> None:
        """Keep a signature; the first stands."""
        ...

    def signatures(self, place: Place, number: int) -> Sequence[Signature]:
        """Every signature of a version, oldest first."""
        ...
