"""Somebody who holds the whole database after each answer, every log line and every export, and ties answers to people.

They know every answer that they look for by heart: to tie is to say of a person which seven steps they chose. They
try the order in which rows are kept, what grew between two copies, and whatever can be read in what grew.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import text

from storage.engine import open_engine
from storage.tables import metadata

RUN = re.compile(r"(?<![\d.-])[0-5](?:\D{1,24}?[0-5](?!\d))+")
"""Digits near each other, whatever stands between them."""
Steps = tuple[int, ...]
Dump = Mapping[str, tuple[str, ...]]
"""Each table's rows as text, in the order in which the database keeps them, with what it keeps about them."""


def dump(url: str) -> Dump:
    """Everything, in the order of storage: SQLite's rowid where there is one, PostgreSQL's place and transaction."""
    engine = open_engine(url, patience=timedelta(seconds=5))
    try:
        with engine.connect() as connection:
            postgres = connection.dialect.name == "postgresql"
            found = {}
            for table in metadata.sorted_tables:
                what, order = ("ctid, xmin, *", " ORDER BY ctid") if postgres else ("*", "")
                query = text(f"SELECT {what} FROM {table.name}{order}")  # noqa: S608 - our own names
                found[table.name] = tuple(str(tuple(row)) for row in connection.execute(query))
            return found
    finally:
        engine.dispose()


@dataclass(frozen=True)
class Haul:
    """What was taken after each answer: a copy of the database, and what was logged and exported since."""

    database: Dump
    elsewhere: str


def ties(hauls: Sequence[Haul], people: Sequence[str], truth: Mapping[str, Steps]) -> set[str]:
    """The people to whom their true answer is tied, by any of the ways."""
    by_order = (guess for haul in hauls for guess in _by_order(haul, people))
    return {*_right(_by_growth(hauls, people), truth), *_right(by_order, truth)}


def _right(guesses: Iterator[tuple[str, Steps]], truth: Mapping[str, Steps]) -> Iterator[str]:
    return (who for who, steps in guesses if truth.get(who) == steps)


def _by_growth(hauls: Sequence[Haul], people: Sequence[str]) -> Iterator[tuple[str, Steps]]:
    """Between two copies one table's new rows name one person, and what can be read in what is new is theirs."""
    for before, after in pairwise(hauls):
        new = {name: [row for row in rows if row not in before.database[name]] for name, rows in after.database.items()}
        named = [{who for who in people if any(f"'{who}'" in row for row in rows)} for rows in new.values()]
        read = [
            each for row in (*(row for rows in new.values() for row in rows), after.elsewhere) for each in readable(row)
        ]
        yield from ((who, each) for who in people if {who} in named for each in read)


def _by_order(haul: Haul, people: Sequence[str]) -> Iterator[tuple[str, Steps]]:
    """One copy alone: marks in the order of one table, answers in that of another."""
    marks = [[who for row in rows for who in people if f"'{who}'" in row] for rows in haul.database.values()]
    answers = [[each for row in rows for each in readable(row)] for rows in haul.database.values()]
    for names in marks:
        for read in answers:
            if names and len(names) == len(read):
                yield from zip(names, read, strict=True)
                yield from zip(names, reversed(read), strict=True)


def readable(row: str) -> Iterator[Steps]:
    """Every seven steps in a row that can be read in something: as it stands, or behind base64."""
    for each in (row, *_unwrapped(row)):
        for found in RUN.findall(each):
            digits = [int(step) for step in re.findall(r"[0-5]", found)]
            yield from (tuple(digits[first : first + 7]) for first in range(len(digits) - 6))


def _unwrapped(row: str) -> Iterator[str]:
    for word in re.findall(r"[A-Za-z0-9+/=_-]{16,}", row):
        with suppress(Error, ValueError):
            yield b64decode(word + "=" * (-len(word) % 4), altchars=None).decode("utf-8")
