"""`sc-bot privacy …`: what the privacy gate finds in a text; the privacy officer's registers."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated

import typer

from sc_bot.commands.database import current_database_of
from sc_bot.commands.saying import AsJson, lines_of, print_json, refusing_in_words, stop
from sc_bot.ports import Place, UnitOfWork
from sc_bot.privacy import Inspection, inspect, to_json
from sc_bot.settings import Settings

EVERYTHING = 1_000_000
Key = Annotated[str | None, typer.Option("--community", help="Which community, by its id; else each.")]

app = typer.Typer(no_args_is_help=True, help="The privacy gate, and the registers.")


@app.command()
def check(*, json: AsJson = False) -> None:
    """Read lines from standard input; say of each whether it would be stored, and the kinds of identifier found."""
    for line in lines_of(None):
        found = inspect(line)
        if json:
            print_json(to_json(found))
        else:
            typer.echo(_in_words(found))


@app.command()
def accesses(*, community: Key = None, json: AsJson = False) -> None:
    """Who looked at an identity that is kept from others: when, which reference, by what; never the name itself."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database, database.reading() as uow:
        for place in places_of(uow, community):
            for each in uow.accesses.newest(place, EVERYTHING):
                record = {
                    "community": place.community.settings.id,
                    "at": each.at.isoformat(),
                    "reader": each.reader,
                    "subject": each.subject,
                    "screen": each.screen.value,
                }
                _line(record, json=json)


@app.command()
def incidents(*, community: Key = None, json: AsJson = False) -> None:
    """The register of incidents of confidentiality, the newest first."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database, database.reading() as uow:
        for place in places_of(uow, community):
            for each in uow.incidents.all(place):
                record = asdict(each) | {"community": place.community.settings.id}
                record |= {"day": each.day.isoformat(), "recorded_at": each.recorded_at.isoformat()}
                _line(record, json=json)


def _line(record: Mapping[str, object], *, json: bool) -> None:
    if json:
        print_json(record)
    else:
        typer.echo("  ".join(str(value) for value in record.values() if value not in (None, ())))


def places_of(uow: UnitOfWork, community: str | None) -> list[Place]:
    """The communities that are meant; the command ends when there is none."""
    places = [place for one in uow.communities.workspaces() for place in uow.communities.in_workspace(one)]
    found = [each for each in places if community in (None, each.community.settings.id)]
    return found or stop("No such community is stored.")


def _in_words(found: Inspection) -> str:
    return " ".join((found.verdict.value, *(kind.value for kind in found.kinds)))
