"""Making a copy, putting one back, and the copy before an upgrade."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from storage.backups import of_postgresql, of_sqlite
from storage.backups.client_tools import is_there
from storage.backups.contents import BackupRefused, Contents
from storage.backups.files import written_beside
from storage.schema import current, is_behind, known, newest


class _Kind(Protocol):
    """What is done differently for SQLite and for PostgreSQL."""

    MAGIC: bytes

    def copy(self, engine: Engine, target: Path) -> Contents: ...
    def look_into(self, file: Path) -> Contents: ...
    def put_back(self, file: Path, engine: Engine) -> Contents: ...


KEPT = 3  # copies before upgrades that stay in a folder; older ones go
OLDEST = timedelta(days=30)  # as docs/privacy.md says of backups


def back_up(engine: Engine, file: Path, *, overwrite: bool = False) -> Contents:
    """Copy a live database into `file` and read the copy: what counts is what can be read back.

    Raises:
        BackupRefused: it could not be made, or did not hold what it should; nothing stays of it.
        NotAvailable: the database did not answer.
        OSError: the folder cannot be written.
    """
    of = _kind(engine)
    if engine.dialect.name == "sqlite" and file.absolute() == of_sqlite.file_of(engine).absolute():
        raise BackupRefused("That is the database itself; give the copy another name.")
    with written_beside(file, overwrite=overwrite) as partial:
        was = of.copy(engine, partial)
        if of.look_into(partial) != was:
            raise BackupRefused("The copy does not hold what the database held; it was thrown away. Try again.")
    return was


def restore(file: Path, engine: Engine) -> Contents:
    """Put a copy back into an empty place, after it was read to its end; returns what is there now.

    Raises:
        BackupRefused: the copy is not whole or not for this program, or the place is not empty; nothing was changed.
        NotAvailable: the database did not answer.
        OSError: the file cannot be read, or the database's folder not written.
    """
    of = _kind(engine)
    _refuse_other_kinds(file, of.MAGIC)
    meant = of.look_into(file)
    _refuse_unknown(meant)
    there = of.put_back(file, engine)
    if there != meant:
        raise BackupRefused("What is there now is not what the copy holds. Use nothing of it; restore it elsewhere.")
    return there


def has_tools(engine: Engine) -> bool:
    """Whether a copy can be made at all: SQLite needs nothing, PostgreSQL its own `pg_dump` and `pg_restore`."""
    return engine.dialect.name == "sqlite" or all(map(is_there, ("pg_dump", "pg_restore")))


def copy_before(engine: Engine, now: datetime, folder: Path | None = None) -> Path | None:
    """Copy a database that is about to be upgraded, beside its file or into `folder`; None if there is nothing to do.

    The name says which database, schema and moment; the last few copies stay.

    Raises:
        BackupRefused, NotAvailable, OSError: as above; the upgrade must not go on as if there were a copy.
    """
    if not is_behind(engine):
        return None
    name = Path(engine.url.database or "sc_bot").stem
    beside = Path(engine.url.database or "").parent if engine.dialect.name == "sqlite" else Path()
    place = folder or beside
    ending = "db" if engine.dialect.name == "sqlite" else "dump"
    file = place / f"{name}.before-upgrade.schema-{current(engine)}.{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.{ending}"
    back_up(engine, file, overwrite=True)
    _thin_out(place, name)
    return file


def forget_copies(engine: Engine, now: datetime) -> int:
    """Copies before upgrades beside a SQLite file go when they are too old: they hold what was removed since.

    Returns how many went. What was put elsewhere, or copied by hand, is whose it is.
    """
    if engine.dialect.name != "sqlite":
        return 0
    name, place = Path(engine.url.database or "sc_bot").stem, Path(engine.url.database or "").parent
    oldest = f"{(now - OLDEST).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    old = [each for moment, each in _copies(place, name) if moment < oldest]
    for each in old:
        each.unlink(missing_ok=True)
    return len(old)


def _thin_out(place: Path, name: str) -> None:
    for _, each in sorted(_copies(place, name), reverse=True)[KEPT:]:
        each.unlink()


def _copies(place: Path, name: str) -> list[tuple[str, Path]]:
    """Only what bears such a name; the moment in it says what is older."""
    pattern = re.compile(re.escape(name) + r"\.before-upgrade\.schema-\w+\.(\d{8}T\d{6}Z)\.(db|dump)")
    return [(match[1], each) for each in place.iterdir() if (match := pattern.fullmatch(each.name))]


def _kind(engine: Engine) -> _Kind:
    return of_sqlite if engine.dialect.name == "sqlite" else of_postgresql


def _refuse_other_kinds(file: Path, magic: bytes) -> None:
    with file.open("rb") as opened:
        begins = opened.read(16)
    if begins.startswith(magic):
        return
    kinds = {of_sqlite.MAGIC: "SQLite", of_postgresql.MAGIC: "PostgreSQL"}
    is_of = next((kind for sign, kind in kinds.items() if begins.startswith(sign)), None)
    if is_of is None:
        raise BackupRefused(f"{file} is no backup of sc-bot. Nothing was changed.")
    raise BackupRefused(f"{file} is a backup of {is_of}, and DATABASE_URL names a {kinds[magic]} database.")


def _refuse_unknown(contents: Contents) -> None:
    if contents.schema is None:
        raise BackupRefused("The file holds no database of sc-bot: it says no schema. Nothing was changed.")
    if contents.schema not in known():
        raise BackupRefused(
            f"The backup has schema {contents.schema}, made by a newer version of sc-bot; this one knows {newest()}."
            " Install that version first. Nothing was changed."
        )
