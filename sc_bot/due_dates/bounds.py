"""Where a due date stands to the day named (R6, R12): on it, by it, before it, or not before it.

*Avant* and *before* are strict. *D'ici*, *au plus tard*, *jusqu'à*, *by* include the day; by a whole stretch (*by next
week*) may mean its beginning or its end. *À partir de* is no due date.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from sc_bot.due_dates.words import any_of


class Bound(IntEnum):
    """Of two bounds said at once, the greater holds."""

    ON = 0
    BY = 1
    FOR = 2
    AT_THE_LATEST = 3
    BEFORE = 4
    NOT_BEFORE = 5


_PREFIXES = {
    Bound.BY: any_of(
        *("d'ici(?: a| au plus)?", "jusqu'(?=au |aux |a |en )", "jusque", "par"),
        *("by", "until", "till?", "'til", "thru", "through", "up to", "come"),
    ),
    Bound.FOR: any_of("pour", "for"),
    Bound.AT_THE_LATEST: any_of(
        *("au plus tard", "au max(?:imum)?", "max(?:imum)?", "dernier delai", "pas plus tard que?", "pas apres"),
        *("(?:no|not) later than", "at the latest", "latest", "not after", "at most", "on or before", "le ou avant"),
    ),
    Bound.BEFORE: any_of(
        *("avant", "plus tot que", "before", "prior to", "ahead of", "earlier than", "sooner than"),
    ),
    Bound.NOT_BEFORE: any_of(
        *(
            "a partir d(?:e|u|es)",
            "a compter d(?:e|u)",
            "a dater d(?:e|u)",
            "des",
            "depuis",
            "pas avant",
            "au plus tot",
        ),
        *("apres", "passe", "suivant", "since", "from", "starting(?: on| from)?", "beginning(?: on)?", "as of"),
        *(
            "not before",
            "no (?:earlier|sooner) than",
            "not until",
            "after",
            "past",
            "following",
            "effective",
            "earliest",
        ),
    ),
}
_SUFFIXES = {
    Bound.AT_THE_LATEST: any_of(
        *("au plus tard", "max", "maximum", "au max(?:imum)?", "gros max", "dernier delai", "date limite"),
        *("at the latest", "at latest", "latest", "tops", "at most", "deadline"),
        "(?:ou|or) (?:avant|before|earlier|sooner|plus tot)",
    ),
    Bound.NOT_BEFORE: any_of(
        "(?:or|ou|et|and) (?:later|after|apres|plus tard|beyond)",
        *("onwards?", "on and after", "au plus tot", "at the earliest", "earliest"),
    ),
}
_READ = (
    *((bound, re.compile(rf"{words}(?: |(?<='))(?P<rest>.+)")) for bound, words in _PREFIXES.items()),
    *((bound, re.compile(rf"(?P<rest>.+?) {words}")) for bound, words in _SUFFIXES.items()),
)
_DEEPEST = 3  # "pour au plus tard avant vendredi"


def bounds_of(text: str, depth: int = 0) -> Iterator[tuple[Bound, str]]:
    """Every way to cut a text into a bound and the words that it bounds; first the whole text, unbounded."""
    yield Bound.ON, text
    if depth == _DEEPEST:
        return
    for bound, pattern in _READ:
        if match := pattern.fullmatch(text):
            yield from ((max(bound, inner), rest) for inner, rest in bounds_of(match["rest"], depth + 1))
