"""`sc-bot route`: a dry run; nothing is stored, nobody is told."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sc_bot.commands.database import current_database_of
from sc_bot.commands.places import Key, OfWorkspace, places_meant, to_choose_from
from sc_bot.commands.saying import AsJson, lines_of, print_json, refusing_in_words, stop
from sc_bot.domain.community import Community
from sc_bot.domain.learning import Learned, suggested
from sc_bot.domain.problems import Because
from sc_bot.domain.routing import Reason, Route
from sc_bot.domain.routing import route as find_route
from sc_bot.org_file import read_community
from sc_bot.presentation.vocabulary import because_for_author
from sc_bot.presentation.words import Words
from sc_bot.settings import Settings

Text = Annotated[str | None, typer.Argument(help="What a caregiver would write.")]
Reporter = Annotated[str | None, typer.Option(help="The Slack id of the one who would write it.")]
Org = Annotated[Path | None, typer.Option(help="A community file; else the stored community.", exists=True)]
Batch = Annotated[Path | None, typer.Option(help="A file of texts, one a line; - for standard input.")]


def route(  # noqa: PLR0913 - a command has as many parameters as options
    text: Text = None,
    *,
    reporter: Reporter = None,
    org: Org = None,
    community: Key = None,
    workspace: OfWorkspace = None,
    batch: Batch = None,
    json: AsJson = False,
) -> None:
    """Say who would receive a text, and because of what."""
    if (text is None) == (batch is None):
        stop("Give a text, or --batch FILE.", 2)
    with refusing_in_words():
        here, known = (read_community(org.read_bytes()), Learned()) if org else _stored(workspace, community)
        at = _institution_of(here, reporter)
        for each in (text,) if text is not None else lines_of(None if str(batch) == "-" else batch):
            like = suggested(each, known, here)
            found = find_route(each, community=here, reporter_institution=at, learned=like)
            if json:
                print_json(to_json(found))
            else:
                typer.echo(_in_words(here, found))


def to_json(found: Route) -> dict[str, object]:
    """The decision: `because` is its kind, then the words that decided."""
    return {
        "institution": found.institution,
        "continuum": found.continuum,
        "because": _because(found.because),
        "continuum_because": _because(found.continuum_because) if found.continuum else [],
        "alternatives": [each.institution for each in found.alternatives],
        "ambiguous": found.ambiguous,
    }


def _because(reason: Reason) -> list[str]:
    table = [reason.continuum] if reason.kind.value == "table" and reason.continuum else []
    return [reason.kind.value, *table, *reason.words]


def _in_words(community: Community, found: Route) -> str:
    words = Words("en")
    matched = found.because.words[0] if found.because.words else (found.because.continuum or "")
    why = because_for_author(words, Because(found.because.kind.value, matched))
    institution = community.institution(found.institution or "")
    name = words.name(institution.name) if institution else "the facilitator's triage"
    others = ", ".join(each.institution for each in found.alternatives)
    more = f"; {'also named' if found.institution else 'it may be'}: {others}" if others else ""
    return f"{found.institution or '—'}  {found.continuum or '—'}  {name}: {why}{more}"


def _stored(workspace: str | None, key: str | None) -> tuple[Community, Learned]:
    """The stored community, and what routing learned from its corrections."""
    with current_database_of(Settings.from_environment()) as database, database.reading() as uow:
        places = places_meant(uow, workspace, key)
        if len(places) != 1:
            there = to_choose_from(places) if places else "Which community? None is stored"
            stop(f"{there}; or give its file with --org.")
        people = tuple(uow.communities.people(places[0].id))
        return replace(places[0].community, people=people), places[0].learned


def _institution_of(community: Community, reporter: str | None) -> str | None:
    if reporter is None:
        return None
    found = next((each for each in community.people if each.slack_id == reporter), None)
    if found is None:
        typer.echo(f"{reporter} is nobody of this community: routed as a newcomer's report", err=True)
    return found.institution if found else None
