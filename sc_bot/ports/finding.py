"""Finding problems: by what narrows a list, and by the words that were written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sc_bot.domain.finding import Sought
from sc_bot.domain.problems import Problem
from sc_bot.domain.scope import Scope
from sc_bot.ports.community import Place


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for, as far as they may see, on this day of the community."""

    sought: Sought
    scope: Scope
    day: date


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a question: any word that begins so, and these."""

    start: str
    words: tuple[str, ...] = ()


class Finding(Protocol):
    """Each answer may hold a little more than its reader may see: `sight` decides about each problem."""

    def matching(self, place: Place, wanted: Wanted, limit: int) -> Sequence[Problem]:
        """Problems by everything but their words: what is open first, the newest first; overdue, the oldest answer."""
        ...

    def holding(self, place: Place, wanted: Wanted, terms: Sequence[Term], limit: int) -> Sequence[Problem]:
        """The newest that hold every term: in their title, or in any of their words that the reader may read."""
        ...

    def vocabulary(self, place: Place, start: str, limit: int) -> Sequence[str]:
        """The different words of a community that begin so."""
        ...

    def sharing(self, place: Place, wanted: Wanted, words: Mapping[str, float], limit: int) -> Sequence[Problem]:
        """Those that hold most of some words, each with its weight; of each word the newest problems that hold it."""
        ...

    def words_of(self, problems: Sequence[int]) -> Mapping[int, Mapping[str, bool]]:
        """The words of each of these problems, and whether each is in its title."""
        ...
