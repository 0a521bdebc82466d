"""The communities: is one there, does everybody who must answer exist, are its channels known?"""

from collections.abc import Iterator, Sequence

from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.org_file import check_health, concern_in_words
from sc_bot.ports import Database, Place


def stored_places(database: Database) -> list[Place]:
    """Every active community."""
    with database.reading() as uow:
        return [place for each in uow.communities.workspaces() for place in uow.communities.in_workspace(each)]


def about_communities(places: Sequence[Place], workspace: str | None) -> Iterator[Finding]:
    """Everything about the communities; `workspace` is that of the token, if Slack said it."""
    if not places:
        yield fix("community", "none is stored yet", "sc-bot org import FILE")
    for place in places:
        yield from about_community(place)
    if places and workspace is not None and workspace not in {each.workspace for each in places}:
        todo = "import it for this workspace, or use the token of the other one"
        yield fix("community", f"none belongs to the token's workspace {workspace}", todo)


def about_community(place: Place) -> Iterator[Finding]:
    """What one community lacks."""
    name = place.community.settings.id
    for concern in check_health(place.community):
        kind = fix if concern.must_be_fixed else look
        yield kind(name, concern_in_words(concern).en, "complete the community file and import it, or use /sc people")
    named = {each.channel for each in place.community.institutions if each.channel}
    unknown = sorted(named - place.channels.keys())
    if unknown:
        todo = "create them or correct their names, then import the community file again with the token set"
        yield look(name, f"channels without a Slack id: {', '.join(unknown)}", todo)
    people = len(place.community.people)
    yield well(name, f"{len(place.community.institutions)} institutions, {people} people hold an office")
