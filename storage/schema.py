"""The schema's version: upgrade it in one transaction, compare it, refuse what is newer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.database import translated
from storage.engine import LONG, READS

MIGRATIONS = Path(__file__).parent / "migrations"
SCHEMA_TABLE = "alembic_version"
PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds before the next try, when the old processes' locks crossed those of the upgrade, which was taken back."""
_ONE_AT_A_TIME = 4_201_789  # the number of PostgreSQL's lock under which schemas change; any number of our own


class NewerSchema(RuntimeError):
    """The database was made by a newer version of the program: nothing is touched."""


class MigrationFailed(RuntimeError):
    """A migration stopped midway: all of it was taken back, the database is as it was; the text says what to do."""

    def __init__(self, version: str, here: str | None, cause: Exception) -> None:
        origin = getattr(cause, "orig", None) or cause
        reason = getattr(origin, "sqlite_errorname", None) or type(origin).__name__  # its words might quote a row
        super().__init__(
            f"The upgrade to schema {version} failed ({reason}). The database is as it was, with schema"
            f" {here or 'none'}: start the version of sc-bot that you had, and report this."
        )


def _config(connection: Connection | None = None, applied: list[str] | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    config.attributes["applied"] = applied
    return config


def newest() -> str:
    """The version that this program writes."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def known() -> list[str]:
    """Every version that this program can read, the oldest first."""
    return [each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def current(engine: Engine) -> str | None:
    """The version that the database has; None when it is empty.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), engine.connect().execution_options(**{READS: True}) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_behind(engine: Engine) -> bool:
    """Whether something is there that an upgrade would change.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    return current(engine) in known()[:-1]


def upgrade(engine: Engine, version: str = "head") -> None:
    """Bring the database to the newest version, or to an older one that this program knows.

    Raises:
        NewerSchema: it has a version that this program does not know.
        MigrationFailed: it is as it was.
        NotAvailable: the database did not answer in time, or cannot be written.
    """
    for pause in PAUSES:
        try:
            _upgrade(engine, version)
        except MigrationFailed as failed:
            if not _crossed(failed):
                raise
            time.sleep(pause)
        else:
            return
    _upgrade(engine, version)


def _upgrade(engine: Engine, version: str) -> None:
    with _migrating(engine) as connection:
        here = MigrationContext.configure(connection).get_current_revision()
        versions = known()
        if here is not None and here not in versions:
            raise NewerSchema(here)
        applied: list[str] = []
        try:
            command.upgrade(_config(connection, applied), version)
            _check_references(connection)
        except Exception as error:
            if _is_an_outage(error):
                raise
            pending = versions[versions.index(here) + 1 :] if here else versions
            raise MigrationFailed(pending[min(len(applied), len(pending) - 1)], here, error) from error


def downgrade(engine: Engine, version: str) -> None:
    """Go back to an older version; for tests and emergencies: what only the newer one keeps is lost."""
    with _migrating(engine) as connection:
        command.downgrade(_config(connection), version)
        _check_references(connection)


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction, as long as it takes; only the wait for locks stays bounded.

    SQLite changes a table by making it anew: with its references watched, dropping the old one would drop or refuse the
    rows that name it. They are looked at once, before the end.
    """
    with translated(), engine.connect().execution_options(**{LONG: True}) as connection:
        _watch_references(connection, "OFF")
        try:
            with connection.begin():
                if engine.dialect.name == "postgresql":
                    _take_our_turn(connection)
                yield connection
        finally:
            _watch_references(connection, "ON")


def _take_our_turn(connection: Connection) -> None:
    """Wait for whoever upgrades already, as long as that takes: then there is nothing left to do. Tables wait less."""
    for bound in ("statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout"):
        connection.execute(text(f"SET LOCAL {bound} = 0"))
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))
    connection.execute(text("SET LOCAL lock_timeout TO DEFAULT"))


def _watch_references(connection: Connection, switch: str) -> None:
    """SQLite heeds this outside a transaction only, so it goes past SQLAlchemy, which would begin one."""
    if connection.dialect.name == "sqlite" and not connection.invalidated:
        driver = connection.connection.driver_connection
        driver.execute(f"PRAGMA foreign_keys={switch}")  # type: ignore[union-attr] # it is connected


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if orphan is not None:
            raise RuntimeError(f"rows of {orphan[0]} point to nothing")


def _crossed(failed: MigrationFailed) -> bool:
    """Two waited for each other, and PostgreSQL ended the upgrade: nothing is wrong with it."""
    return getattr(getattr(failed.__cause__, "orig", None), "sqlstate", "") == "40P01"


def _is_an_outage(error: Exception) -> bool:
    """The database went away or is taken; not a fault of the migration."""
    if isinstance(error, (InterfaceError, PoolTimeout, TimeoutError)):
        return True
    busy = getattr(getattr(error, "orig", None), "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    state = getattr(getattr(error, "orig", None), "sqlstate", "")
    return isinstance(error, DBAPIError) and (
        error.connection_invalidated or busy or state == "55P03"
    )  # lock not available
