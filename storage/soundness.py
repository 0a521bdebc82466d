"""Is what is stored sound: the file's pages, the references between tables, and how many rows there are."""

import sqlite3
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


def what_kept_it(outage: BaseException) -> str | None:
    """What is wrong and what to do, where waiting would not help: the file is damaged, or there is no room."""
    cause: BaseException | None = outage
    while cause is not None and not isinstance(cause, sqlite3.Error):
        cause = getattr(cause, "orig", None) or cause.__cause__
    name = getattr(cause, "sqlite_errorname", "")
    return next((said for begins, said in _LASTING.items() if name.startswith(begins)), None)


_LASTING = {
    "SQLITE_CORRUPT": "the database's file is damaged: stop sc-bot, move it away, restore a backup (docs/backups.md)",
    "SQLITE_NOTADB": "the file that DATABASE_URL names is no database of SQLite, or a damaged one: see docs/backups.md",
    "SQLITE_FULL": "the disk is full: make room, and try again",
    "SQLITE_READONLY": "the database's file may not be written: see who owns it",
    "SQLITE_CANTOPEN": "the database's file cannot be opened: see DATABASE_URL, its folder, and who may write there",
}


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
