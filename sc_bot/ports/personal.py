"""What is stored about one person, as the use cases need it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sc_bot.domain.accesses import Screen
from sc_bot.domain.community import Person
from sc_bot.ports.community import Place


@dataclass(frozen=True, slots=True)
class Words:
    """Something that was written: where it stands, and of which problem it is, if of one."""

    where: str
    id: int
    body: str
    problem: int | None


@dataclass(frozen=True, slots=True)
class Trace:
    """A row in which somebody stands: which part of an erasure knows it, and its key."""

    part: str
    key: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """An erasure that was begun: whose, and who asked for it (None: whoever has the command line).

    `since`: when the oldest problem was reported that named them.
    """

    id: int
    community: int
    person: str
    by: str | None
    screen: Screen
    begun_at: datetime
    handed_over: bool
    since: datetime | None
    nonce: str


class Personal(Protocol):
    """What the bot knows of a person."""

    def everything(self, place: Place, person: Person) -> dict[str, Any]:
        """All of it, part by part, as JSON; of other people nothing."""
        ...

    def counted(self, place: Place, person: Person) -> Mapping[str, int]:
        """How much it is, part by part."""
        ...


class Erasing(Protocol):
    """Forgets people: begun once, then a few rows at a time, ended once."""

    def begin(self, place: Place, person: str, by: str | None, screen: Screen, now: datetime) -> Erasure:
        """Keep that somebody is to be forgotten; one that was begun before is the same."""
        ...

    def begun(self) -> Sequence[Erasure]:
        """Every erasure that has not ended, the oldest first."""
        ...

    def get(self, erasure: Erasure) -> Erasure | None:
        """The same as it stands now; None once it has ended."""
        ...

    def handed_over(self, erasure: Erasure) -> None:
        """What they answered for is with others now."""
        ...

    def end(self, erasure: Erasure) -> bool:
        """Nothing of it is left to do; False: somebody else has ended it."""
        ...

    def words(self, place: Place) -> Iterator[Words]:
        """Everything that was written in a community."""
        ...

    def again(self, words: Words) -> Words | None:
        """The same as it is written now, until the transaction ends; None when it is gone."""
        ...

    def rewrite(self, place: Place, words: Words) -> None:
        """Put other words in the place of what was written; what is gone is no longer found either."""
        ...

    def traces(self, place: Place, person: Person) -> Sequence[Trace]:
        """Every row in which they stand, or that was said to them or about them."""
        ...

    def forget(self, place: Place, person: Person, traces: Sequence[Trace], erasure: Erasure, now: datetime) -> None:
        """They stand in these rows no more, and what stands of their problems is worded anew."""
        ...

    def touched(self, problems: Sequence[int], erasure: Erasure, now: datetime) -> None:
        """What stands of these problems is worded anew."""
        ...

    def quoting(self, place: Place, person: Person, erasure: Erasure) -> Sequence[Trace]:
        """Lists and the like that may quote a problem that named them."""
        ...

    def show_anew(self, traces: Sequence[Trace], now: datetime) -> None:
        """These messages are worded anew."""
        ...

    def forget_person(self, place: Place, person: Person, now: datetime) -> None:
        """Nobody is known any more under their ids: their own row, the configuration, their Home."""
        ...
