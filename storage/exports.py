"""The whole of a community, page by page, by its problems' ids: a page costs the same wherever it begins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.events import Event
from sc_bot.domain.exports import Dossier, Export, Wanted
from sc_bot.domain.problems import State
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Place
from storage.commitments import commitment_from
from storage.dialect import insert_new
from storage.history import event_from
from storage.problems import problem_from
from storage.tables import commitments, events, exports, outbox, problems, texts

_Rows = dict[int, list[Row[Any]]]
_CARDS = ("AuthorCard", "DirectorCard", "TriageCard", "ArbitrationCard", "ContributorCard")


class StoredExports:
    """Workbooks, and what they are made of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def dossiers(self, place: Place, wanted: Wanted, after: int, limit: int) -> Sequence[Dossier]:
        """The next problems behind the id `after`, oldest first; none withdrawn."""
        here = (problems.c.community == place.id) & (problems.c.state != State.WITHDRAWN.value)
        query = select(problems).where(here, problems.c.id > after).order_by(problems.c.id).limit(limit)
        found = [problem_from(row) for row in self._connection.execute(query)]
        ids = [each.id for each in found]
        if not ids:
            return []
        words = self._texts(ids, wanted)
        steps = self._by_problem(_steps(ids, wanted)) if wanted.steps else {}
        promised = self._by_problem(_promises(ids)) if wanted.promises else {}
        cards = self._cards(place, ids, wanted.card_of) if wanted.card_of else {}
        return [
            Dossier(
                problem=each,
                texts={row.id: row.body for row in words.get(each.id, ())},
                title=_last(words.get(each.id, ()), TextKind.TITLE),
                description=_last(words.get(each.id, ()), TextKind.DESCRIPTION),
                objective=_last(words.get(each.id, ()), TextKind.OBJECTIVE),
                statement=_last(words.get(each.id, ()), TextKind.STATEMENT),
                steps=_events(steps.get(each.id, ())),
                promises=_commitments(promised.get(each.id, ())),
                card=cards.get(each.id),
            )
            for each in found
        ]

    def sizes(self, place: Place) -> tuple[int, int]:
        """How many problems and how many steps there are."""
        both = [select(func.count()).where(table.c.community == place.id) for table in (problems, events)]
        first, second = (int(self._connection.execute(each).scalar_one()) for each in both)
        return first, second

    def ask(self, place: Place, person: str, key: str, now: datetime, meeting: datetime | None = None) -> Export | None:
        """Keep that somebody gets a workbook, once a key; None when it is kept already."""
        theirs = (exports.c.community == place.id) & (exports.c.person == person)
        before = select(func.max(exports.c.at)).where(theirs, exports.c.at < now)
        since = self._connection.execute(before).scalar_one()
        row = {"workspace": place.workspace, "community": place.id, "person": person, "key": key}
        moments = {"at": now, "since": since, "meeting": meeting}
        new = insert_new(self._connection, exports)
        if self._connection.execute(new, row | moments).rowcount != 1:
            return None
        return self._one(select(exports).where(*_key(place, key)))

    def get(self, export: int) -> Export | None:
        """One that was asked for."""
        return self._one(select(exports).where(exports.c.id == export))

    def is_asked(self, place: Place, key: str) -> bool:
        """Whether one is kept under this key."""
        return self._one(select(exports).where(*_key(place, key))) is not None

    def _one(self, query: Select[Any]) -> Export | None:
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        fields = ("id", "workspace", "community", "person", "at", "since", "meeting")
        return Export(**{name: getattr(row, name) for name in fields})

    def _texts(self, ids: list[int], wanted: Wanted) -> _Rows:
        if not wanted.texts:
            return {}
        kinds = [each.value for each in wanted.texts]
        query = select(texts.c.id, texts.c.problem, texts.c.kind, texts.c.body)
        return self._by_problem(query.where(texts.c.problem.in_(ids), texts.c.kind.in_(kinds)).order_by(texts.c.id))

    def _by_problem(self, query: Select[Any]) -> _Rows:
        found: _Rows = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.problem].append(row)
        return found

    def _cards(self, place: Place, ids: list[int], reader: str) -> dict[int, tuple[str, str]]:
        """The newest card of each problem in this reader's direct message."""
        theirs = (outbox.c.workspace == place.workspace) & (outbox.c.target == reader) & outbox.c.ts.is_not(None)
        query = select(outbox.c.problem, outbox.c.channel, outbox.c.ts).where(
            theirs, outbox.c.problem.in_(ids), outbox.c.kind.in_(_CARDS)
        )
        return {row.problem: (row.channel, row.ts) for row in self._connection.execute(query.order_by(outbox.c.id))}


def _key(place: Place, key: str) -> tuple[Any, Any]:
    return exports.c.workspace == place.workspace, exports.c.key == key


def _steps(ids: list[int], wanted: Wanted) -> Select[Any]:
    kinds = [each.value for each in wanted.steps]
    return select(events).where(events.c.problem.in_(ids), events.c.kind.in_(kinds)).order_by(events.c.id)


def _promises(ids: list[int]) -> Select[Any]:
    whole = select(commitments, problems.c.reference.label("of_problem"))
    joined = whole.join(problems, problems.c.id == commitments.c.problem)
    return joined.where(commitments.c.problem.in_(ids)).order_by(commitments.c.problem, commitments.c.number)


def _events(rows: Iterable[Row[Any]]) -> tuple[Event, ...]:
    return tuple(event_from(row) for row in rows)


def _commitments(rows: Iterable[Row[Any]]) -> tuple[Commitment, ...]:
    """What each waits for is left out: it may be a problem that the reader does not know of."""
    return tuple(commitment_from(row, ()) for row in rows)


def _last(rows: Sequence[Row[Any]], kind: TextKind) -> str | None:
    return next((row.body for row in reversed(rows) if row.kind == kind.value), None)
