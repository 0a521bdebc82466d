"""The pulse, as the use cases need it: who is asked, and apart from that, what was answered, sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sc_bot.domain.pulse import Wave
from sc_bot.domain.pulse_cells import Cell
from sc_bot.domain.pulse_measures import Measures
from sc_bot.ports.community import Place


class Sealing(Protocol):
    """Seals answers with a key that is in no database."""

    def seal(self, content: bytes, about: str) -> str:
        """Sealed twice, the same content looks different; `about` must be the same when it is opened."""
        ...

    def open(self, sealed: str, about: str) -> bytes | None:
        """What was sealed; None if this key does not open it."""
        ...


@dataclass(frozen=True, slots=True)
class Results:
    """What was published of a wave; it never changes."""

    cells: tuple[Cell, ...] = ()
    measures: tuple[Measures, ...] = ()


class Pulse(Protocol):
    """Waves, who is asked, and sealed answers."""

    def begin(self, place: Place, wave: Wave, people: Sequence[str]) -> Wave | None:
        """Store a new wave and whom it asks; None when the community has one of that day."""
        ...

    def last(self, place: Place, *, to_change: bool = False) -> Wave | None:
        """The newest wave of a community; `to_change` lets nobody else begin or end one meanwhile."""
        ...

    def get(self, wave: int, *, to_answer: bool = False) -> Wave | None:
        """One wave; `to_answer`: it does not end until this unit of work does."""
        ...

    def has_answered(self, wave: int, person: str) -> bool | None:
        """Whether somebody who is asked has answered; None for those who are not asked."""
        ...

    def hand_in(self, wave: int, person: str, sealed: str) -> bool:
        """Keep an answer, once a person; False when they have answered."""
        ...

    def handed_in(self, wave: int) -> Sequence[str]:
        """Every sealed answer, in no order that tells anything."""
        ...

    def sealed(self, after: tuple[int, str], limit: int) -> Sequence[tuple[int, str, str]]:
        """Sealed answers of all waves, in the order of their random ids: wave, id, what is sealed."""
        ...

    def seal_anew(self, wave: int, answer: str, before: str, after: str) -> None:
        """The same answer, sealed with another key."""
        ...

    def end(self, wave: Wave, ended_on: date, results: Results) -> None:
        """Publish: the results stand, and nobody knows any more who answered."""
        ...

    def results(self, wave: int) -> Results:
        """What was published; nothing before the end."""
        ...

    def ended(self, place: Place, limit: int) -> Sequence[Wave]:
        """The waves that are over, the newest first."""
        ...

    def purge(self, ended_before: date, today: date) -> int:
        """Destroy the sealed answers of the waves that ended before a day; returns of how many waves."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another; asked under both ids, they answer once."""
        ...

    def partners(self, place: Place, home: str) -> frozenset[str]:
        """The institutions with which one shares problems."""
        ...
