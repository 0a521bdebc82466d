"""Joint changes in tables: one row each, one for each of its problems, and one for each institution's part."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from sc_bot.domain.joint_changes import Answered, JointChange, Part, Stage
from sc_bot.domain.problems import Problem, Verdict
from sc_bot.domain.references import Mark, numbered
from sc_bot.ports import Place
from storage.problems import Conflict
from storage.records import Record
from storage.tables import joint_changes, joint_parts, joint_problems, problems

_WHOLE = select(joint_changes, problems.c.reference.label("of_problem")).join(
    problems, problems.c.id == joint_changes.c.problem
)
_AS_THEY_ARE = (
    "workspace", "community", "problem", "number", "what", "needed", "day", "zone", "begun_by", "begun_at", "round",
    "back", "went_at", "look_at", "version",
)  # fmt: skip
_OF_A_PART = ("institution", "agrees", "ready", "needs", "commitment", "by", "check_on", "checking")


class StoredJointChanges:
    """Changes of several institutions at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, change: JointChange) -> JointChange:
        """Store a new one under the next number of its first problem, which the caller has locked."""
        last = select(func.coalesce(func.max(joint_changes.c.number), 0)).where(joint_changes.c.problem == problem.id)
        row = _columns(change) | {"number": int(self._connection.execute(last).scalar_one()) + 1}
        added = self._connection.execute(joint_changes.insert().returning(joint_changes.c.id), row).scalar_one()
        about = [{"change": added, "problem": each, "position": place} for place, each in enumerate(change.problems)]
        self._connection.execute(joint_problems.insert(), about)
        parts = [_part_columns(each) | {"change": added, "position": n} for n, each in enumerate(change.parts)]
        self._connection.execute(joint_parts.insert(), parts)
        return self.by_id(added)

    def get(self, problem: Problem, number: int) -> JointChange | None:
        """One change of the problem by which it is called."""
        here = (joint_changes.c.problem == problem.id) & (joint_changes.c.number == number)
        return next(iter(self._all(_WHOLE.where(here))), None)

    def by_id(self, change: int) -> JointChange:
        """By id."""
        return self._all(_WHOLE.where(joint_changes.c.id == change))[0]

    def save(self, change: JointChange) -> None:
        """Store it, and every part, as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without the lock of its first problem.
        """
        columns = _columns(change) | {"version": change.version + 1}
        here = (joint_changes.c.id == change.id) & (joint_changes.c.version == change.version)
        if self._connection.execute(update(joint_changes).where(here).values(columns)).rowcount != 1:
            raise Conflict(change.reference)
        for each in change.parts:
            its = (joint_parts.c.change == change.id) & (joint_parts.c.institution == each.institution)
            self._connection.execute(update(joint_parts).where(its).values(_part_columns(each)))

    def of(self, problem: int) -> Sequence[JointChange]:
        """Every change in which a problem is, oldest first."""
        about = select(joint_problems.c.change).where(joint_problems.c.problem == problem)
        return self._all(_WHOLE.where(joint_changes.c.id.in_(about)).order_by(joint_changes.c.id))

    def running_in(self, place: Place, limit: int) -> Sequence[JointChange]:
        """Those of a community that get ready or went and are not verified, by date; without a date first."""
        runs = or_(joint_changes.c.ended.is_(None), joint_changes.c.ended == Stage.GONE.value)
        query = _WHOLE.where(joint_changes.c.community == place.id, runs)
        return self._all(
            query.order_by(joint_changes.c.day.is_not(None), joint_changes.c.day, joint_changes.c.id).limit(limit)
        )

    def page(self, place: Place, after: int, limit: int) -> Sequence[JointChange]:
        """Those of a community with the ids that follow, in order."""
        here = (joint_changes.c.community == place.id) & (joint_changes.c.id > after)
        return self._all(_WHOLE.where(here).order_by(joint_changes.c.id).limit(limit))

    def due(self, now: datetime, limit: int) -> Sequence[JointChange]:
        """Those at which the bot looks now; one whose first problem is just being changed is left for the next look."""
        query = _WHOLE.where(joint_changes.c.look_at <= now).order_by(joint_changes.c.look_at, joint_changes.c.id)
        return self._all(query.limit(limit).with_for_update(skip_locked=True, of=[joint_changes, problems]))

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: who spoke is called by the other id."""
        here = joint_changes.c.community == place.id
        begun = here & (joint_changes.c.begun_by == old)
        self._connection.execute(update(joint_changes).where(begun).values(begun_by=new))
        spoke = joint_parts.c.change.in_(select(joint_changes.c.id).where(here)) & (joint_parts.c.by == old)
        self._connection.execute(update(joint_parts).where(spoke).values(by=new))

    def _all(self, query: Select[tuple[object, ...]]) -> list[JointChange]:
        rows = list(self._connection.execute(query))
        if not rows:
            return []
        ids = [each.id for each in rows]
        about, parts = defaultdict[int, list[int]](list), defaultdict[int, list[Part]](list)
        its = select(joint_problems).where(joint_problems.c.change.in_(ids)).order_by(joint_problems.c.position)
        for each in self._connection.execute(its):
            about[each.change].append(each.problem)
        theirs = select(joint_parts).where(joint_parts.c.change.in_(ids)).order_by(joint_parts.c.position)
        for each in self._connection.execute(theirs):
            parts[each.change].append(_part(each))
        return [_change(row, tuple(about[row.id]), tuple(parts[row.id])) for row in rows]


def _columns(change: JointChange) -> Record:
    ended = change.ended.value if change.ended else None
    return {name: getattr(change, name) for name in _AS_THEY_ARE} | {"ended": ended}


def _part_columns(part: Part) -> Record:
    verdict = part.verdict.value if part.verdict else None
    own = {name: getattr(part, name) for name in _OF_A_PART}
    return own | {"answered": part.answered.value, "verdict": verdict}


def _part(row: Row[tuple[object, ...]]) -> Part:
    return Part(
        answered=Answered(row.answered),
        verdict=Verdict(row.verdict) if row.verdict else None,
        **{name: getattr(row, name) for name in _OF_A_PART},
    )


def _change(row: Row[tuple[object, ...]], about: tuple[int, ...], parts: tuple[Part, ...]) -> JointChange:
    return JointChange(
        id=row.id,
        reference=numbered(row.of_problem, Mark.JOINT_CHANGE, row.number),
        problems=about,
        parts=parts,
        ended=Stage(row.ended) if row.ended else None,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
