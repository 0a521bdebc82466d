"""Where somebody stands by their id: columns that hold it, details of steps, changes about them, documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, select, update

from sc_bot.domain.events import Happened
from sc_bot.domain.nobody import PEOPLE_AT, without_people
from storage import tables as t
from storage.erasing.parts import Gone, Key, among, holds, is_elsewhere, without
from storage.holdings import Holding
from storage.nameless import ABOUT_PEOPLE, forget, forget_change, forget_in_details


@dataclass(frozen=True, slots=True)
class InColumn:
    """Rows of a column that holds people's ids."""

    holding: Holding

    @property
    def name(self) -> str:
        """Table and column."""
        return str(self.holding.column)

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Rows with one of their ids."""
        theirs = self.holding.of_community(gone.place.id) & self.holding.column.in_(gone.ids)
        return [tuple(row) for row in connection.execute(select(*self.holding.table.primary_key).where(theirs))]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """Nobody takes their place, or the row goes."""
        here = among(self.holding.table, keys) & self.holding.column.in_(gone.ids)
        concerned = self._problems(connection, here)
        forget(connection, self.holding, here)
        if self.holding.table is t.problems and concerned:  # whoever has read it does not save it as it was
            newer = update(t.problems).where(t.problems.c.id.in_(concerned))
            connection.execute(newer.values(version=t.problems.c.version + 1))
        return concerned

    def _problems(self, connection: Connection, here: ColumnElement[bool]) -> Sequence[int]:
        table = self.holding.table
        column = table.c.id if table is t.problems else table.c.get("problem")
        if column is None:
            return ()
        query = select(column).where(here, column.is_not(None)).distinct()
        return connection.execute(query).scalars().all()


class InDetails:
    """Steps whose details name them."""

    name = "events.details"

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Steps of the kinds that name people, with one of their ids."""
        kinds = t.events.c.kind.in_([each.value for each in PEOPLE_AT])
        query = select(t.events.c.id, t.events.c.kind, t.events.c.details)
        rows = connection.execute(query.where(t.events.c.community == gone.place.id, kinds))
        return [(row.id,) for row in rows if _names(row.kind, row.details, gone)]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """Nobody is named in their place."""
        here = among(t.events, keys)
        for each in gone.ids:
            forget_in_details(connection, here, each)
        return connection.execute(select(t.events.c.problem).where(here).distinct()).scalars().all()


def _names(kind: str, details: Sequence[str], gone: Gone) -> bool:
    return any(without_people(Happened(kind), details, each) != tuple(details) for each in gone.ids)


class InChanges:
    """Changes of the community that are about them."""

    name = "community_events.subject"

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Changes with them as their subject."""
        about = t.community_events.c.subject.in_([f"{kind} {each}" for kind in ABOUT_PEOPLE for each in gone.ids])
        here = (t.community_events.c.community == gone.place.id) & about
        return [(row.id,) for row in connection.execute(select(t.community_events.c.id).where(here))]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """That something changed is kept, and no more."""
        for row in connection.execute(select(t.community_events).where(among(t.community_events, keys))).all():
            forget_change(connection, row)
        return ()


@dataclass(frozen=True, slots=True)
class InDocuments:
    """Documents in which their id may stand among other things."""

    column: Column[Any]
    by_workspace: bool = False

    @property
    def name(self) -> str:
        """Table and column."""
        return str(self.column)

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Documents that name them; only those in which their id can be found are read."""
        query = select(*self.column.table.primary_key, self.column.label("document"))
        rows = connection.execute(query.where(self._own(gone), holds(self.column, gone)))
        return [tuple(row)[:-1] for row in rows if self._names(row.document, gone)]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """The same without them."""
        table = self.column.table
        query = select(*table.primary_key, self.column.label("document")).where(among(table, keys))
        for row in connection.execute(query).all():
            if self._names(row.document, gone):
                one = among(table, [tuple(row)[:-1]])
                clean = {self.column.name: without(row.document, gone.ids)}
                connection.execute(update(table).where(one).values(clean))
        return ()

    def _own(self, gone: Gone) -> ColumnElement[bool]:
        columns = self.column.table.c
        if self.by_workspace:
            return columns.workspace == gone.place.workspace
        return (columns.id if self.column.table is t.communities else columns.community) == gone.place.id

    def _names(self, document: Any, gone: Gone) -> bool:  # noqa: ANN401 - JSON is whatever it is
        return not is_elsewhere(document, gone.place) and without(document, gone.ids) != document
