"""The daily seal of the history: a chain over what holds no content and names nobody.

Each step has a mark: the hash of the fields that nobody may ever change. Texts and people are not among them, so that
redaction, retention and erasure leave every mark as it was. A day's seal is the hash of its marks and of the seal of
the day before. Days are UTC's, which no setting moves.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256

MARK = 32  # hexadecimal digits of a step's mark: 128 bits
SEALED_AFTER = timedelta(hours=6)
"""As long after its end a day is sealed: what was under way is stored by then, and clocks may differ."""
BEGINNING = ""
"""What stands before the first seal."""

Marks = Mapping[str, str]
"""The mark of each step, by its table and number (`events 12`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One day of one community, sealed."""

    day: date
    previous: str
    marks: Marks
    seal: str


class Wrong(StrEnum):
    """What can be found when the history is compared with its seals."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    BROKEN = "broken"
    """The seal itself does not fit: it, or the one before it, was changed."""
    MISSING = "missing"
    """A day between two sealed ones has no seal."""
    UNKNOWN = "unknown"
    """The seal that was noted elsewhere stands nowhere in the chain."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was sealed; `row` is the table and number of a step, where one is meant."""

    wrong: Wrong
    day: date | None
    row: str = ""


def mark_of(*fields: object) -> str:
    """The mark of a step, from the fields that may never change."""
    written = json.dumps([_plain(each) for each in fields], ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()[:MARK]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value


def seal_of(previous: str, day: date, marks: Marks) -> str:
    """The seal of a day."""
    written = json.dumps([previous, day.isoformat(), sorted(marks.items())], separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def sealed(previous: str, day: date, marks: Marks) -> Seal:
    """A day, sealed upon the day before."""
    return Seal(day=day, previous=previous, marks=marks, seal=seal_of(previous, day, marks))


def day_of(moment: datetime) -> date:
    """The day to which a step belongs."""
    return moment.astimezone(UTC).date()


def stretch_of(day: date) -> tuple[datetime, datetime]:
    """From when to when a day lasts; its end is the next one's beginning."""
    begins = datetime.combine(day, time(), UTC)
    return begins, begins + timedelta(days=1)


def last_day_to_seal(now: datetime) -> date:
    """The last day that is over for long enough."""
    return day_of(now - SEALED_AFTER) - timedelta(days=1)


def compare(seals: Sequence[Seal], found: Mapping[date, Marks], expected: str | None = None) -> Sequence[Finding]:
    """What is not as it was sealed, day by day.

    Args:
        seals: every seal of a community, oldest first.
        found: the marks of its history as it stands now, by day, up to the last sealed day.
        expected: a seal that somebody noted elsewhere, or its first digits; it must be one of the chain.
    """
    if expected is not None and not any(each.seal.startswith(expected.lower()) for each in seals):
        return (Finding(Wrong.UNKNOWN, None), *_compared(seals, found))
    return tuple(_compared(seals, found))


def _compared(seals: Sequence[Seal], found: Mapping[date, Marks]) -> Iterator[Finding]:
    yield from _chain(seals)
    kept = {row: (each.day, mark) for each in seals for row, mark in each.marks.items()}
    stands = {row: (day, mark) for day, marks in found.items() for row, mark in marks.items()}
    for row, (day, mark) in kept.items():
        if row not in stands:
            yield Finding(Wrong.REMOVED, day, row)
        elif stands[row] != (day, mark):
            yield Finding(Wrong.CHANGED, day, row)
    for row in stands.keys() - kept.keys():
        yield Finding(Wrong.INSERTED, stands[row][0], row)


def _chain(seals: Sequence[Seal]) -> Iterator[Finding]:
    before: Seal | None = None
    for each in seals:
        previous = before.seal if before else BEGINNING
        if before and each.day != before.day + timedelta(days=1):
            yield Finding(Wrong.MISSING, before.day + timedelta(days=1))
        if each.previous != previous or each.seal != seal_of(each.previous, each.day, each.marks):
            yield Finding(Wrong.BROKEN, each.day)
        before = each
