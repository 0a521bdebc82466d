"""`sc-bot org …`: the community file, imported, exported, checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sc_bot.app import real_clock
from sc_bot.commands.database import current_database_of, database_of
from sc_bot.commands.directory import Directory, directory_in, directory_of
from sc_bot.commands.org_report import Report
from sc_bot.commands.places import Key, places_meant, to_choose_from
from sc_bot.commands.saying import As, AsJson, print_json, refusing_in_words, stop
from sc_bot.domain.community import Community
from sc_bot.org_file import OrgFileInvalid, read_community, write_community
from sc_bot.ports import Database, NotAvailable, Place, UnitOfWork
from sc_bot.running import SchemaNotCurrent, make_ready
from sc_bot.settings import Settings
from sc_bot.usecases.community import Plan, apply_import, code_taken_by, export_community, plan_import

app = typer.Typer(no_args_is_help=True, help="The community: institutions, people, routing, committees, policies.")

File = Annotated[Path, typer.Argument(help="A community file.", exists=True, dir_okay=False)]
MaybeFile = Annotated[Path | None, typer.Argument(help="A community file; else what is stored.", exists=True)]
Workspace = Annotated[str | None, typer.Option(help="The workspace (T…); with a token, the token's own.")]
Force = Annotated[bool, typer.Option("--force", help="Apply the file also where it was changed in Slack.")]
Out = Annotated[Path | None, typer.Option(help="Where to write; else standard output.")]
Lang = Annotated[As, typer.Option(help="The language of the messages.")]


@dataclass(frozen=True, slots=True)
class Ids:
    """What Slack says the file's names are: channels by name, people by their id in the file."""

    channels: dict[str, str]
    people: dict[str, str]


@app.command("import")
def import_(
    file: File, *, workspace: Workspace = None, force: Force = False, lang: Lang = As.EN, json: AsJson = False
) -> None:
    """Store a community file, all of it or nothing; doing it twice changes nothing.

    What is missing from the file is deactivated, never deleted. What was changed in Slack since the last import stays,
    and is shown.
    """
    report = Report(json=json, language=lang)
    with refusing_in_words():
        settings = Settings.from_environment()
        community = _read(file, report)
        make_ready(settings.database_url, may_upgrade=True)
        with database_of(settings) as database:
            directory, team = _directory(settings, database, workspace)
            ids = _ids(database, directory, team, community)
            with database.unit_of_work() as uow:
                plan = _plan(uow, team, community, report, force=force)
                channels = _channels(plan, ids)
                apply_import(uow, plan, real_clock(), channels=channels, slack_ids=ids.people)
    report.imported(plan)
    report.channels_missing(sorted(channel_names(plan.after) - set(channels)))
    if directory:
        report.channels_shared(directory.shared(channel_names(plan.after)))
        report.people_missing([each for each in _by_email(plan.after) if each not in ids.people])
    report.health(plan.after)


@app.command()
def export(*, community: Key = None, workspace: Workspace = None, out: Out = None, json: AsJson = False) -> None:
    """Write the stored community as a file: importing it again changes nothing."""
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database:
        with database.reading() as uow:
            place = _one(places_meant(uow, workspace, community))
            text = write_community(export_community(uow, place))
        if json:
            print_json({"workspace": place.workspace, "community": place.community.settings.id, "file": text})
        elif out:
            out.write_text(text, encoding="utf-8")
        else:
            typer.echo(text, nl=False)


@app.command()
def check(file: MaybeFile = None, *, workspace: Workspace = None, lang: Lang = As.EN, json: AsJson = False) -> None:
    """Check a file, or what is stored, without writing: mistakes, what the community lacks, what differs.

    Exit 1 if something must be fixed.
    """
    report = Report(json=json, language=lang)
    with refusing_in_words():
        settings = Settings.from_environment()
        if file is not None:
            community = _read(file, report)
            plan = _compared(settings, community, workspace)
            if plan is not None:
                report.differences(plan)
            sound = report.health(plan.after if plan else community)
            _tell_shared(settings, [(plan.workspace, plan.after) if plan else (None, community)], report)
        else:
            with current_database_of(settings) as database, database.reading() as uow:
                meant = places_meant(uow, workspace, None)
                stored = [(each.workspace, export_community(uow, each)) for each in meant]
            unsound = [each for _, each in stored if not _is_sound(each, report)]
            _tell_shared(settings, stored, report)
            sound = not unsound
    if not sound:
        raise typer.Exit(1)


def _tell_shared(settings: Settings, checked: Sequence[tuple[str | None, Community]], report: Report) -> None:
    """Which channels outsiders read, where there is a token to ask with; each community in its own workspace."""
    names: dict[str | None, set[str]] = {}
    for workspace, community in checked:
        names.setdefault(workspace if settings.uses_oauth else None, set()).update(channel_names(community))
    for workspace, wanted in names.items():
        directory = _of_stored(settings, workspace) if settings.uses_oauth else directory_of(settings)
        if directory is not None:
            report.channels_shared(directory.shared(wanted))


def _of_stored(settings: Settings, workspace: str | None) -> Directory | None:
    if workspace is None:
        return None
    with database_of(settings) as database:
        return directory_in(settings, database, workspace)


def _read(file: Path, report: Report) -> Community:
    try:
        return read_community(file.read_bytes())
    except OrgFileInvalid as invalid:
        report.mistakes(invalid.mistakes, str(file))
        raise typer.Exit(1) from None


def _is_sound(community: Community, report: Report) -> bool:
    """What is stored obeys the rules of a file, and lacks nothing that problems need."""
    report.about(community)
    try:
        read_community(write_community(community))
    except OrgFileInvalid as invalid:
        report.mistakes(invalid.mistakes)
        return False
    return report.health(community)


def _plan(uow: UnitOfWork, workspace: str, file: Community, report: Report, *, force: bool) -> Plan:
    """What an import would do; the command ends where the file and what was changed in Slack cannot both hold."""
    if workspace in uow.purges.begun():
        stop(f"What {workspace} left behind is being deleted. Import again when sc-bot doctor no longer says so.")
    taken = code_taken_by(uow, workspace, file)
    if taken:
        stop(f"community.code: {file.settings.code} is the code of {taken} in this workspace; choose another.")
    plan = plan_import(uow, workspace, file, force=force, to_change=True)
    try:
        read_community(write_community(plan.after))
    except OrgFileInvalid as invalid:
        report.mistakes(invalid.mistakes)
        stop("The file and what was changed in Slack cannot both hold. Change one of them, or use --force.")
    return plan


def _compared(settings: Settings, file: Community, workspace: str | None) -> Plan | None:
    """What an import would do; None when there is nothing stored to compare with."""
    try:
        make_ready(settings.database_url, may_upgrade=False)
    except (SchemaNotCurrent, NotAvailable):
        return None
    with database_of(settings) as database, database.reading() as uow:
        known = [workspace] if workspace else [*uow.communities.workspaces()]
        plans = [plan_import(uow, each, file) for each in known]
    found = [(each, each.place) for each in plans if each.place is not None]
    if len(found) > 1:
        stop(to_choose_from([place for _, place in found]), 2)
    return found[0][0] if found else None


def _directory(settings: Settings, database: Database, given: str | None) -> tuple[Directory | None, str]:
    """The token's own workspace; with several, or without a token, the one given, or the only one known."""
    if settings.uses_oauth:
        team = given or _only_one(database)
        directory = directory_in(settings, database, team)
        if directory is None:
            typer.echo(f"The bot is not installed in {team}: channels and e-mails are not looked up.", err=True)
        return directory, team
    directory = directory_of(settings)
    if directory is None:
        return None, given or _only_one(database)
    own = directory.workspace()
    return directory, own if given in (None, own) else stop(f"SLACK_BOT_TOKEN is for {own}, not for {given}.", 2)


def _only_one(database: Database) -> str:
    with database.reading() as uow:
        installed = {
            each.workspace for each in uow.installations.all() if each.token and not each.is_of_an_organisation
        }
        known = sorted({*uow.communities.workspaces(), *installed})
    if len(known) == 1:
        return known[0]
    there = f" There are {', '.join(known)}." if known else ""
    return stop(f"Which workspace? Set SLACK_BOT_TOKEN, or give --workspace T….{there}", 2)


def _ids(database: Database, directory: Directory | None, workspace: str, file: Community) -> Ids:
    """Ask Slack for what is not known yet."""
    if directory is None:
        return Ids({}, {})
    with database.reading() as uow:
        places = uow.communities.in_workspace(workspace)
        place = next((each for each in places if each.community.settings.id == file.settings.id), None)
        people = uow.communities.people(place.id) if place else ()
    tied = {each.id: each for each in people if each.slack_id}
    known = {each: tied[each].slack_id or "" for each, email in _by_email(file).items()
             if each in tied and tied[each].email == email}  # fmt: skip
    asked = {each: email for each, email in _by_email(file).items() if each not in known}
    found = directory.people(asked.values())
    looked_up = {each: found[email] for each, email in asked.items() if email in found}
    return Ids(directory.channels(channel_names(file)), known | looked_up)


def _by_email(community: Community) -> dict[str, str]:
    """The e-mails of those whom the file ties by nothing else."""
    return {each.id: each.email for each in community.people if each.email and not each.slack_id}


def channel_names(community: Community) -> set[str]:
    """Every channel that the community names."""
    settings = community.settings
    rooms = (*(each.channel for each in community.institutions), *(each.channel for each in community.committees))
    named = (settings.triage_channel, settings.lessons_channel, *rooms)
    return {each for each in named if each}


def _channels(plan: Plan, ids: Ids) -> dict[str, str]:
    """What Slack says now, else what it said before."""
    before = plan.place.channels if plan.place else {}
    known = {**before, **{each: each for each in channel_names(plan.after) if not each.startswith("#")}, **ids.channels}
    return {each: known[each] for each in sorted(channel_names(plan.after)) if each in known}


def _one(places: list[Place]) -> Place:
    if not places:
        stop("No community is stored; import one: sc-bot org import FILE")
    return places[0] if len(places) == 1 else stop(to_choose_from(places), 2)
