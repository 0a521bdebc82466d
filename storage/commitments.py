"""Commitments in tables."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Exists, Row, Select, bindparam, delete, func, or_, select, update

from sc_bot.domain.commitments import STANDING, Commitment, Standing
from sc_bot.domain.due import Due, due_from
from sc_bot.domain.events import Happened
from sc_bot.domain.problems import Problem
from sc_bot.domain.references import Mark, numbered
from sc_bot.ports import Place
from storage.counting import OF_STEP
from storage.problems import Conflict
from storage.records import Record
from storage.tables import commitments, dependencies, events, people, problems

_WHOLE = select(commitments, problems.c.reference.label("of_problem")).join(
    problems, problems.c.id == commitments.c.problem
)
_OWED = commitments.c.standing.in_([each.value for each in STANDING])
_OF_PROBLEM = _WHOLE.where(commitments.c.problem == bindparam("of_problem")).order_by(commitments.c.number)
_WAITING = select(dependencies.c.commitment).where(dependencies.c.waits_for == bindparam("its_id"))
_WAITING_FOR = _WHOLE.where(commitments.c.id.in_(_WAITING), _OWED).order_by(commitments.c.id)
_WHAT_THEY_WAIT_FOR = select(dependencies).where(dependencies.c.commitment.in_(bindparam("ids", expanding=True)))


class StoredCommitments:
    """The promises of a workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, commitment: Commitment) -> Commitment:
        """Store a new promise under the next number of its problem, which the caller has locked."""
        last = select(func.coalesce(func.max(commitments.c.number), 0)).where(commitments.c.problem == problem.id)
        number = int(self._connection.execute(last).scalar_one()) + 1
        row = _columns(commitment) | {"number": number}
        added = self._connection.execute(commitments.insert().returning(commitments.c.id), row).scalar_one()
        if commitment.depends_on:
            waits = [{"commitment": added, "waits_for": each} for each in commitment.depends_on]
            self._connection.execute(dependencies.insert(), waits)
        return self.by_id(added)

    def get(self, problem: Problem, number: int) -> Commitment | None:
        """One promise of a problem."""
        found = self._all(_WHOLE.where(commitments.c.problem == problem.id, commitments.c.number == number))
        return found[0] if found else None

    def by_id(self, commitment: int) -> Commitment:
        """By id."""
        return self._all(_WHOLE.where(commitments.c.id == commitment))[0]

    def save(self, commitment: Commitment) -> None:
        """Store it as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without the problem's lock.
        """
        columns = _columns(commitment) | {"version": commitment.version + 1}
        here = (commitments.c.id == commitment.id) & (commitments.c.version == commitment.version)
        if self._connection.execute(update(commitments).where(here).values(columns)).rowcount != 1:
            raise Conflict(commitment.reference)

    def wait(self, commitment: Commitment) -> None:
        """Store what it waits for now."""
        self._connection.execute(delete(dependencies).where(dependencies.c.commitment == commitment.id))
        if commitment.depends_on:
            waits = [{"commitment": commitment.id, "waits_for": each} for each in commitment.depends_on]
            self._connection.execute(dependencies.insert(), waits)

    def several(self, ids: Sequence[int]) -> Sequence[Commitment]:
        """By their ids, in the order of their ids."""
        return self._all(_WHOLE.where(commitments.c.id.in_(list(ids))).order_by(commitments.c.id)) if ids else []

    def of(self, problem: int) -> Sequence[Commitment]:
        """Every promise of a problem, in order."""
        return self._all(_OF_PROBLEM, of_problem=problem)

    def owed_among(self, problems: Sequence[int]) -> Sequence[Commitment]:
        """What is still owed for any of these problems; the first due first."""
        here = _WHOLE.where(commitments.c.problem.in_(problems), _OWED)
        return self._all(here.order_by(commitments.c.due_day, commitments.c.id))

    def owed_by(self, place: Place, person: str, limit: int) -> Sequence[Commitment]:
        """What a person still owes, was asked to take over, or is needed for; the first due first."""
        return self.owed_by_any(place, [person], limit)

    def owed_by_any(self, place: Place, people: Sequence[str], limit: int) -> Sequence[Commitment]:
        """The same, of several people."""
        theirs = or_(*(commitments.c[each].in_(people) for each in ("owner", "offered_to", "needs_of")))
        noted = commitments.c.offered_to.in_(people) & (commitments.c.standing == Standing.OFFERED.value)
        return self._all(_first_due(_WHOLE.where(commitments.c.community == place.id, (theirs & _OWED) | noted), limit))

    def owed_in(self, place: Place, limit: int) -> Sequence[Commitment]:
        """Everything that is still owed in a community; the first due first."""
        return self._all(_first_due(_WHOLE.where(commitments.c.community == place.id, _OWED), limit))

    def owing(self, place: Place) -> frozenset[str]:
        """Everybody of a community of whom a promise that stands asks something."""
        three = (commitments.c.owner, commitments.c.offered_to, commitments.c.needs_of)
        query = select(*three).where(commitments.c.community == place.id, _OWED).distinct()
        return frozenset(each for row in self._connection.execute(query) for each in row if each is not None)

    def late_in(self, place: Place, institution: str | None, now: datetime, limit: int) -> Sequence[Commitment]:
        """What is late, of an institution or of the whole community; the longest late first."""
        late = _in(place, institution).where(_OWED, commitments.c.ends_at <= now)
        return self._all(late.order_by(commitments.c.ends_at, commitments.c.id).limit(limit))

    def kept_in(self, place: Place, institution: str | None, since: datetime, limit: int) -> Sequence[Commitment]:
        """What was kept since, the newest first."""
        kept = (commitments.c.standing == Standing.DONE.value) & (commitments.c.ended_at > since)
        newest = _in(place, institution).where(kept).order_by(commitments.c.ended_at.desc(), commitments.c.id.desc())
        return self._all(newest.limit(limit))

    def redated_in(self, place: Place, institution: str | None, since: datetime, limit: int) -> Sequence[Commitment]:
        """What got another date since; the most often re-dated first."""
        lately = (
            select(commitments.c.id)
            .join(events, OF_STEP)
            .where(events.c.community == place.id, events.c.kind == Happened.REDATED.value, events.c.at > since)
        )
        found = _in(place, institution).where(_OWED, commitments.c.id.in_(lately))
        return self._all(found.order_by(commitments.c.redated.desc(), commitments.c.id).limit(limit))

    def waiting_for(self, commitment: int) -> Sequence[Commitment]:
        """The promises that wait for this one and are still owed."""
        return self._all(_WAITING_FOR, its_id=commitment)

    def orphans(self, limit: int) -> Sequence[Commitment]:
        """What is still owed by somebody who is no longer of its community."""
        return self._all(_ORPHANS.limit(limit))

    def unanswerable(self, limit: int) -> Sequence[Commitment]:
        """What is still owed and was asked of somebody who is no longer of its community."""
        return self._all(_UNANSWERABLE.limit(limit))

    def _all(self, query: Select[tuple[object, ...]], **given: object) -> list[Commitment]:
        rows = list(self._connection.execute(query, given))
        waits: dict[int, list[int]] = {row.id: [] for row in rows}
        if rows:
            for each in self._connection.execute(_WHAT_THEY_WAIT_FOR, {"ids": list(waits)}):
                waits[each.commitment].append(each.waits_for)
        return [commitment_from(row, tuple(sorted(waits[row.id]))) for row in rows]


def _in(place: Place, institution: str | None) -> Select[tuple[object, ...]]:
    here = _WHOLE.where(commitments.c.community == place.id)
    return here if institution is None else here.where(commitments.c.institution == institution)


def _is_there(named: str) -> Exists:
    """Whether the person that a promise names is of its community."""
    here = (people.c.community == commitments.c.community) & (people.c.key == commitments.c[named])
    return select(people.c.id).where(here, people.c.active).exists()


_ORPHANS = _WHOLE.where(_OWED, ~_is_there("owner")).order_by(commitments.c.id)
_ASKED_OF_NOBODY = [commitments.c[each].is_not(None) & ~_is_there(each) for each in ("offered_to", "needs_of")]
_UNANSWERABLE = _WHOLE.where(_OWED, or_(*_ASKED_OF_NOBODY)).order_by(commitments.c.id)


def _first_due(query: Select[tuple[object, ...]], limit: int) -> Select[tuple[object, ...]]:
    return query.order_by(commitments.c.due_day, commitments.c.id).limit(limit)


_AS_THEY_ARE = (
    "workspace", "community", "problem", "number", "what", "expected", "institution", "owner", "offered_to",
    "needs_of", "zone", "made_at", "confirmed_at", "blocked_at", "ended_at", "redated", "version",
)  # fmt: skip


def _columns(commitment: Commitment) -> Record:
    due = commitment.due
    return {name: getattr(commitment, name) for name in _AS_THEY_ARE} | {
        "due_day": due.day,
        "ends_at": commitment.deadline,
        "due_at": due.at.isoformat() if due.at else None,
        "first_due": str(commitment.first_due),
        "standing": commitment.standing.value,
    }


def commitment_from(row: Row[tuple[object, ...]], depends_on: tuple[int, ...]) -> Commitment:
    """A promise, from its row with its problem's reference, and what it waits for."""
    return Commitment(
        id=row.id,
        reference=numbered(row.of_problem, Mark.PROMISE, row.number),
        due=Due(row.due_day, datetime.fromisoformat(row.due_at) if row.due_at else None),
        first_due=due_from(row.first_due),
        standing=Standing(row.standing),
        depends_on=depends_on,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
