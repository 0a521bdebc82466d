"""A measure of access, before and after: how long one waits, how often one is refused, how far one travels.

It is a number and what it counts, nothing else. Nothing of it is stored beside the history: what was measured is the
last step that says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from sc_bot.domain.events import Happened
from sc_bot.domain.refusals import Refused, Why


class Hurdle(StrEnum):
    """What stands between somebody and care; each has its unit."""

    DELAY = "delay"
    """In days."""
    REFUSALS = "refusals"
    """In a month."""
    TRAVEL = "travel"
    """In hours."""
    WAITING = "waiting"
    """In hours."""


class Moment(StrEnum):
    """When it is measured."""

    BEFORE = "before"
    AFTER = "after"
    """When it is closed, by whoever closes it."""
    LIVED = "lived"
    """After that, by the author."""


@dataclass(frozen=True, slots=True)
class Given:
    """A measure as it was given: what it counts, and a number still in somebody's own spelling."""

    hurdle: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What is known of one problem."""

    hurdle: Hurdle
    before: Decimal
    after: Decimal | None = None
    lived: Decimal | None = None

    @property
    def is_compared(self) -> bool:
        """Whether it was measured again."""
        return self.after is not None or self.lived is not None


class _Step(Protocol):
    @property
    def kind(self) -> Happened: ...
    @property
    def details(self) -> tuple[str, ...]: ...


_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
_UNITS = {
    Hurdle.DELAY: re.compile(r"(?:j|jrs?|jours?|d|days?)\.?$"),
    Hurdle.REFUSALS: re.compile(r"(?:refus|refusals?)?\s*(?:par mois|/ ?mois|a month|per month|/ ?month)?$"),
    Hurdle.TRAVEL: re.compile(r"(?:h|hrs?|heures?|hours?)\.?$"),
    Hurdle.WAITING: re.compile(r"(?:h|hrs?|heures?|hours?)\.?$"),
}


def read_amount(text: str, hurdle: Hurdle | None = None, field: str = "access") -> Decimal:
    """A number as people write it: with a comma or a point, with or without its unit.

    Raises:
        Refused: NOT_A_NUMBER; the text goes nowhere.
    """
    tidy = " ".join(text.split()).casefold()
    number = _NUMBER.match(tidy)
    rest = tidy[number.end() :].strip() if number else tidy
    if number is None or (rest and not (hurdle and _UNITS[hurdle].match(rest))):
        raise Refused(Why.NOT_A_NUMBER, field=field)
    return Decimal(number[0].replace(",", "."))


def read_given(given: Given | None, field: str = "access") -> tuple[Hurdle, Decimal] | None:
    """A measure, if one was given.

    Raises:
        Refused: NOT_A_NUMBER, also for a number of which it is not said what it counts.
    """
    if given is None or not given.amount.strip():
        return None
    if given.hurdle not in set(Hurdle):
        raise Refused(Why.NO_HURDLE, field=f"{field}_kind")
    hurdle = Hurdle(given.hurdle)
    return hurdle, read_amount(given.amount, hurdle, field)


def details_of(moment: Moment, hurdle: Hurdle, amount: Decimal) -> tuple[str, ...]:
    """How a measure stands in the history."""
    return moment.value, hurdle.value, str(amount)


def access_of(steps: Iterable[_Step]) -> Access | None:
    """What a history says: the last measure of each moment; one of another hurdle begins anew."""
    known: Access | None = None
    for each in steps:
        if each.kind is Happened.MEASURED:
            known = _with(known, Moment(each.details[0]), Hurdle(each.details[1]), Decimal(each.details[2]))
    return known


def _with(known: Access | None, moment: Moment, hurdle: Hurdle, amount: Decimal) -> Access | None:
    if moment is Moment.BEFORE:
        same = known is not None and known.hurdle is hurdle
        return replace(known, before=amount) if same and known else Access(hurdle=hurdle, before=amount)
    if known is None or known.hurdle is not hurdle:
        return known
    return replace(known, after=amount) if moment is Moment.AFTER else replace(known, lived=amount)
