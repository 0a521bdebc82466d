"""The problem in other words, found together: one of two proposes them, the other agrees or proposes others.

The two are its author and whoever has it. What both agreed on stands beside the first words, which stay. Nothing of it
is stored beside the history: the last step says where it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sc_bot.domain.community import Person
from sc_bot.domain.events import OF_WORDINGS, Event, Happened
from sc_bot.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The last words that were proposed; `text` is their id, `by_author`: its author's, else those of who has it."""

    number: int
    text: int
    by_author: bool
    is_agreed: bool = False

    def waits_for(self, person: Person, problem: Problem) -> bool:
        """Whether it is this person's to agree: nobody agrees with themselves, nor the author for both."""
        return not self.is_agreed and self.by_author != (person.id == problem.reporter)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingView:
    """Words that wait for the other's agreement, for one reader; `is_asked`: it is theirs to agree."""

    number: int
    said: str
    by_author: bool
    is_asked: bool


def last_wording(steps: Iterable[Event]) -> Wording | None:
    """Where it stands; None as long as nobody proposed any."""
    found: Wording | None = None
    for each in steps:
        if each.kind in OF_WORDINGS:
            agreed = each.kind is Happened.WORDING_AGREED
            by_author = found.by_author if agreed and found else each.actor is None
            text = found.text if agreed and found else each.text or 0
            found = Wording(number=int(each.details[0]), text=text, by_author=by_author, is_agreed=agreed)
    return found


def read_number(value: str) -> tuple[str, int]:
    """The problem's reference, and the number of the last words that somebody saw; 0: none."""
    reference, _, number = value.strip().partition(" ")
    return reference, int(number[:6]) if number.isascii() and number[:6].isdecimal() else 0
