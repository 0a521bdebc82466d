"""`sc-bot` and its commands, on one screen."""

import sys

import typer

from sc_bot.commands import (
    database,
    demo,
    doctor,
    due,
    export,
    keys,
    manifest,
    org,
    person,
    privacy,
    routing,
    running,
    undelivered,
)
from sc_bot.domain.safe_traceback import traceback_without_words

app = typer.Typer(
    no_args_is_help=True,
    help="A Slack bot that coordinates a Strategic Community.",
    pretty_exceptions_enable=False,  # they print local variables: reports
    add_completion=False,
)
app.command()(demo.demo)
app.command()(running.run)
app.command()(running.web)
app.command()(running.worker)
app.add_typer(database.app, name="db")
app.add_typer(org.app, name="org")
app.add_typer(keys.app, name="keys")
app.command()(export.export)
app.command()(routing.route)
app.command()(due.due)
app.add_typer(person.app, name="person")
app.add_typer(privacy.app, name="privacy")
app.command()(manifest.manifest)
app.command()(doctor.doctor)
app.command()(undelivered.undelivered)


def main() -> None:
    """Run the command line; of a crash the place is shown, and not the words, which may be a report's."""
    try:
        app()
    except Exception as error:  # noqa: BLE001 - the last one who can say anything
        sys.stderr.write(
            f"{traceback_without_words(error)}\nThis is a defect of sc-bot. Please report the lines above.\n"
        )
        raise SystemExit(70) from None  # sysexits.h: internal software error
