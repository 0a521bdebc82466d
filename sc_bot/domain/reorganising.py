"""What a change does to the way work is organised: stop, start, change or share; and the time that it frees.

Said of a promise or at the closing, and kept in the history alone. Time is freed for a community: it is summed, and
nobody is compared with anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from sc_bot.domain.events import Happened


class Sort(StrEnum):
    """What is done with a piece of work."""

    STOP = "stop"
    START = "start"
    CHANGE = "change"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Reorganised:
    """What was said at the closing: the sort, and hours a week that are freed."""

    sort: Sort | None = None
    freed: Decimal | None = None


NOTHING_SAID = Reorganised()


class _Step(Protocol):
    @property
    def kind(self) -> Happened: ...
    @property
    def details(self) -> tuple[str, ...]: ...


def details_of(sort: str, freed: Decimal | None = None, promise: str = "") -> tuple[str, ...]:
    """How it stands in the history: the sort, the hours, and the promise, if it is about one."""
    return sort, "" if freed is None else str(freed), promise


def at_closing(steps: Iterable[_Step]) -> Reorganised:
    """What was said last about the problem itself."""
    found = NOTHING_SAID
    for each in steps:
        if each.kind is Happened.REORGANISED and not each.details[2]:
            sort, freed, _ = each.details
            found = Reorganised(Sort(sort) if sort else None, Decimal(freed) if freed else None)
    return found


def of_promise(steps: Iterable[_Step], number: int) -> Sort | None:
    """What one promise does."""
    about = (each for each in steps if each.kind is Happened.REORGANISED and each.details[2] == str(number))
    return next((Sort(each.details[0]) for each in about), None)
