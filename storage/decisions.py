"""Decision requests in tables: one row each, and one for everybody who is asked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from sc_bot.domain.decisions import Behalf, Decision, Reply, Said
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Problem
from sc_bot.domain.references import Mark, numbered
from sc_bot.ports import Place
from storage.problems import Conflict
from storage.records import Record
from storage.tables import decision_answers, decisions, problems

_WHOLE = select(decisions, problems.c.reference.label("of_problem")).join(
    problems, problems.c.id == decisions.c.problem
)
_AS_THEY_ARE = (
    "workspace", "community", "problem", "number", "question", "otherwise", "asked_by", "institution", "zone",
    "made_at", "ended_at", "version",
)  # fmt: skip


class StoredDecisions:
    """What general managers are asked to decide."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, decision: Decision) -> Decision:
        """Store a new request under the next number of its problem, which the caller has locked."""
        last = select(func.coalesce(func.max(decisions.c.number), 0)).where(decisions.c.problem == problem.id)
        number = int(self._connection.execute(last).scalar_one()) + 1
        row = _columns(decision) | {"number": number}
        added = self._connection.execute(decisions.insert().returning(decisions.c.id), row).scalar_one()
        self._connection.execute(
            decision_answers.insert(), [_answer(each) | _asked(added, problem, each) for each in decision.said]
        )
        return self.by_id(added)

    def get(self, problem: Problem, number: int) -> Decision | None:
        """One request of a problem."""
        found = self._all(_WHOLE.where(decisions.c.problem == problem.id, decisions.c.number == number))
        return found[0] if found else None

    def by_id(self, decision: int) -> Decision:
        """By id."""
        return self._all(_WHOLE.where(decisions.c.id == decision))[0]

    def save(self, decision: Decision) -> None:
        """Store it, and every answer to it, as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without the problem's lock.
        """
        columns = _columns(decision) | {"version": decision.version + 1}
        here = (decisions.c.id == decision.id) & (decisions.c.version == decision.version)
        if self._connection.execute(update(decisions).where(here).values(columns)).rowcount != 1:
            raise Conflict(decision.reference)
        for each in decision.said:
            theirs = (decision_answers.c.decision == decision.id) & (decision_answers.c.person == each.person)
            self._connection.execute(update(decision_answers).where(theirs).values(_answer(each)))

    def of(self, problem: int) -> Sequence[Decision]:
        """Every request of a problem, in order."""
        return self._all(_WHOLE.where(decisions.c.problem == problem).order_by(decisions.c.number))

    def asked_of(self, place: Place, person: str, since: datetime, limit: int) -> Sequence[Decision]:
        """What a person is asked to decide, and what ended since; the first due first. Two queries, however many."""
        theirs = (decision_answers.c.community == place.id) & (decision_answers.c.person == person)
        asked = select(decision_answers.c.decision).where(theirs)
        lately = or_(decisions.c.ended_at.is_(None), decisions.c.ended_at >= since)
        query = _WHOLE.where(decisions.c.id.in_(asked), lately)
        return self._all(query.order_by(decisions.c.due_day, decisions.c.id).limit(limit))

    def running_in(self, place: Place, limit: int) -> Sequence[Decision]:
        """Every request of a community that still takes answers; the first due first. Two queries, however many."""
        query = _WHOLE.where(decisions.c.community == place.id, decisions.c.ended_at.is_(None))
        return self._all(query.order_by(decisions.c.due_day, decisions.c.id).limit(limit))

    def page(self, place: Place, after: int, limit: int) -> Sequence[Decision]:
        """The requests of a community with the ids that follow, in order. Two queries, however many."""
        here = (decisions.c.community == place.id) & (decisions.c.id > after)
        return self._all(_WHOLE.where(here).order_by(decisions.c.id).limit(limit))

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: who is asked, or asks, is called by the other id."""
        both = select(decision_answers.c.decision).where(decision_answers.c.person == new)
        asked = (decision_answers.c.community == place.id) & (decision_answers.c.person == old)
        asked &= decision_answers.c.decision.not_in(both)  # who is asked under both ids answers under the new one
        asking = (decisions.c.community == place.id) & (decisions.c.asked_by == old)
        self._connection.execute(update(decision_answers).where(asked).values(person=new))
        self._connection.execute(update(decisions).where(asking).values(asked_by=new))

    def _all(self, query: Select[tuple[object, ...]]) -> list[Decision]:
        rows = list(self._connection.execute(query))
        said: dict[int, list[Said]] = {row.id: [] for row in rows}
        if rows:
            answers = select(decision_answers).where(decision_answers.c.decision.in_(said))
            for each in self._connection.execute(answers.order_by(decision_answers.c.person)):
                said[each.decision].append(_said(each))
        return [_decision(row, tuple(said[row.id])) for row in rows]


def _columns(decision: Decision) -> Record:
    due = decision.due
    return {name: getattr(decision, name) for name in _AS_THEY_ARE} | {
        "behalf": decision.behalf.value,
        "due_day": due.day,
        "due_at": due.at.isoformat() if due.at else None,
    }


def _asked(decision: int, problem: Problem, said: Said) -> Record:
    return {"decision": decision, "person": said.person, "community": problem.community}


def _answer(said: Said) -> Record:
    reply = said.reply.value if said.reply else None
    return {"reply": reply, "reason": said.reason, "meeting": said.meeting, "at": said.at}


def _said(row: Row[tuple[object, ...]]) -> Said:
    reply = Reply(row.reply) if row.reply else None
    return Said(person=row.person, reply=reply, reason=row.reason, meeting=row.meeting, at=row.at)


def _decision(row: Row[tuple[object, ...]], said: tuple[Said, ...]) -> Decision:
    return Decision(
        id=row.id,
        reference=numbered(row.of_problem, Mark.DECISION, row.number),
        behalf=Behalf(row.behalf),
        due=Due(row.due_day, datetime.fromisoformat(row.due_at) if row.due_at else None),
        said=said,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )
