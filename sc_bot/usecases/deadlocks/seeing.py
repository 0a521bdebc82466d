"""The deadlocks of a community that wait for a decision: for agendas, digests and whoever looks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.community import Person
from sc_bot.domain.deadlocks import Deadlock, Stage, may_know
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.reading_lists import public_views, titles_of
from sc_bot.usecases.stuck_seen import deadlock_views

LOOKED_AT = 200  # open deadlocks of a community that are looked at: an agenda never holds as many


def open_deadlocks(uow: UnitOfWork, place: Place, stage: Stage | None = None) -> Sequence[Deadlock]:
    """What waits for a decision, at one stage or at any; the oldest first. For the agenda of a committee.

    Those whose circles are the same promises stand one below the other where the first of them stands: it is one
    thing to talk about. Each is decided on its own (`usecases.deadlocks.ending.end_deadlock`).
    """
    found = uow.deadlocks.open_in(place, stage, LOOKED_AT)
    first: dict[frozenset[int], int] = {}
    for number, each in enumerate(found):
        for circle in _circles(each):
            first.setdefault(circle, number)
    return sorted(found, key=lambda each: min((first[one] for one in _circles(each)), default=found.index(each)))


def in_one_circle(found: Sequence[Deadlock]) -> list[list[Deadlock]]:
    """The same, those whose circles are the same promises together."""
    together: list[list[Deadlock]] = []
    of_circle: dict[frozenset[int], list[Deadlock]] = {}
    for each in found:
        known = next((of_circle[one] for one in _circles(each) if one in of_circle), None)
        if known is None:
            known = []
            together.append(known)
        known.append(each)
        of_circle |= dict.fromkeys(_circles(each), known)
    return together


def _circles(deadlock: Deadlock) -> list[frozenset[int]]:
    return [frozenset(each.circle) for each in deadlock.evidence if each.circle]


def seen_deadlocks(
    uow: UnitOfWork, place: Place, person: Person, now: datetime, stage: Stage | None = None, limit: int = LOOKED_AT
) -> tuple[ProblemView, ...]:
    """The same as one reader may see them: problems as lists show them, each with its deadlock. Six queries at most."""
    found = open_deadlocks(uow, place, stage)
    problems = {each.id: each for each in uow.problems.several([one.problem for one in found])} if found else {}
    known = [each for each in found if may_know(person, problems[each.problem], place.community)][:limit]
    views = deadlock_views(uow, place, person, now, known)
    about = [problems[each.problem] for each in known]
    shown = public_views(place, about, person, titles_of(uow, about)) if about else []
    return tuple(replace(each, deadlock=views[one.id]) for one, each in zip(known, shown, strict=True))
