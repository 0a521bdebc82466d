"""`sc-bot db …`: the schema, copies, and whether what is stored is sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from sc_bot.app import WORKER_PATIENCE, real_clock
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words, stop
from sc_bot.domain.seals import Wrong
from sc_bot.running import SchemaNotCurrent, bring_up_to_date, what_is_wrong
from sc_bot.settings import Settings
from sc_bot.usecases.history.sealing import Verified, verify_history
from storage.backups import Contents, back_up, copy_before, has_tools, restore
from storage.database import StoredDatabase
from storage.schema import current, is_behind, newest
from storage.soundness import damage_in, rows_in

Key = Annotated[str | None, typer.Option(help="Which community, by its id; else each.")]
Expect = Annotated[str | None, typer.Option(help="A seal that was noted elsewhere, or its first digits.")]
app = typer.Typer(no_args_is_help=True, help="The database: its schema, copies of it, its soundness.")

Copy = Annotated[Path, typer.Argument(metavar="FILE", help="The copy.", dir_okay=False)]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="A file of that name may go.")]
NoBackup = Annotated[bool, typer.Option("--no-backup", help="Make no copy first.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--backups", help="Where the copy goes [beside the SQLite file; else here].", file_okay=False, exists=True
    ),
]


@app.command()
def upgrade(*, no_backup: NoBackup = False, backups: Folder = None) -> None:
    """Bring the schema up to date, with a copy first; does nothing when it is."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        before = current(database.engine)
        if is_behind(database.engine):
            typer.echo(_copied(database, backups) if not no_backup else "no backup was made, as you said", err=True)
        bring_up_to_date(database)
        after = current(database.engine)
    typer.echo(f"schema {after}" if before == after else f"schema {before or 'none'} → {after}", err=True)


def _copied(database: StoredDatabase, folder: Path | None) -> str:
    if not has_tools(database.engine):
        return "NO BACKUP was made: pg_dump is not on this machine (Debian: apt install postgresql-client)"
    return f"backup: {copy_before(database.engine, real_clock(), folder)}"


@app.command()
def backup(file: Copy, *, overwrite: Overwrite = False, json: AsJson = False) -> None:
    """Copy the database into FILE, while it is in use, and read the copy to its end."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        _tell(file, back_up(database.engine, file, overwrite=overwrite), "holds", json=json)


@app.command(name="restore")
def put_back(file: Copy, *, json: AsJson = False) -> None:
    """Put a copy back where nothing is: a new SQLite file, an empty PostgreSQL database."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        _tell(file, restore(file, database.engine), "is restored:", json=json)
        if (wrong := what_is_wrong(database)) and not json:
            typer.echo(wrong, err=True)


def _tell(file: Path, contents: Contents, verb: str, *, json: bool) -> None:
    size = file.stat().st_size
    if json:
        print_json({"file": str(file), "bytes": size, "schema": contents.schema, "rows": dict(contents.rows)})
    else:
        what = f"schema {contents.schema or 'none'}, {len(contents.rows)} tables, {contents.total} rows"
        typer.echo(f"{file} {verb} {what}; {size} bytes, read to the end", err=True)


@app.command()
def check(*, json: AsJson = False) -> None:
    """Is the database reachable, current and sound? Its pages, its references, its rows; exit 1 if not."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        wrong = what_is_wrong(database)
        damage, rows = damage_in(database.engine), rows_in(database.engine)
        if json:
            said = {"schema": current(database.engine), "needs": newest(), "wrong": wrong, "damage": damage}
            print_json({**said, "rows": rows})
        elif not wrong and not damage:
            typer.echo(f"schema {newest()}, sound: {len(rows)} tables, {sum(rows.values())} rows")
        if wrong or damage:
            stop("; ".join(filter(None, (wrong, damage))))


@app.command()
def verify(*, community: Key = None, expect: Expect = None, json: AsJson = False) -> None:
    """Compare the history with its daily seals, and say which day or step was changed, removed or inserted.

    Exit 1 if anything is not as it was sealed.
    """
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database:
        verified = verify_history(database, community, expect)
    if not verified:
        stop("No such community is stored. Import one: sc-bot org import FILE")
    for each in verified:
        if json:
            print_json(_record(each))
        else:
            typer.echo("\n".join(_in_words(each)))
    if any(each.findings for each in verified):
        raise typer.Exit(1)


def _record(verified: Verified) -> dict[str, object]:
    return {
        "community": verified.place.community.settings.id,
        "workspace": verified.place.workspace,
        "days": verified.days,
        "day": verified.last.day.isoformat() if verified.last else None,
        "seal": verified.last.seal if verified.last else None,
        "findings": [
            {"wrong": each.wrong.value, "day": each.day.isoformat() if each.day else None, "row": each.row or None}
            for each in verified.findings
        ],
    }


def _in_words(verified: Verified) -> list[str]:
    name, last = verified.place.community.settings.id, verified.last
    if last is None:
        return [f"{name}: no day is sealed yet; the worker seals each day some hours after its end"]
    whole = "as sealed" if not verified.findings else f"{len(verified.findings)} not as sealed"
    head = f"{name}: {verified.days} days up to {last.day}, {whole}; seal {last.seal}"
    return [head, *(f"  {WRONG[each.wrong].format(day=each.day, row=each.row)}" for each in verified.findings)]


WRONG = {
    Wrong.CHANGED: "{day}: {row} was changed",
    Wrong.REMOVED: "{day}: {row} was removed",
    Wrong.INSERTED: "{day}: {row} was inserted",
    Wrong.BROKEN: "{day}: the seal itself does not fit",
    Wrong.MISSING: "{day}: the seal is missing",
    Wrong.UNKNOWN: "the expected seal is not one of these: they were made anew, or it is another community's",
}


@contextmanager
def current_database_of(settings: Settings) -> Iterator[StoredDatabase]:
    """The same, with the schema that this version knows.

    Raises:
        SchemaNotCurrent: the database must be upgraded first.
    """
    with database_of(settings) as database:
        wrong = what_is_wrong(database)
        if wrong:
            raise SchemaNotCurrent(wrong)
        yield database


@contextmanager
def database_of(settings: Settings, patience: timedelta = WORKER_PATIENCE) -> Iterator[StoredDatabase]:
    """The database of the settings, closed at the end."""
    database = StoredDatabase.open(settings.database_url, patience=patience)
    try:
        yield database
    finally:
        database.close()
