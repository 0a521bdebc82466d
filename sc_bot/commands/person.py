"""`sc-bot person …`: what is stored about one person, given out or forgotten."""

import json as to_json
import os
from pathlib import Path
from typing import Annotated

import typer

from sc_bot.app import real_clock
from sc_bot.commands.database import current_database_of
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words, stop
from sc_bot.domain.accesses import Screen
from sc_bot.domain.refusals import Refused, Why
from sc_bot.settings import Settings
from sc_bot.usecases.keeping.erasing import erase_person
from sc_bot.usecases.keeping.person import Plan, Target, export_person, find_person, plan_erasure
from storage.database import StoredDatabase
from storage.upkeep import tidy

app = typer.Typer(no_args_is_help=True, help="One person's data: given out, or forgotten.")

Who = Annotated[str, typer.Argument(metavar="ID", help="Their id in the community file, Slack id or e-mail.")]
Team = Annotated[str | None, typer.Option("--workspace", help="Which workspace, when several are stored.")]
Key = Annotated[str | None, typer.Option("--community", help="Which community, by its id; else each of theirs.")]
Out = Annotated[Path, typer.Option(help="Where to write; readable by you alone.", dir_okay=False)]
Yes = Annotated[bool, typer.Option("--yes", help="Do it; without, it is only said what would be done.")]


@app.command()
def export(who: Who, *, out: Out, workspace: Team = None, community: Key = None, json: AsJson = False) -> None:
    """Write everything that is stored about somebody, as JSON: for whoever asks what is known of them."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database:
        targets = _targets(database, workspace, community, who)
        found = [export_person(database, each, real_clock(), Screen.EXPORT_COMMAND) for each in targets]
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as target:
            target.write(to_json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    if json:
        print_json({"file": str(out), "communities": len(found)})
    else:
        said = "1 community" if len(found) == 1 else f"{len(found)} communities"
        typer.echo(f"{out}: {said}; that it was read is kept in the access log", err=True)


@app.command()
def erase(who: Who, *, workspace: Team = None, community: Key = None, yes: Yes = False, json: AsJson = False) -> None:
    """Forget somebody: what they answer for is handed over, then nothing says any more who they were.

    Without --yes it is only said what would go, and what has to be handed over first.
    """
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database:
        targets = _targets(database, workspace, community, who)
        for target in targets:
            plan = plan_erasure(database, target)
            _say(plan, done=yes, json=json)
            if yes:
                _erase(database, target)
        if yes:
            tidy(database)
            if not json:
                typer.echo(
                    "Forgotten. Take them out of the community file too; backups hold them until their age limit."
                )


def _erase(database: StoredDatabase, target: Target) -> None:
    try:
        erase_person(database, target, real_clock(), Screen.ERASE_COMMAND)
    except Refused as refused:
        what = {Why.LAST_ONE: "their role", Why.STILL_OWES: ", ".join(refused.details)}.get(refused.why)
        stop(f"Nothing was changed. Give {what or refused.why.value} to somebody else first.")


def _targets(database: StoredDatabase, workspace: str | None, community: str | None, who: str) -> list[Target]:
    targets = find_person(database, workspace, community, who)
    return targets or stop("Nobody is stored under this id.")


def _say(plan: Plan, *, done: bool, json: bool) -> None:
    key, roles = plan.place.community.settings.id, [each.value for each in plan.holds.roles]
    if json:
        print_json({"community": key, "stored": dict(plan.counts), "texts": plan.texts, "roles": roles, "erased": done})
        return
    typer.echo(f"{key}:")
    for part, number in plan.counts.items():
        typer.echo(f"  {part}: {number}")
    typer.echo(f"  texts that name them: {plan.texts}")
    first = [*roles, *plan.holds.promises]
    if first:
        typer.echo(f"  to be given to somebody else first: {', '.join(first)}")
    if not done:
        typer.echo("Nothing was changed. With --yes they are forgotten; take them out of the community file too.")
