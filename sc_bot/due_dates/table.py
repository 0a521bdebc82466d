"""A grammar as a table: each row is a pattern with named slots, and what it means.

A pattern must match the whole text, so that no word is ever skipped. `{weekday}` and the like are slots, whose
values a row's meaning asks for by name; `{of}` stands for words that change nothing. Every row is tried: where
two rows give different dates, the phrase is ambiguous.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from sc_bot.due_dates.numbers import NUMBER_WORDS, NUMBERS, ORDINALS, WHICH
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.words import MONTHS, PARTS, UNITS, WEEKDAYS, Part, Unit, one_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """The words in the slots of a row."""

    words: Mapping[str, str | None]

    def __contains__(self, slot: str) -> bool:
        return bool(self.text(slot))

    def text(self, slot: str) -> str:
        """The words as they are, empty if the slot is; the second slot of a name is `name2`."""
        return next((words for each in (slot, f"{slot}2", f"{slot}3") if (words := self.words.get(each))), "")

    def weekday(self) -> int:
        """Monday is 0."""
        return WEEKDAYS[self.text("weekday")]

    def month(self) -> int:
        """January is 1."""
        return MONTHS[self.text("month")]

    def number(self, slot: str) -> int:
        """A number in digits or words; the first of the month, the fourth."""
        words = self.text(slot)
        digits = re.match(r"\d+", words)
        return int(digits[0]) if digits else (NUMBERS.get(words) or ORDINALS[words])

    def which(self) -> int:
        """First is 1, last is -1."""
        return WHICH[self.text("which")]

    def part(self) -> Part:
        """Early, middle, end."""
        return PARTS[self.text("part")]

    def unit(self) -> Unit:
        """What a delay counts."""
        return UNITS[self.text("unit")]


Row: TypeAlias = tuple[str | tuple[str, ...], Callable[[Found, Reader], Iterable[T]]]
"""One pattern or several, and what they mean."""


class Table(Generic[T]):
    """Rows, compiled when they are first needed."""

    def __init__(self, *rows: Row[T]) -> None:
        self.rows = rows

    @cached_property
    def _compiled(self) -> tuple[tuple[re.Pattern[str], Callable[[Found, Reader], Iterable[T]]], ...]:
        """Made at the first reading: it takes a moment, and most processes never read a due date."""
        return tuple(
            (re.compile(_expanded(pattern)), meaning)
            for patterns, meaning in self.rows
            for pattern in ((patterns,) if isinstance(patterns, str) else patterns)
        )

    def read(self, text: str, reader: Reader) -> list[T]:
        """Everything that the whole text means by any row."""
        return [
            each
            for pattern, meaning in self._compiled
            if (match := pattern.fullmatch(text))
            for each in meaning(Found(match.groupdict()), reader)
        ]


_SLOTS = {
    "weekday": one_of(WEEKDAYS),
    "month": one_of(MONTHS),
    "dom": rf"\d{{1,2}}(?: ?(?:er|st|nd|rd|th|eme|e))?|{one_of(ORDINALS)}|(?!(?:an?|une?|one)\b)(?:{NUMBER_WORDS})",
    "year": r"\d{4}",
    "n": rf"\d{{1,9}}|{NUMBER_WORDS}",
    "unit": one_of(UNITS),
    "which": one_of(WHICH),
    "part": one_of(PARTS),
    "stretch": ".+",
    "day": ".+",
}
_MACROS = {
    "of": r"(?:(?:of|in|de|du|des|le|la) )?(?:(?:the|la|le) |l'|d')?",
}


def _expanded(pattern: str) -> str:
    used = set(re.findall(r"\?P<(\w+)>", pattern))

    def expand(slot: re.Match[str]) -> str:
        if macro := _MACROS.get(slot[1]):
            return macro
        group = next(each for each in (slot[1], f"{slot[1]}2", f"{slot[1]}3") if each not in used)
        used.add(group)
        return f"(?P<{group}>{_SLOTS[slot[1]]})"

    return re.sub(r"\{([a-z]+)\}", expand, pattern)
