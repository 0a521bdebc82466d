"""Looks at everything that the bot needs, and says what to do: `sc-bot doctor`."""

from collections.abc import Iterator

from sc_bot.app import Clock, real_clock
from sc_bot.doctor.community import about_communities, stored_places
from sc_bot.doctor.database import about_database, about_outage
from sc_bot.doctor.findings import Finding, Level
from sc_bot.doctor.mail import about_mail
from sc_bot.doctor.slack import about_channels, about_slack, workspace_of
from sc_bot.doctor.working import about_room, about_tidying, about_work
from sc_bot.doctor.workspaces import about_workspaces
from sc_bot.ports import NotAvailable
from sc_bot.settings import Settings
from storage.beats import read_watch
from storage.database import StoredDatabase
from storage.upkeep import tidies_by_itself

__all__ = ["Finding", "Level", "examine"]


def examine(settings: Settings, database: StoredDatabase, clock: Clock = real_clock) -> Iterator[Finding]:
    """Each finding as it is found: Slack, the database, then the communities if the database can be read."""
    yield from about_slack(settings, clock)
    try:
        yield from _what_is_stored(settings, database, clock)
    except NotAvailable as outage:  # what was found so far is said all the same
        yield about_outage(outage)


def _what_is_stored(settings: Settings, database: StoredDatabase, clock: Clock) -> Iterator[Finding]:
    findings = list(about_database(database, clock))
    yield from findings
    if any(each.level is Level.FIX and each.about in {"database", "schema"} for each in findings):
        return
    yield from about_work(read_watch(database, real_clock()))
    yield from about_room(database.engine.url.database if database.engine.dialect.name == "sqlite" else None)
    yield from about_tidying(by_itself=tidies_by_itself(database))
    places = stored_places(database)
    if settings.uses_oauth:
        yield from about_workspaces(settings, database, places, clock)
        yield from about_communities(places, None)
        yield from about_mail(settings, database, places)
        return
    workspace, token = workspace_of(settings), settings.slack_bot_token
    yield from about_communities(places, workspace)
    yield from about_mail(settings, database, places)
    for place in places:
        if place.workspace == workspace and token is not None:
            yield from about_channels(settings, token.get_secret_value(), place.channels)
