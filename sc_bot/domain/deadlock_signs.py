"""The signs of a deadlock, computed from what is stored and what happened; and whether a sign still stands."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.deadlocks import Evidence, Sign
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.policies import DeadlockThresholds
from sc_bot.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one problem. `working_days_since` counts until the day of asking.

    `circle` leads through its promises, if one does. `decided_at` is when a way out was decided last: what was there
    before is answered, and `answered` is the circle that was.
    """

    problem: Problem
    promises: Sequence[Commitment]
    steps: Sequence[Event]
    thresholds: DeadlockThresholds
    working_days_since: Callable[[datetime], int]
    circle: tuple[int, ...] = ()
    decided_at: datetime | None = None
    answered: Collection[int] = ()

    def after(self, kind: Happened) -> list[Event]:
        """The steps of a kind that no decision has answered."""
        return [each for each in self.steps if each.kind is kind and self.is_new(each.at)]

    def is_new(self, at: datetime) -> bool:
        """Whether it came after the last decision."""
        return self.decided_at is None or at > self.decided_at

    def days_since(self, at: datetime) -> int:
        """Working days since then, or since the last decision if that is later."""
        return self.working_days_since(max(at, self.decided_at) if self.decided_at else at)

    @property
    def owed(self) -> list[Commitment]:
        """The promises that stand."""
        return [each for each in self.promises if each.is_owed]


def evidence_of(facts: Facts) -> tuple[Evidence, ...]:
    """Every sign with what shows it; none of a problem that is closed."""
    if not facts.problem.is_open:
        return ()
    every = (_unsolvable, _returned, _circle, _unowned, _redated, _blocked, _reopened)
    return tuple(found for look in every for found in look(facts))


def _unsolvable(facts: Facts) -> Iterator[Evidence]:
    said = facts.after(Happened.PERCEIVED)
    if said:
        offices = tuple(each.details[0] for each in said)
        yield Evidence(sign=Sign.UNSOLVABLE, times=tuple(each.at for each in said), offices=offices)
    elif facts.problem.unresolvable and facts.decided_at is None:  # said in a report, before that was a step
        yield Evidence(sign=Sign.UNSOLVABLE, times=(facts.problem.reported_at,), offices=(AUTHOR,))


AUTHOR = "author"
"""As what the author says it; the other offices are worded like it."""


def _returned(facts: Facts) -> Iterator[Evidence]:
    """While nobody leads: whoever named the lead has decided about it."""
    problem = facts.problem
    steps = [each for each in facts.steps if each.kind is Happened.RETURNED]
    both = [(home, step.at) for home, step in zip(problem.returned_by, steps, strict=False) if facts.is_new(step.at)]
    if problem.lead is None and len(both) >= facts.thresholds.returns:
        homes, times = zip(*both, strict=True)
        yield Evidence(sign=Sign.RETURNED, institutions=homes, times=times)


def _circle(facts: Facts) -> Iterator[Evidence]:
    """One that was decided about counts again when it still stands after as long as what is blocked."""
    if not facts.circle:
        return
    is_answered = facts.decided_at is not None and set(facts.circle) <= set(facts.answered)
    patience = facts.thresholds.blocked_working_days
    if not is_answered or facts.decided_at is None or facts.working_days_since(facts.decided_at) > patience:
        yield Evidence(sign=Sign.CIRCLE, circle=facts.circle)


def _unowned(facts: Facts) -> Iterator[Evidence]:
    since = facts.problem.reported_at
    days = facts.days_since(since)
    if facts.problem.lead is None and days >= facts.thresholds.unowned_working_days:
        yield Evidence(sign=Sign.UNOWNED, times=(since,), number=days)


def _redated(facts: Facts) -> Iterator[Evidence]:
    """The promise that was re-dated most often."""
    moved = [each.details[0] for each in facts.after(Happened.REDATED)]
    often = {each.id: moved.count(str(each.number)) for each in facts.owed}
    promise = max(often, key=lambda each: often[each], default=None)
    if promise is not None and often[promise] >= facts.thresholds.redatings:
        yield Evidence(sign=Sign.REDATED, promise=promise, number=often[promise])


def _blocked(facts: Facts) -> Iterator[Evidence]:
    """The promise that is blocked longest, and what it needs."""
    stuck = [(each.blocked_at, each) for each in facts.owed if each.blocked_at is not None]
    if not stuck:
        return
    since, promise = min(stuck, key=lambda each: (each[0], each[1].id))
    days = facts.days_since(since)
    if days > facts.thresholds.blocked_working_days:
        need = _need(facts.steps, promise)
        yield Evidence(sign=Sign.BLOCKED, promise=promise.id, times=(since,), number=days, need=need)


def _need(steps: Sequence[Event], promise: Commitment) -> int | None:
    said = [each.text for each in steps if each.kind is Happened.BLOCKED and each.details[:1] == (str(promise.number),)]
    return said[-1] if said else None


def _reopened(facts: Facts) -> Iterator[Evidence]:
    times = tuple(each.at for each in facts.after(Happened.REOPENED))
    if len(times) >= facts.thresholds.reopenings:
        yield Evidence(sign=Sign.REOPENED, times=times)


def stands(evidence: Evidence, problem: Problem, promises: Mapping[int, Commitment]) -> bool:
    """Whether what shows a sign is still so; `promises` are at least those that it names.

    That somebody perceives it as unsolvable, or that it was opened again, stays so.
    """
    match evidence.sign:
        case Sign.RETURNED | Sign.UNOWNED:
            return problem.lead is None
        case Sign.CIRCLE:
            return _leads_back(evidence.circle, promises)
        case Sign.REDATED | Sign.BLOCKED:
            promise = promises.get(evidence.promise or 0)
            is_blocked = evidence.sign is Sign.REDATED or (promise is not None and promise.blocked_at is not None)
            return promise is not None and promise.is_owed and is_blocked
        case _:
            return True


def _leads_back(circle: tuple[int, ...], promises: Mapping[int, Commitment]) -> bool:
    """Whether each is still owed and still waits for the next."""
    known = [promises.get(each) for each in circle]
    following = [*circle[1:], *circle[:1]]
    pairs = zip(known, following, strict=True)
    return all(each is not None and each.is_owed and then in each.depends_on for each, then in pairs)
