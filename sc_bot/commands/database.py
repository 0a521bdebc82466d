"""`sc-bot db …`: the schema, and whether the file is sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import typer

from sc_bot.app import WORKER_PATIENCE
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words, stop
from sc_bot.running import SchemaNotCurrent, bring_up_to_date, what_is_wrong
from sc_bot.settings import Settings
from storage.database import StoredDatabase
from storage.schema import current, damage_in, newest

app = typer.Typer(no_args_is_help=True, help="The database: its schema, its soundness.")


@app.command()
def upgrade() -> None:
    """Bring the schema up to date; does nothing when it is."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        before = current(database.engine)
        bring_up_to_date(database)
        after = current(database.engine)
    typer.echo(f"schema {after}" if before == after else f"schema {before or 'none'} → {after}", err=True)


@app.command()
def check(*, json: AsJson = False) -> None:
    """Is the database reachable, current and sound? Exit 1 if not."""
    with refusing_in_words(), database_of(Settings.from_environment()) as database:
        wrong = what_is_wrong(database)
        damage = damage_in(database.engine)
        if json:
            print_json({"schema": current(database.engine), "needs": newest(), "wrong": wrong, "damage": damage})
        elif not wrong and not damage:
            typer.echo(f"schema {newest()}, sound")
        if wrong or damage:
            stop("; ".join(filter(None, (wrong, damage))))


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
