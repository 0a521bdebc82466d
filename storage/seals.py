"""Daily seals in tables; the marks of the history as it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from sc_bot.domain.events import Happened
from sc_bot.domain.nobody import without_people
from sc_bot.domain.seals import Marks, Seal, day_of, mark_of, stretch_of
from sc_bot.ports import Place
from storage.dialect import insert_new
from storage.tables import community_events, events, lesson_steps, seals

SEALED = (events, lesson_steps, community_events)
"""What is history, and never changed."""


class StoredSeals:
    """What was sealed, and what would be."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, place: Place) -> Seal | None:
        """The newest seal of a community."""
        newest = select(seals).where(seals.c.community == place.id).order_by(seals.c.day.desc()).limit(1)
        row = self._connection.execute(newest).one_or_none()
        return None if row is None else _seal(row)

    def first_day(self, place: Place) -> date | None:
        """The day of the first step of its history."""
        firsts = [
            self._connection.execute(select(func.min(each.c.at)).where(each.c.community == place.id)).scalar_one()
            for each in SEALED
        ]
        return min((day_of(each) for each in firsts if each is not None), default=None)

    def marks(self, place: Place, first: date, last: date) -> Mapping[date, Marks]:
        """The marks of its history as it stands, of each day of a stretch on which something happened."""
        found: dict[date, dict[str, str]] = defaultdict(dict)
        for table in SEALED:
            for row in self._steps(table, place, first, last):
                found[day_of(row.at)][f"{table.name} {row.id}"] = mark_of(table.name, *_content_free(table, row))
        return found

    def keep(self, place: Place, seal: Seal) -> bool:
        """Store a seal; False: that day is sealed already."""
        row = {"workspace": place.workspace, "community": place.id, "day": seal.day, "previous": seal.previous}
        new = insert_new(self._connection, seals).values(row | {"marks": dict(seal.marks), "seal": seal.seal})
        return self._connection.execute(new).rowcount == 1

    def all(self, place: Place) -> Sequence[Seal]:
        """Every seal of a community, oldest first."""
        query = select(seals).where(seals.c.community == place.id).order_by(seals.c.day)
        return [_seal(row) for row in self._connection.execute(query)]

    def _steps(self, table: Table, place: Place, first: date, last: date) -> Iterator[Row[Any]]:
        until: ColumnElement[bool] = table.c.at < stretch_of(last)[1]
        since = [table.c.at >= stretch_of(first)[0]] if first > date.min else []
        yield from self._connection.execute(select(table).where(table.c.community == place.id, until, *since))


def _content_free(table: Table, row: Row[Any]) -> tuple[object, ...]:
    """What may never change: no words, nobody's name. What a community event is about begins its subject."""
    if table is events:
        details = without_people(Happened(row.kind), row.details)
        state = (row.from_state, row.to_state, row.institution, row.text, row.internal)
        return (row.workspace, row.community, row.id, row.problem, row.at, row.kind, *state, *details)
    if table is lesson_steps:
        stage = (row.before, row.after, row.institution, row.words)
        return (row.workspace, row.community, row.id, row.lesson, row.at, row.did, *stage, *row.details)
    return (row.workspace, row.community, row.id, row.at, row.subject.partition(" ")[0])


def _seal(row: Row[tuple[object, ...]]) -> Seal:
    return Seal(day=row.day, previous=row.previous, marks=row.marks, seal=row.seal)
