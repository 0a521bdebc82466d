"""The one thing that the two databases spell alike but SQLAlchemy does not: insert, or else."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table) -> postgresql.Insert:
    """Return an insert that takes `on_conflict_do_nothing` and `on_conflict_do_update` on either database."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)  # type: ignore[return-value] # the same methods, by SQLAlchemy's design
