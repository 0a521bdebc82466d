"""Next steps in tables: one row for each thing that is owed."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Insert,
    Row,
    Select,
    String,
    and_,
    cast,
    delete,
    exists,
    literal,
    or_,
    select,
    union_all,
)

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.followups import OF_A_DECISION, OF_A_PART, OF_A_TRYOUT, Followup, Level
from sc_bot.domain.participations import Taking
from sc_bot.domain.problems import OPEN
from sc_bot.domain.tryouts import Trying
from sc_bot.ports import Place, Unwatched
from storage.dialect import upsert
from storage.records import Record
from storage.tables import commitments, decisions, followups, participations, problems, tryouts

_AS_THEY_ARE = ("subject", "workspace", "community", "problem", "commitment", "next_at", "planned_for", "said_at")
_OF_PROBLEMS = "problem:"
_IS_OPEN = problems.c.state.in_([each.value for each in OPEN])
_NO_PART = followups.c.commitment.label("part")  # NULL where there is no step, of the type that the others have
_NO_DECISION = followups.c.commitment.label("decision")  # as above
_NO_TRYOUT = followups.c.commitment.label("tryout")  # as above
_CHANGES = ("next_at", "planned_for", "level", "said_at", "quiet")


def unwatched() -> CompoundSelect[Any]:
    """What is open or owed and has no next step, in the order of the fields of `Unwatched`."""
    owed = commitments.c.standing.in_([each.value for each in STANDING])
    missing = followups.c.id.is_(None)
    kept = select(commitments.c.problem, commitments.c.id, _NO_PART, _NO_DECISION, _NO_TRYOUT).outerjoin(
        followups, followups.c.commitment == commitments.c.id
    )
    return union_all(
        _bare(),
        kept.where(owed, missing),
        _unanswered(_IS_OPEN & missing),
        _undecided(_IS_OPEN & missing),
        _tried(_IS_OPEN & missing),
    )


def _bare() -> Select[Any]:
    watched = and_(followups.c.problem == problems.c.id, followups.c.subject.startswith(_OF_PROBLEMS))
    nothing = (followups.c.commitment, _NO_PART, _NO_DECISION, _NO_TRYOUT)
    bare = select(problems.c.id, *nothing).outerjoin(followups, watched)
    return bare.where(_IS_OPEN, followups.c.id.is_(None))


def _unanswered(where: ColumnElement[bool]) -> Select[Any]:
    subject = literal(f"{OF_A_PART}:") + cast(participations.c.id, String)
    nothing = followups.c.commitment
    asked = select(participations.c.problem, nothing, participations.c.id, _NO_DECISION, _NO_TRYOUT)
    asked = asked.join(problems, problems.c.id == participations.c.problem)
    asked = asked.outerjoin(followups, followups.c.subject == subject)
    return asked.where(participations.c.standing == Taking.ASKED.value, where)


def _undecided(where: ColumnElement[bool]) -> Select[Any]:
    subject = literal(f"{OF_A_DECISION}:") + cast(decisions.c.id, String)
    nothing = followups.c.commitment
    asked = select(decisions.c.problem, nothing, _NO_PART, decisions.c.id, _NO_TRYOUT)
    asked = asked.join(problems, problems.c.id == decisions.c.problem)
    return asked.outerjoin(followups, followups.c.subject == subject).where(decisions.c.ended_at.is_(None), where)


def _tried(where: ColumnElement[bool]) -> Select[Any]:
    subject = literal(f"{OF_A_TRYOUT}:") + cast(tryouts.c.id, String)
    tried = select(tryouts.c.problem, followups.c.commitment, _NO_PART, _NO_DECISION, tryouts.c.id)
    tried = tried.join(problems, problems.c.id == tryouts.c.problem).outerjoin(
        followups, followups.c.subject == subject
    )
    return tried.where(tryouts.c.standing.in_([Trying.PROPOSED.value, Trying.RUNNING.value]), where)


_UNWATCHED = unwatched()


def _concerns(institutions: Sequence[str]) -> ColumnElement[bool]:
    """Whether a step is about what these institutions have, owe, promised or were asked for."""
    problem = (problems.c.id == followups.c.problem) & (
        problems.c.institution.in_(institutions) | problems.c.owes.in_(institutions)
    )
    promise = (commitments.c.id == followups.c.commitment) & commitments.c.institution.in_(institutions)
    asked = participations.c.institution.in_(institutions) & (participations.c.problem == followups.c.problem)
    return or_(*(exists().where(each) for each in (problem, promise, asked)))


@cache
def _plan(dialect: str) -> Insert:
    """Made once: to make it takes longer than to execute it."""
    new = upsert(dialect, followups)
    changed = {name: new.excluded[name] for name in _CHANGES}
    return new.on_conflict_do_update(index_elements=[followups.c.subject], set_=changed)


class StoredFollowups:
    """The next step of each thing that is owed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def plan(self, followup: Followup) -> None:
        """From now on this is the next step of its subject."""
        self._connection.execute(_plan(self._connection.dialect.name), _columns(followup))

    def end(self, subject: str) -> None:
        """Nothing is owed any more."""
        self._connection.execute(delete(followups).where(followups.c.subject == subject))

    def of(self, subject: str) -> Followup | None:
        """The next step of a subject."""
        found = self._all(select(followups).where(followups.c.subject == subject))
        return found[0] if found else None

    def about(self, problems: Sequence[int]) -> Sequence[Followup]:
        """The next steps of problems and of their promises."""
        return self._all(select(followups).where(followups.c.problem.in_(problems)).order_by(followups.c.id))

    def escalated(self, place: Place, limit: int, *, at: Sequence[str] | None = None) -> Sequence[Followup]:
        """The follow-ups of a community that have reached somebody beside their owner; what reached furthest first."""
        query = select(followups).where(followups.c.community == place.id, followups.c.level > int(Level.OWNER))
        query = query if at is None else query.where(_concerns(at))
        return self._all(query.order_by(followups.c.level.desc(), followups.c.id).limit(limit))

    def due(self, now: datetime, limit: int) -> Sequence[Followup]:
        """The steps whose time has come, the most belated first; nobody else gets them until this unit of work ends.

        Their problems are theirs too: whoever changes a problem locks it before its steps, and one that is just being
        changed is left for the next look. Nothing is looked at before it was planned for: the index finds what is due
        among millions. On SQLite one writer has the whole file already.
        """
        come = (followups.c.planned_for <= now) & (followups.c.next_at <= now)
        both = select(followups).join(problems, problems.c.id == followups.c.problem)
        query = both.where(come).order_by(followups.c.planned_for, followups.c.id).limit(limit)
        return self._all(query.with_for_update(skip_locked=True, of=[followups, problems]))

    def new(self, since: datetime, limit: int) -> Sequence[Unwatched]:
        """Open problems reported since that moment, without a next step."""
        query = _bare().where(problems.c.reported_at >= since).limit(limit)
        return [Unwatched(*row) for row in self._connection.execute(query)]

    def unwatched(self, limit: int) -> Sequence[Unwatched]:
        """What is owed without a next step."""
        return [Unwatched(*row) for row in self._connection.execute(_UNWATCHED.limit(limit))]

    def _all(self, query: Select[tuple[object, ...]]) -> list[Followup]:
        return [_followup(row) for row in self._connection.execute(query)]


def _columns(followup: Followup) -> Record:
    return {name: getattr(followup, name) for name in _AS_THEY_ARE} | {
        "level": int(followup.level),
        "quiet": [[who, until.isoformat()] for who, until in followup.quiet],
    }


def _followup(row: Row[tuple[object, ...]]) -> Followup:
    return Followup(
        level=Level(row.level),
        quiet=tuple((who, date.fromisoformat(until)) for who, until in row.quiet),
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
