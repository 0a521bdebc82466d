"""What is stored about one person, as the use cases need it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sc_bot.domain.community import Person
from sc_bot.ports.community import Place


@dataclass(frozen=True, slots=True)
class Words:
    """Something that was written: where it stands, and of which problem it is, if of one."""

    where: str
    id: int
    body: str
    problem: int | None


class Personal(Protocol):
    """What the bot knows of a person."""

    def everything(self, place: Place, person: Person) -> dict[str, Any]:
        """All of it, part by part, as JSON; of other people nothing."""
        ...

    def counted(self, place: Place, person: Person) -> Mapping[str, int]:
        """How much it is, part by part."""
        ...


class Erasing(Protocol):
    """Forgets people."""

    def concerns(self, place: Place, person: str) -> Sequence[int]:
        """The problems in which somebody is named."""
        ...

    def words(self, place: Place) -> Iterator[Words]:
        """Everything that was written in a community."""
        ...

    def rewrite(self, place: Place, words: Words) -> None:
        """Put other words in the place of what was written; what is gone is no longer found either."""
        ...

    def forget(self, place: Place, person: Person, now: datetime) -> None:
        """Nobody knows any more who they were, and what was said to them is taken back."""
        ...
