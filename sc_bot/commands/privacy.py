"""`sc-bot privacy …`: what the privacy gate finds in a text; the privacy officer's registers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from sc_bot.commands.database import current_database_of
from sc_bot.commands.saying import AsJson, lines_of, print_json, refusing_in_words, stop
from sc_bot.domain.accesses import Access
from sc_bot.domain.incidents import Incident
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
        _lines(
            [_access(p, each) for p in places_of(uow, community) for each in uow.accesses.newest(p, EVERYTHING)],
            json=json,
        )


@app.command()
def incidents(*, community: Key = None, json: AsJson = False) -> None:
    """The register of incidents of confidentiality, the newest first."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database, database.reading() as uow:
        _lines([_incident(p, each) for p in places_of(uow, community) for each in uow.incidents.all(p)], json=json)


def _access(place: Place, each: Access) -> dict[str, object]:
    return {
        "community": place.community.settings.id,
        "at": each.at.isoformat(),
        "reader": each.reader,
        "subject": each.subject,
        "screen": each.screen.value,
    }


def _incident(place: Place, each: Incident) -> dict[str, object]:
    record = asdict(each) | {"community": place.community.settings.id}
    return record | {"day": each.day.isoformat(), "recorded_at": each.recorded_at.isoformat()}


def _lines(records: Sequence[Mapping[str, object]], *, json: bool) -> None:
    """In words, what is empty keeps its place: a line is read by its columns."""
    for each in records:
        if json:
            print_json(each)
        else:
            typer.echo("  ".join(_cell(value) for value in each.values()))
    if not records and not json:
        typer.echo("none", err=True)


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value in (None, "") else str(value)


def places_of(uow: UnitOfWork, community: str | None) -> list[Place]:
    """The communities that are meant; the command ends when there is none."""
    places = [place for one in uow.communities.workspaces() for place in uow.communities.in_workspace(one)]
    found = [each for each in places if community in (None, each.community.settings.id)]
    return found or stop("No such community is stored. Import one: sc-bot org import FILE")


def _in_words(found: Inspection) -> str:
    return " ".join((found.verdict.value, *(kind.value for kind in found.kinds)))
