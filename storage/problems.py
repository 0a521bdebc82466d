"""Problems in tables."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Row, Select, bindparam, or_, select, update
from sqlalchemy.sql.dml import ReturningInsert

from sc_bot.domain.problems import OPEN, Because, Closing, Problem, Severity, State, Verdict
from sc_bot.ports import Place
from storage.dialect import upsert
from storage.records import Record
from storage.tables import counters, events, problems


class Conflict(RuntimeError):
    """A problem was saved over a newer one: a bug, since changes lock it first."""


_ADD = problems.insert().returning(problems.c.id)
_BY_ID = select(problems).where(problems.c.id == bindparam("its_id"))
_BY_ID_TO_CHANGE = _BY_ID.with_for_update()


@cache
def _count(dialect: str) -> ReturningInsert[int]:
    """The next number of a prefix, from 1."""
    key = [counters.c.workspace, counters.c.prefix]
    statement = upsert(dialect, counters).on_conflict_do_update(index_elements=key, set_={"last": counters.c.last + 1})
    return statement.returning(counters.c.last)


def next_number(connection: Connection, workspace: str, prefix: str) -> int:
    """The next number of a prefix in a workspace; nobody gets it twice."""
    row = {"workspace": workspace, "prefix": prefix, "last": 1}
    return int(connection.execute(_count(connection.dialect.name), row).scalar_one())


class StoredProblems:
    """The problems of a workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, prefix: str) -> Problem:
        """Store a new problem under the next number of its prefix."""
        number = next_number(self._connection, problem.workspace, prefix)
        numbered = replace(problem, reference=f"{prefix}-{number}")
        return replace(numbered, id=self._connection.execute(_ADD, _columns(numbered)).scalar_one())

    def get(self, workspace: str, reference: str, *, to_change: bool = False) -> Problem | None:
        """By reference, any case; locked when it is to change (SQLite locks the whole file already)."""
        query = select(problems).where(problems.c.workspace == workspace, problems.c.reference == reference.upper())
        row = self._connection.execute(query.with_for_update() if to_change else query).one_or_none()
        return None if row is None else problem_from(row)

    def by_id(self, problem: int, *, to_change: bool = False) -> Problem:
        """By id; locked when it is to change."""
        query = _BY_ID_TO_CHANGE if to_change else _BY_ID
        return problem_from(self._connection.execute(query, {"its_id": problem}).one())

    def lock(self, workspace: str, references: Sequence[str]) -> None:
        """Lock several that are to change together, in the order of their ids: two who do never wait in a circle."""
        named = problems.c.reference.in_(sorted({each.upper() for each in references}))
        query = select(problems.c.id).where(problems.c.workspace == workspace, named).order_by(problems.c.id)
        self._connection.execute(query.with_for_update()).all()

    def several(self, ids: Sequence[int]) -> Sequence[Problem]:
        """By their ids, in the order of their ids."""
        return self._all(select(problems).where(problems.c.id.in_(list(ids))).order_by(problems.c.id))

    def save(self, problem: Problem) -> None:
        """Store the problem as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without a lock.
        """
        columns = _columns(problem) | {"version": problem.version + 1}
        statement = update(problems).where(problems.c.id == problem.id, problems.c.version == problem.version)
        if self._connection.execute(statement.values(columns)).rowcount != 1:
            raise Conflict(problem.reference)

    def reported_by(self, place: Place, person: str, limit: int) -> Sequence[Problem]:
        """A person's own reports, newest first."""
        own = self._of(place).where(problems.c.reporter == person)
        return self._all(own.order_by(problems.c.id.desc()).limit(limit))

    def open_in(self, place: Place, limit: int) -> Sequence[Problem]:
        """Open problems of a community, oldest first."""
        return self._all(self._open(place).order_by(problems.c.id).limit(limit))

    def duplicates_of(self, problem: Problem) -> Sequence[Problem]:
        """The problems that go on under this one, oldest first."""
        under = (problems.c.community == problem.community) & (problems.c.duplicate_of == problem.reference)
        return self._all(select(problems).where(under).order_by(problems.c.id))

    def open_at(self, place: Place, institution: str, limit: int) -> Sequence[Problem]:
        """Open problems that an institution has or owes an answer to, oldest first."""
        there = (problems.c.institution == institution) | (problems.c.owes == institution)
        return self._all(self._open(place).where(there).order_by(problems.c.id).limit(limit))

    def solved_between(self, place: Place, since: datetime, until: datetime, limit: int) -> Sequence[Problem]:
        """Problems closed as solved in that stretch and not opened again, the newest first."""
        closed = (problems.c.closed_at > since) & (problems.c.closed_at <= until)
        solved = (problems.c.state == State.CLOSED.value) & (problems.c.closing == Closing.SOLVED.value)
        newest = self._of(place).where(solved, closed).order_by(problems.c.closed_at.desc(), problems.c.id.desc())
        return self._all(newest.limit(limit))

    def open_without_director(
        self, place: Place, institutions: Sequence[str], reporters: Sequence[str], limit: int
    ) -> Sequence[Problem]:
        """Open problems that the facilitator or the support committee may have in hand, oldest first."""
        theirs = or_(
            problems.c.institution.is_(None),
            problems.c.state == State.ARBITRATION.value,
            problems.c.director_kept_out,
            problems.c.institution.in_(institutions),
            problems.c.reporter.in_(reporters),
        )
        return self._all(self._open(place).where(theirs).order_by(problems.c.id).limit(limit))

    def moved_since(
        self, place: Place, institutions: Sequence[str | None], since: datetime, limit: int
    ) -> Sequence[Problem]:
        """Problems of these institutions to which something happened since; None: of no institution yet."""
        named = [each for each in institutions if each is not None]
        lately = select(events.c.problem).where(events.c.community == place.id, events.c.at >= since)
        there = problems.c.institution.in_(named) | problems.c.owes.in_(named)
        there |= problems.c.id.in_(lately.where(events.c.institution.in_(named)))
        if None in institutions:
            there |= problems.c.institution.is_(None)
        moved = self._of(place).where(problems.c.id.in_(lately), there)
        return self._all(moved.order_by(problems.c.id.desc()).limit(limit))

    def give_reports(self, place: Place, giver: str, taker: str) -> None:
        """One person turned out to be another: the reports of the first are the second's."""
        own = (problems.c.community == place.id) & (problems.c.reporter == giver)
        changed = {"reporter": taker, "version": problems.c.version + 1}
        self._connection.execute(update(problems).where(own).values(changed))

    def _of(self, place: Place) -> Select[tuple[object, ...]]:
        return select(problems).where(problems.c.workspace == place.workspace, problems.c.community == place.id)

    def _open(self, place: Place) -> Select[tuple[object, ...]]:
        return self._of(place).where(problems.c.state.in_([state.value for state in OPEN]))

    def _all(self, query: Select[tuple[object, ...]]) -> list[Problem]:
        return [problem_from(row) for row in self._connection.execute(query)]


_AS_THEY_ARE = (
    "workspace", "community", "reference", "continuum", "institution", "owes", "reporter", "reporter_institution",
    "line", "name_shown", "reported_at", "answer_by", "noticed_by_clients", "unresolvable", "restricted",
    "director_kept_out", "reopened", "acknowledged_at", "accepted_at", "closed_at", "duplicate_of", "version",
)  # fmt: skip


def _columns(problem: Problem) -> Record:
    return {name: getattr(problem, name) for name in _AS_THEY_ARE} | {
        "state": problem.state.value,
        "because_kind": problem.because.kind,
        "because_matched": problem.because.matched,
        "severity": int(problem.severity),
        "concerned": list(problem.concerned),
        "invited": list(problem.invited),
        "contributors": list(problem.contributors),
        "returned_by": list(problem.returned_by),
        "closing": problem.closing,
        "verdict": problem.verdict,
    }


def problem_from(row: Row[tuple[object, ...]]) -> Problem:
    """A problem from its row."""
    return Problem(
        id=row.id,
        state=State(row.state),
        because=Because(row.because_kind, row.because_matched),
        severity=Severity(row.severity),
        concerned=tuple(row.concerned),
        invited=tuple(row.invited),
        contributors=tuple(row.contributors),
        returned_by=tuple(row.returned_by),
        closing=None if row.closing is None else Closing(row.closing),
        verdict=None if row.verdict is None else Verdict(row.verdict),
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
