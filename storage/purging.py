"""Deletes everything of a workspace, whichever table it is in: rows that point to others go before them.

How a row belongs to a workspace is read from its table: by its own column, by its community, or by what it points to.
A table of which neither is true fails a test.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, Delete, Table, bindparam, select, tuple_
from sqlalchemy.sql.elements import BindParameter

from storage.dialect import insert_new
from storage.tables import (
    begun_installations,
    communities,
    installations,
    metadata,
    organisations,
    purges,
)

KEPT: Final = (begun_installations, installations, organisations, purges)
"""What says that there was something, until nothing is left."""

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

    def delete_some(self, workspace: str, limit: int) -> int:
        """Delete so many rows of one table at most; returns how many, 0 when none is left anywhere."""
        for table in OWNED:
            values = {"its_workspace": workspace, "at_most": limit}
            deleted = self._connection.execute(_some_of(table), values).rowcount
            if deleted:
                return deleted
        return 0

    def end(self, workspace: str) -> None:
        """Nothing is left of it."""
        self._connection.execute(purges.delete().where(purges.c.workspace == workspace))


def belongs(table: Table) -> ColumnElement[bool] | None:
    """Which rows of a table are the workspace's; None if nothing in the table says."""
    if "workspace" in table.c:
        return table.c.workspace == _WORKSPACE
    if "community" in table.c:
        its = select(communities.c.id).where(communities.c.workspace == _WORKSPACE)
        return table.c.community.in_(its)
    for key in sorted(table.foreign_keys, key=lambda each: each.parent.name):
        above = belongs(key.column.table)
        if above is not None:
            return key.parent.in_(select(key.column).where(above))
    return None


def _some_of(table: Table) -> Delete:
    key = tuple_(*table.primary_key.columns)
    its = belongs(table)
    assert its is not None  # noqa: S101 - a test goes through all tables
    few = select(*table.primary_key.columns).where(its).limit(bindparam("at_most"))
    return table.delete().where(key.in_(few)).execution_options(preserve_rowcount=True)


OWNED: Final = tuple(each for each in reversed(metadata.sorted_tables) if each not in KEPT)
"""Every table that holds something of a workspace, those that point to others first."""
