"""The schema's version: upgrade it, compare it, refuse what is newer."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from storage.database import translated
from storage.engine import READS


class NewerSchema(RuntimeError):
    """The database was made by a newer version of the program: nothing is touched."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The version that this program writes."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def current(engine: Engine) -> str | None:
    """The version that the database has; None when it is empty.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), engine.connect().execution_options(**{READS: True}) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def damage_in(engine: Engine) -> str | None:
    """What SQLite finds broken in its file; None for a sound one, and for PostgreSQL, which checks its own pages.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    if engine.dialect.name != "sqlite":
        return None
    with translated(), engine.connect().execution_options(**{READS: True}) as connection:
        found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one())
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if found != "ok":
        return f"the file is damaged ({found}): restore a backup"
    return None if orphans is None else f"rows of {orphans[0]} point to nothing: restore a backup"


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version.

    Raises:
        NewerSchema: it has a version that this program does not know.
        NotAvailable: the database did not answer in time, or cannot be written.
    """
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    with translated(), engine.begin() as connection:
        here = MigrationContext.configure(connection).get_current_revision()
        if here is not None and here not in known:
            raise NewerSchema(here)
        command.upgrade(_config(connection), "head")


def downgrade(engine: Engine, version: str) -> None:
    """Go back to an older version; for tests and emergencies."""
    with engine.begin() as connection:
        command.downgrade(_config(connection), version)
