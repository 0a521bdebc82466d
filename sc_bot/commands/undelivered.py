"""`sc-bot undelivered`: every message that the bot gave up, why, and what to do; then another try."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from sc_bot.commands.database import current_database_of
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words
from sc_bot.doctor.database import mend_of
from sc_bot.ports import Delays, Stuck
from sc_bot.settings import Settings
from storage.deliveries import StoredDeliveries

Again = Annotated[bool, typer.Option("--again", help="Once it is mended: queue all of them again.")]
Workspace = Annotated[str | None, typer.Option(help="Only those of one workspace (T…).")]
Most = Annotated[int, typer.Option(min=1, help="How many to show, the newest first.")]


def undelivered(*, again: Again = False, workspace: Workspace = None, most: Most = 100, json: AsJson = False) -> None:
    """Show the messages that could not be delivered: to whom, of which kind, why, and what to do."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database:
        deliveries = StoredDeliveries(database, Delays())
        if again:
            number = deliveries.try_again(workspace)
            print_json({"queued": number}) if json else typer.echo(f"{number} queued again", err=True)
            return
        stuck = deliveries.stuck(most, workspace)
    if json:
        for each in stuck:
            print_json(_record(each))
    elif stuck:
        _show(stuck)
    else:
        typer.echo("none", err=True)


def _record(each: Stuck) -> dict[str, str]:
    return {
        "workspace": each.workspace,
        "to": each.to,
        "kind": each.kind,
        "due": each.due_at.isoformat(),
        "reason": each.reason,
        "todo": mend_of(each.reason, each.to),
    }


def _show(stuck: Sequence[Stuck]) -> None:
    table = Table("workspace", "to", "kind", "due", "reason", "what to do", box=None, pad_edge=False)
    for each in stuck:
        table.add_row(*_record(each).values())
    Console(highlight=False).print(table)
