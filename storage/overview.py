"""What stands on a Home, read for one reader."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, case, func, select

from sc_bot.domain.homes import Glance, Part, Scope
from sc_bot.domain.participations import Participation
from sc_bot.domain.problems import OPEN, UNDECIDED, Problem
from sc_bot.ports import Place
from storage.overview_conditions import OWED, PARTS, asked_of, is_in, may_know_of, of_place
from storage.participations import participation_from
from storage.problems import problem_from
from storage.tables import commitments, participations, problems


class StoredOverview:
    """Each method is a constant number of statements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, place: Place, scope: Scope, parts: Sequence[Part]) -> Mapping[Part, int]:
        """Every number in one statement."""
        if not parts:
            return {}
        numbers = [self._count(place, scope, each).label(each.value) for each in parts]
        row = self._connection.execute(select(*numbers)).one()
        return {each: int(getattr(row, each.value)) for each in parts}

    def _count(self, place: Place, scope: Scope, part: Part) -> Any:  # noqa: ANN401 - SQLAlchemy's scalar select
        if part is Part.CONTRIBUTE:
            return asked_of(place, scope, select(func.count(participations.c.id))).scalar_subquery()
        return select(func.count()).where(of_place(place), PARTS[part](scope), may_know_of(scope)).scalar_subquery()

    def problems(self, place: Place, scope: Scope, part: Part, *, limit: int, skipped: int = 0) -> Sequence[Problem]:
        """Some problems of one part."""
        order = problems.c.id.desc() if part is Part.MINE else problems.c.id
        query = select(problems).where(of_place(place), PARTS[part](scope), may_know_of(scope))
        rows = self._connection.execute(query.order_by(order).limit(limit).offset(skipped))
        return [problem_from(row) for row in rows]

    def asked(
        self, place: Place, scope: Scope, *, limit: int, skipped: int = 0
    ) -> Sequence[tuple[Participation, Problem]]:
        """What the reader's institutions are asked to contribute."""
        query = asked_of(place, scope, select(participations)).order_by(participations.c.id)
        found = self._connection.execute(query.limit(limit).offset(skipped)).all()
        about = self._connection.execute(select(problems).where(problems.c.id.in_([row.problem for row in found])))
        known = {row.id: problem_from(row) for row in about} if found else {}
        return [(participation_from(row), known[row.problem]) for row in found]

    def glances(self, place: Place, scope: Scope, institutions: Sequence[str]) -> Sequence[Glance]:
        """Institutions in figures: their open problems, and what they promised."""
        waits = func.count(case((problems.c.state.in_([each.value for each in UNDECIDED]), 1)))
        there = of_place(place) & is_in(OPEN) & may_know_of(scope) & problems.c.institution.in_(institutions)
        open_ = select(problems.c.institution, func.count(), waits).where(there).group_by(problems.c.institution)
        late = func.count(case((commitments.c.ends_at <= scope.now, 1)))
        at = commitments.c.institution
        theirs = (commitments.c.community == place.id) & at.in_(institutions) & OWED & may_know_of(scope)
        promised = select(at, func.count(), late).join(problems, problems.c.id == commitments.c.problem)
        problems_of = {row[0]: row for row in self._connection.execute(open_)}
        promises_of = {row[0]: row for row in self._connection.execute(promised.where(theirs).group_by(at))}
        return [_glance(each, problems_of.get(each), promises_of.get(each)) for each in institutions]


def _glance(institution: str, open_: Any, promised: Any) -> Glance:  # noqa: ANN401 - rows
    there, waits = (open_[1], open_[2]) if open_ is not None else (0, 0)
    owed, late = (promised[1], promised[2]) if promised is not None else (0, 0)
    return Glance(institution=institution, to_answer=waits, in_hand=there - waits, promised=owed, late=late)
