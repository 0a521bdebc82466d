"""A table of the workbook: its columns, and its rows, which are read while they are written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, and where the reader's card of it stands in Slack."""

    name: str
    link: str | None = None

    def __str__(self) -> str:
        return self.name


Value = str | int | float | date | datetime | Reference | None
"""What a cell can hold. A moment is local, and shown without its zone."""


class Kind(StrEnum):
    """What a column holds: how it is written, and how it looks."""

    WORDS = "words"
    """A few, of our own or an institution's name."""
    TEXT = "text"
    """What somebody wrote."""
    NUMBER = "number"
    DECIMAL = "decimal"
    DAY = "day"
    MOMENT = "moment"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` names it in JSON; `meaning` stands in the data dictionary; `width` is in characters.

    `warns` colours what is above zero.
    """

    key: str
    heading: str
    meaning: str
    kind: Kind = Kind.WORDS
    width: int = 12
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `at_most` bounds its rows, before they are read."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    at_most: int = 0
