"""Somebody's name goes from everything that was written in a community: found by reading, rewritten a few at a time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.nobody import NOBODY
from sc_bot.ports import Database, Erasure, Place, UnitOfWork, Words
from sc_bot.privacy import Names
from sc_bot.usecases.keeping.naming import names_of, unnamed

TEXTS = 5  # in one transaction: each is read again, and what can be found of its problem made anew

Each = TypeVar("Each")


def in_small(everything: Sequence[Each], many: int) -> Iterator[Sequence[Each]]:
    """The same in order, so many at a time."""
    for first in range(0, len(everything), many):
        yield everything[first : first + many]


def unname(database: Database, erasure: Erasure, place: Place, person: Person, now: datetime) -> None:
    """Their name goes from everything that was written; each problem's history says that something was removed."""
    with database.whole() as uow:
        names = names_of(person, uow.communities.people(place.id, active_only=False))
        naming = [each for each in uow.erasing.words(place) if unnamed(each.body, names, place) != each.body]
    for some in in_small(naming, TEXTS):
        with database.unit_of_work() as uow:
            changed = Counter(each.problem for each in some if _rewritten(uow, each, names, place))
            _keep_redaction(uow, erasure, changed, now)


def _rewritten(uow: UnitOfWork, words: Words, names: Names, place: Place) -> bool:
    """Somebody may have changed it since it was read."""
    now_it_is = uow.erasing.again(words)
    body = unnamed(now_it_is.body, names, place) if now_it_is else ""
    if now_it_is is None or body == now_it_is.body:
        return False
    uow.erasing.rewrite(place, replace(now_it_is, body=body))
    return True


def _keep_redaction(uow: UnitOfWork, erasure: Erasure, changed: Counter[int | None], now: datetime) -> None:
    about = {problem: number for problem, number in changed.items() if problem is not None}
    for problem in uow.problems.several(sorted(about)) if about else ():
        step = Event(
            problem=problem.id,
            kind=Happened.REDACTED,
            at=now,
            actor=erasure.by or NOBODY,
            internal=True,
            details=(str(about[problem.id]),),
        )
        uow.history.add(problem, step)
    uow.erasing.touched(sorted(about), erasure, now)
