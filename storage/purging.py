"""Deletes everything of a workspace, whichever table it is in: rows that point to others go before them.

How a row belongs to a workspace is read from its table: by its own column, by its community, or by what it points to.
A table of which neither is true fails a test.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    bindparam,
    select,
    tuple_,
)
from sqlalchemy.sql.elements import BindParameter

from storage.dialect import insert_new
from storage.tables import (
    beats,
    begun_installations,
    communities,
    installations,
    metadata,
    organisations,
    purges,
)

KEPT: Final = (beats, begun_installations, installations, organisations, purges)
"""What says that there was something, until nothing is left; and who works for everybody."""

_WORKSPACE: BindParameter[str] = bindparam("its_workspace")


class StoredPurges:
    """A few rows at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, workspaces: Sequence[str], at: datetime) -> None:
        """From now on their history may be deleted, and nothing happens there by itself any more."""
        for each in workspaces:
            self._connection.execute(insert_new(self._connection, purges), {"workspace": each, "begun_at": at})
            here = communities.c.workspace == each
            self._connection.execute(communities.update().where(here).values(active=False))

    def begun(self) -> Sequence[str]:
        """The workspaces whose purge has begun and not ended."""
        return self._connection.execute(select(purges.c.workspace).order_by(purges.c.workspace)).scalars().all()

    def hold(self, workspace: str) -> bool:
        """Let nobody else delete there until this transaction ends; False when its purge has ended already."""
        its = select(purges.c.workspace).where(purges.c.workspace == workspace)
        return self._connection.execute(its.with_for_update()).first() is not None

    def delete_some(self, workspace: str, limit: int, table: int) -> int | None:
        """Delete so many rows of a table at most, those that point to others first; None beyond the last table."""
        if table >= len(OWNED):
            return None
        values = {"its_workspace": workspace, "at_most": limit}
        return self._connection.execute(_some_of(OWNED[table]), values).rowcount

    def end(self, workspace: str) -> None:
        """Nothing is left of it."""
        self._connection.execute(purges.delete().where(purges.c.workspace == workspace))


def belongs(table: Table) -> ColumnElement[bool] | None:
    """Which rows of a table are the workspace's, by an index where there is one; None if nothing in the table says."""
    said = list(_says(table))
    indexed = [condition for column, condition in said if column.name in _indexed(table)]
    return next(iter([*indexed, *(condition for _, condition in said)]), None)


def _says(table: Table) -> Iterator[tuple[Column[Any], ColumnElement[bool]]]:
    """Each column that says whose a row is, and how."""
    if "workspace" in table.c:
        yield table.c.workspace, table.c.workspace == _WORKSPACE
    if "community" in table.c:
        its = select(communities.c.id).where(communities.c.workspace == _WORKSPACE)
        yield table.c.community, table.c.community.in_(its)
    for key in sorted(table.foreign_keys, key=lambda each: each.parent.name):
        above = None if key.parent.nullable or key.column.table is communities else belongs(key.column.table)
        if above is not None:
            yield key.parent, key.parent.in_(select(key.column).where(above))


def _indexed(table: Table) -> set[str]:
    """The columns by which rows are found without reading all of them."""
    unique = [each.columns for each in table.constraints if isinstance(each, UniqueConstraint | PrimaryKeyConstraint)]
    return {next(iter(columns)).name for columns in [*unique, *(each.columns for each in table.indexes)]}


def _some_of(table: Table) -> Delete:
    key = tuple_(*table.primary_key.columns)
    its = belongs(table)
    assert its is not None  # noqa: S101 - a test goes through all tables
    few = select(*table.primary_key.columns).where(its).limit(bindparam("at_most"))
    return table.delete().where(key.in_(few)).execution_options(preserve_rowcount=True)


OWNED: Final = tuple(each for each in reversed(metadata.sorted_tables) if each not in KEPT)
"""Every table that holds something of a workspace, those that point to others first."""
