"""`sc-bot doctor`: what is well, what is worth a look, what must be fixed."""

from datetime import timedelta

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sc_bot.commands.database import database_of
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words
from sc_bot.doctor import Finding, Level, examine
from sc_bot.settings import Settings

PATIENCE = timedelta(seconds=5)
SIGNS = {
    Level.WELL: "[green]✓ well[/]",
    Level.LOOK: "[yellow]! look[/]",
    Level.FIX: "[bold red]✗ fix[/]",
}


def doctor(*, json: AsJson = False) -> None:
    """Look at tokens, scopes, clock, database, communities, undelivered messages; exit 1 if something must be fixed."""
    with refusing_in_words():
        settings = Settings.from_environment()
        with database_of(settings, PATIENCE) as database:
            findings = list(examine(settings, database))
    if json:
        for each in findings:
            print_json(each.to_json())
    else:
        _show(findings)
    if any(each.level is Level.FIX for each in findings):
        raise typer.Exit(1)


def _show(findings: list[Finding]) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    for each in findings:
        said = [_plain(each.what), *([f"→ {_plain(each.todo)}"] if each.todo else [])]
        table.add_row(SIGNS[each.level], Text(_plain(each.about)), Text("\n".join(said)))
    Console(highlight=False).print(table)


def _plain(said: str) -> str:
    """Whoever installs the bot calls their workspace what they like: nothing in it is taken for markup or a control."""
    return "".join(each if each.isprintable() else " " for each in said)
