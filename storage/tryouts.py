"""Try-outs in tables: one row each."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, func, select, update

from sc_bot.domain.due import Due
from sc_bot.domain.problems import OPEN, Problem
from sc_bot.domain.references import Mark, numbered
from sc_bot.domain.tryouts import Outcome, Trying, Tryout
from sc_bot.ports import Place
from storage.problems import Conflict
from storage.records import Record
from storage.tables import problems, tryouts

_WHOLE = select(tryouts, problems.c.reference.label("of_problem")).join(problems, problems.c.id == tryouts.c.problem)
_AS_THEY_ARE = (
    "workspace", "community", "problem", "number", "what", "proposed_by", "name_shown", "proposed_at", "institution",
    "zone", "said", "ended_at", "version",
)  # fmt: skip


class StoredTryouts:
    """Solutions that are proposed and tried."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, tryout: Tryout) -> Tryout:
        """Store a new one under the next number of its problem, which the caller has locked."""
        last = select(func.coalesce(func.max(tryouts.c.number), 0)).where(tryouts.c.problem == problem.id)
        number = int(self._connection.execute(last).scalar_one()) + 1
        row = _columns(tryout) | {"number": number}
        return self.by_id(self._connection.execute(tryouts.insert().returning(tryouts.c.id), row).scalar_one())

    def get(self, problem: Problem, number: int) -> Tryout | None:
        """One of a problem."""
        found = self._all(_WHOLE.where(tryouts.c.problem == problem.id, tryouts.c.number == number))
        return found[0] if found else None

    def by_id(self, tryout: int) -> Tryout:
        """By id."""
        return self._all(_WHOLE.where(tryouts.c.id == tryout))[0]

    def save(self, tryout: Tryout) -> None:
        """Store it as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without the problem's lock.
        """
        columns = _columns(tryout) | {"version": tryout.version + 1}
        here = (tryouts.c.id == tryout.id) & (tryouts.c.version == tryout.version)
        if self._connection.execute(update(tryouts).where(here).values(columns)).rowcount != 1:
            raise Conflict(tryout.reference)

    def of(self, problem: int) -> Sequence[Tryout]:
        """Every one of a problem, in order."""
        return self._all(_WHOLE.where(tryouts.c.problem == problem).order_by(tryouts.c.number))

    def over_by(self, place: Place, institutions: Sequence[str], day: date, limit: int) -> Sequence[Tryout]:
        """Those that these institutions run and whose last day is this one or an earlier one; the oldest first."""
        theirs = problems.c.institution.in_(list(institutions)) & (tryouts.c.until_day <= day)
        return self._all(_running(place).where(theirs).limit(limit))

    def unanswered(self, place: Place, institutions: Sequence[str], since: datetime, limit: int) -> Sequence[Tryout]:
        """Those that were proposed to these institutions at that moment or before, and wait; the oldest first."""
        waits = (tryouts.c.standing == Trying.PROPOSED.value) & (tryouts.c.proposed_at <= since)
        theirs = (tryouts.c.community == place.id) & problems.c.institution.in_(list(institutions)) & waits
        is_open = problems.c.state.in_([each.value for each in OPEN])
        return self._all(_WHOLE.where(theirs, is_open).order_by(tryouts.c.id).limit(limit))

    def running_in(self, place: Place, limit: int) -> Sequence[Tryout]:
        """Those that run in a community, the first to end first."""
        return self._all(_running(place).limit(limit))

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what the first proposed, the second did."""
        theirs = (tryouts.c.community == place.id) & (tryouts.c.proposed_by == old)
        self._connection.execute(update(tryouts).where(theirs).values(proposed_by=new))

    def _all(self, query: Select[tuple[object, ...]]) -> list[Tryout]:
        return [_tryout(row) for row in self._connection.execute(query)]


def _running(place: Place) -> Select[tuple[object, ...]]:
    runs = (tryouts.c.community == place.id) & (tryouts.c.standing == Trying.RUNNING.value)
    is_open = problems.c.state.in_([each.value for each in OPEN])
    return _WHOLE.where(runs, is_open).order_by(tryouts.c.until_day, tryouts.c.id)


def _columns(tryout: Tryout) -> Record:
    until = tryout.until
    return {name: getattr(tryout, name) for name in _AS_THEY_ARE} | {
        "standing": tryout.standing.value,
        "tried_at": tryout.where,
        "outcome": tryout.outcome.value if tryout.outcome else None,
        "until_day": until.day if until else None,
        "until_at": until.at.isoformat() if until and until.at else None,
    }


def _tryout(row: Row[tuple[object, ...]]) -> Tryout:
    at = datetime.fromisoformat(row.until_at) if row.until_at else None
    return Tryout(
        id=row.id,
        reference=numbered(row.of_problem, Mark.TRYOUT, row.number),
        standing=Trying(row.standing),
        where=row.tried_at,
        until=Due(row.until_day, at) if row.until_day else None,
        outcome=Outcome(row.outcome) if row.outcome else None,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
