"""Deadlocks in tables."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, bindparam, func, or_, select, update

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.deadlocks import Deadlock, Evidence, Stage, Way
from sc_bot.domain.problems import OPEN
from sc_bot.ports import Place
from sc_bot.ports.deadlocks import Suspicion, Wait
from storage.dialect import insert_new
from storage.problems import Conflict
from storage.records import Record
from storage.tables import commitments, deadlocks, dependencies, problems

_EVIDENCE = TypeAdapter(tuple[Evidence, ...])
_AS_THEY_ARE = (
    "workspace", "community", "problem", "found_at", "next_at", "ended_at", "institution", "text", "version",
)  # fmt: skip
_OWED = [each.value for each in STANDING]
_OF_PROBLEM = select(deadlocks).where(deadlocks.c.problem == bindparam("of_problem")).order_by(deadlocks.c.id)
_OPEN_OF_PROBLEM = _OF_PROBLEM.where(deadlocks.c.ended_at.is_(None))
_first = commitments.alias("first")
_WAITS = (
    select(dependencies.c.commitment, commitments.c.problem, dependencies.c.waits_for)
    .join(commitments, commitments.c.id == dependencies.c.commitment)
    .join(_first, _first.c.id == dependencies.c.waits_for)
    .where(commitments.c.community == bindparam("in_community"))
    .where(commitments.c.standing.in_(_OWED), _first.c.standing.in_(_OWED))
    .order_by(dependencies.c.commitment, dependencies.c.waits_for)
)


class StoredDeadlocks:
    """What is stuck, and was."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, deadlock: Deadlock) -> Deadlock | None:
        """Store a new one; None when its problem has an open one already: whoever came first waits for nobody."""
        new = insert_new(self._connection, deadlocks)
        if self._connection.execute(new, _columns(deadlock)).rowcount != 1:
            return None
        return self.open_of(deadlock.problem)

    def save(self, deadlock: Deadlock) -> None:
        """Store it as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without its problem's lock.
        """
        columns = _columns(deadlock) | {"version": deadlock.version + 1}
        here = (deadlocks.c.id == deadlock.id) & (deadlocks.c.version == deadlock.version)
        if self._connection.execute(update(deadlocks).where(here).values(columns)).rowcount != 1:
            raise Conflict(f"deadlock {deadlock.id}")

    def of(self, problem: int) -> Sequence[Deadlock]:
        """Every deadlock of a problem, in order."""
        return self._all(_OF_PROBLEM, of_problem=problem)

    def open_of(self, problem: int) -> Deadlock | None:
        """The one that waits for a decision."""
        return next(iter(self._all(_OPEN_OF_PROBLEM, of_problem=problem)), None)

    def open_in(self, place: Place, stage: Stage | None, limit: int) -> Sequence[Deadlock]:
        """Those of a community that wait for a decision, at one stage or any; the oldest first."""
        query = select(deadlocks).where(deadlocks.c.community == place.id, deadlocks.c.ended_at.is_(None))
        at = query if stage is None else query.where(deadlocks.c.stage == stage.value)
        return self._all(at.order_by(deadlocks.c.found_at, deadlocks.c.id).limit(limit))

    def page(self, place: Place, after: int, limit: int) -> Sequence[Deadlock]:
        """Those of a community with the ids that follow, in the order of their ids."""
        here = (deadlocks.c.community == place.id) & (deadlocks.c.id > after)
        return self._all(select(deadlocks).where(here).order_by(deadlocks.c.id).limit(limit))

    def due(self, now: datetime, after: int, limit: int) -> Sequence[Deadlock]:
        """Those at which somebody should look again, with the ids that follow, in the order of their ids."""
        query = select(deadlocks).where(deadlocks.c.next_at <= now, deadlocks.c.id > after)
        return self._all(query.order_by(deadlocks.c.id).limit(limit))

    def suspects(self, place: Place, suspicion: Suspicion, after: int, limit: int) -> Sequence[int]:
        """Open problems that never were in a deadlock and may be now, in the order of their ids; circles aside."""
        ids: set[int] = set()
        for query in (_by_themselves(suspicion), _by_promises(suspicion)):
            here = query.where(problems.c.community == place.id, problems.c.state.in_([each.value for each in OPEN]))
            never = ~select(deadlocks.c.id).where(deadlocks.c.problem == problems.c.id).exists()
            found = here.where(problems.c.id > after, never).order_by(problems.c.id).limit(limit)
            ids |= set(self._connection.execute(found).scalars())
        return sorted(ids)[:limit]

    def waits(self, place: Place) -> Sequence[Wait]:
        """Everything in a community that waits for a promise: only what both sides still owe."""
        return [Wait(*row) for row in self._connection.execute(_WAITS, {"in_community": place.id})]

    def _all(self, query: Select[Any], **given: object) -> list[Deadlock]:
        return [_deadlock(row) for row in self._connection.execute(query, given)]


def _by_themselves(suspicion: Suspicion) -> Select[Any]:
    thresholds = suspicion.thresholds
    unowned = problems.c.accepted_at.is_(None) & (problems.c.reported_at <= suspicion.unowned_before)
    returned = func.json_array_length(problems.c.returned_by) >= thresholds.returns
    reopened = problems.c.reopened >= thresholds.reopenings
    return select(problems.c.id).where(or_(problems.c.unresolvable, unowned, returned, reopened))


def _by_promises(suspicion: Suspicion) -> Select[Any]:
    redated = commitments.c.redated >= suspicion.thresholds.redatings
    blocked = commitments.c.blocked_at <= suspicion.blocked_before
    joined = select(problems.c.id).distinct().join(commitments, commitments.c.problem == problems.c.id)
    return joined.where(commitments.c.standing.in_(_OWED), or_(redated, blocked))


def _columns(deadlock: Deadlock) -> Record:
    return {name: getattr(deadlock, name) for name in _AS_THEY_ARE} | {
        "evidence": _EVIDENCE.dump_python(deadlock.evidence, mode="json"),
        "stage": deadlock.stage.value,
        "way": deadlock.way.value if deadlock.way else None,
    }


def _deadlock(row: Row[Any]) -> Deadlock:
    return Deadlock(
        id=row.id,
        evidence=_EVIDENCE.validate_python(row.evidence),
        stage=Stage(row.stage),
        way=Way(row.way) if row.way else None,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
