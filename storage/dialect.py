"""The one thing that the two databases spell alike but SQLAlchemy does not: insert, or else.

Statements are made once and executed with their rows: to make one takes longer than to execute it.
"""

from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(dialect: str, table: Table) -> postgresql.Insert:
    """Return an insert that takes `on_conflict_do_nothing` and `on_conflict_do_update` on either database."""
    if dialect == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)  # type: ignore[return-value] # the same methods, by SQLAlchemy's design


def insert_new(connection: Connection, table: Table) -> postgresql.Insert:
    """Return an insert that leaves alone what exists; its rowcount says how much was new."""
    return _insert_new(connection.dialect.name, table)


@cache
def _insert_new(dialect: str, table: Table) -> postgresql.Insert:
    new = upsert(dialect, table).on_conflict_do_nothing()
    return new.execution_options(preserve_rowcount=True)  # else PostgreSQL's is forgotten: -1
