"""SQLite: the backup interface copies one moment while others write; a plain copy of the file does not (tried)."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from storage.backups.contents import BackupRefused, Contents
from storage.backups.files import written_beside
from storage.schema import SCHEMA_TABLE

MAGIC = b"SQLite format 3\0"
WAIT = 30.0  # seconds, for a lock; readers of a file in WAL mode need none but while it is being recovered


def file_of(engine: Engine) -> Path:
    """The database's file.

    Raises:
        BackupRefused: it lives in memory.
    """
    if engine.url.database in {None, "", ":memory:"}:
        raise BackupRefused("This database lives in memory; there is no file to copy or to put back.")
    return Path(str(engine.url.database))


def copy(engine: Engine, target: Path) -> Contents:
    """Copy one moment of a live database into the empty file `target`; counts what is in it at that moment.

    Raises:
        BackupRefused: there is no database, or it cannot be read or written down.
    """
    path = file_of(engine)
    if not path.exists():
        raise BackupRefused(f"There is no database at {path}.")
    with _in_words(), _opened(path, "rw") as source, _opened(target, "rw") as into:
        source.execute("BEGIN")
        contents = _contents(source)  # the first read fixes the moment
        source.backup(into)
        into.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
    return contents


def look_into(file: Path) -> Contents:
    """Open a copy and read all of it: its pages, its references, its rows.

    Raises:
        BackupRefused: it is damaged, or a live database.
    """
    if _companion(file).exists():
        raise BackupRefused(f"{file} is a live database (there is a -wal beside it); make a copy: sc-bot db backup")
    with _in_words(), _opened(file, "ro&immutable=1") as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
        if found != "ok" or orphan:
            raise BackupRefused(f"{file} is damaged: {found if found != 'ok' else f'rows of {orphan[0]} lead nowhere'}")
        return _contents(connection)


def put_back(file: Path, engine: Engine) -> Contents:
    """Make a copy the database; returns what is in it, as read from there.

    Raises:
        BackupRefused: something is there already.
    """
    path = file_of(engine)
    _refuse_what_is_there(path)
    with written_beside(path, overwrite=path.exists()) as partial:
        shutil.copyfile(file, partial)
        return look_into(partial)


def _refuse_what_is_there(path: Path) -> None:
    companion = _companion(path)
    if companion.exists() and companion.stat().st_size:
        raise BackupRefused(f"{companion} is there: a database is in use or was moved away. Nothing was changed.")
    if path.exists():
        with _in_words(), _opened(path, "rw") as connection:
            if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                raise BackupRefused(
                    f"{path} is not empty, and was left as it is. Move it away, or set DATABASE_URL to another file."
                )


def _companion(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _contents(connection: sqlite3.Connection) -> Contents:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
    tables = [row[0] for row in connection.execute(query)]
    rows = {each: connection.execute(f'SELECT count(*) FROM "{each}"').fetchone()[0] for each in tables}  # noqa: S608 - names of its own tables
    schema = None
    if rows.pop(SCHEMA_TABLE, 0):
        schema = connection.execute(f"SELECT version_num FROM {SCHEMA_TABLE}").fetchone()[0]  # noqa: S608 - as above
    return Contents(schema, rows)


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _in_words() -> Iterator[None]:
    """What SQLite says of its own holds no value of any row."""
    try:
        yield
    except sqlite3.Error as error:
        raise BackupRefused(f"SQLite says: {error}. Nothing was kept.") from error
