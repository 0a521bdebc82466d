"""Whether a problem is stuck: looked at when something happens to it, and by a tick. Each sign is told once.

Whoever looks has locked the problem; no other one is touched, so that two who look never wait for each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.circles import circle_through, edges_of, knots
from sc_bot.domain.deadlock_signs import Facts, evidence_of
from sc_bot.domain.deadlock_stages import goes_on_at, looked_at_again
from sc_bot.domain.deadlocks import Deadlock, Evidence, Sign, Way, ended, with_more
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.ports.deadlocks import Wait


@dataclass(frozen=True, slots=True)
class Circles:
    """Where promises of one community wait for each other."""

    edges: dict[int, list[int]]
    problem_of: dict[int, int]
    knots: tuple[frozenset[int], ...]

    @classmethod
    def among(cls, waits: Sequence[Wait]) -> "Circles":
        """Find them."""
        edges = edges_of((each.promise, each.first) for each in waits)
        return cls(edges, {each.promise: each.problem for each in waits}, tuple(knots(edges)))

    def problems(self, promise: int | None = None) -> list[int]:
        """The problems that have a promise in a knot; in that of one promise, if it is named. In one order."""
        about = [each for each in self.knots if promise is None or promise in each]
        return sorted({self.problem_of[one] for each in about for one in each})

    def through(self, problem: int) -> tuple[int, ...]:
        """The shortest circle through the oldest promise of a problem that is in a knot; nothing without one."""
        for knot in self.knots:
            own = [each for each in knot if self.problem_of[each] == problem]
            if own:
                return circle_through(self.edges, knot, min(own))
        return ()


def look_at(uow: UnitOfWork, place: Place, problem: Problem, now: datetime, circle: tuple[int, ...] = ()) -> bool:
    """Find the signs that a problem shows now; whether there was one that was not told before."""
    rows = uow.deadlocks.of(problem.id)
    found = evidence_of(_facts(uow, place, problem, now, circle, rows))
    is_open = next((each for each in rows if each.is_open), None)
    if not found:
        return False
    if is_open is None:
        return _begun(uow, place, problem, found, now)
    more = with_more(is_open, found)
    if more is None:
        return False
    uow.deadlocks.save(more)
    _keep(uow, problem, more.signs[len(is_open.signs) :], now)
    return True


def _facts(
    uow: UnitOfWork, place: Place, problem: Problem, now: datetime, circle: tuple[int, ...], rows: Sequence[Deadlock]
) -> Facts:
    calendar = working_calendar(place.community)
    today = calendar.local_date(now)
    decided = next((each for each in reversed(rows) if each.is_decided), None)
    return Facts(
        problem=problem,
        promises=uow.commitments.of(problem.id),
        steps=uow.history.of(problem.id),
        thresholds=place.community.policies.deadlock,
        working_days_since=lambda at: calendar.working_days_between(calendar.local_date(at), today),
        circle=circle,
        decided_at=decided.ended_at if decided else None,
        answered=[one for each in decided.evidence for one in each.circle] if decided else (),
    )


def _begun(uow: UnitOfWork, place: Place, problem: Problem, found: tuple[Evidence, ...], now: datetime) -> bool:
    deadlock = Deadlock(
        id=0,
        workspace=problem.workspace,
        community=problem.community,
        problem=problem.id,
        found_at=now,
        evidence=found,
        next_at=goes_on_at(place.community, working_calendar(place.community), now),
    )
    if uow.deadlocks.add(deadlock) is None:
        return False
    _keep(uow, problem, deadlock.signs, now)
    return True


def _keep(uow: UnitOfWork, problem: Problem, signs: Sequence[Sign], now: datetime) -> None:
    by_the_bot(uow, problem, Happened.DEADLOCKED, tuple(each.value for each in signs), now)


def by_the_bot(uow: UnitOfWork, problem: Problem, kind: Happened, details: tuple[str, ...], now: datetime) -> None:
    """Keep a step that nobody takes; the problem's cards are shown anew."""
    uow.history.add(problem, Event(problem=problem.id, kind=kind, at=now, actor=None, details=details))
    uow.outbox.refresh(problem.id, now)


def end_with_problem(uow: UnitOfWork, problem: Problem, now: datetime) -> None:
    """Nothing is left to decide about what is closed or withdrawn."""
    is_open = uow.deadlocks.open_of(problem.id)
    over = ended(is_open, Way.CLOSED, now) if is_open else None
    if over is not None:
        uow.deadlocks.save(over)


def save_decided(uow: UnitOfWork, place: Place, over: Deadlock, now: datetime) -> None:
    """From the next day on it is looked at again, as long as its problem is open."""
    uow.deadlocks.save(replace(over, next_at=looked_at_again(working_calendar(place.community), now)))


def look_again_at(uow: UnitOfWork, place: Place, problem: Problem, now: datetime) -> None:
    """A problem is open again: what it shows now, and what it may show some days later."""
    if look_at(uow, place, problem, now):
        return
    last = next(reversed(uow.deadlocks.of(problem.id)), None)
    if last is not None and not last.is_open:
        uow.deadlocks.save(replace(last, next_at=looked_at_again(working_calendar(place.community), now)))
