"""Is what is stored sound: the file's pages, the references between tables, and how many rows there are."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, ForeignKeyConstraint, Select, and_, exists, func, inspect, select, table

from storage.database import translated
from storage.engine import LONG, READS
from storage.tables import metadata


def rows_in(engine: Engine) -> dict[str, int]:
    """How many rows each table has.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), engine.connect().execution_options(**{READS: True, LONG: True}) as connection:
        return row_counts(connection)


def row_counts(connection: Connection) -> dict[str, int]:
    """The same, as one transaction sees them; Alembic's own table is left out."""
    names = sorted({*inspect(connection).get_table_names()} - {"alembic_version"})
    return {each: connection.execute(select(func.count()).select_from(table(each))).scalar_one() for each in names}


def damage_in(engine: Engine) -> str | None:
    """What is broken; None for what is sound.

    SQLite's pages are read one by one; PostgreSQL checks its own as they are read. References are followed on both: a
    server that was restored by hand may have left some out.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), engine.connect().execution_options(**{READS: True, LONG: True}) as connection:
        if engine.dialect.name == "sqlite":
            found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one())
            if found != "ok":
                return f"the file is damaged ({found}): restore a backup"
        orphans = next(_orphans(connection), None)
    return None if orphans is None else f"rows of {orphans} point to nothing: restore a backup"


def _orphans(connection: Connection) -> Iterator[str]:
    """The tables, of those that are there, with rows that name a row which does not exist."""
    there = set(inspect(connection).get_table_names())
    for each in metadata.sorted_tables:
        for key in sorted(each.foreign_key_constraints, key=lambda one: str(one.name)):
            if {each.name, key.referred_table.name} <= there and connection.execute(_led_nowhere(key)).first():
                yield each.name


def _led_nowhere(key: ForeignKeyConstraint) -> Select[int]:
    """A row that names one which does not exist."""
    there = key.referred_table.alias()
    same = and_(*(one.parent == there.c[one.column.name] for one in key.elements))
    named = and_(*(one.parent.is_not(None) for one in key.elements))
    return select(1).select_from(key.table).where(named, ~exists().where(same)).limit(1)
