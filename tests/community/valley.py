"""A small community to import, change and import again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sc_bot.domain.community import Community, Person
from sc_bot.org_file import read_community
from sc_bot.ports import Place
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from storage.database import StoredDatabase, StoredUnitOfWork
from tests.org_file.small import SMALL

TEAM = "T0VALLEE0"
NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
CHANNELS = {"#hsf": "C0HSF", "#gtv": "C0GTV", "#triage": "C0TRIAGE"}


def valley() -> Community:
    """The community as its file says."""
    return read_community(SMALL)


def changed(community: Community, person: str, **fields: object) -> Community:
    """The community with one person changed."""
    people = tuple(replace(each, **fields) if each.id == person else each for each in community.people)  # type: ignore[arg-type] # any field of a person
    return replace(community, people=people)


def without(community: Community, person: str) -> Community:
    """The community without one person."""
    return replace(community, people=tuple(each for each in community.people if each.id != person))


@contextmanager
def opened(url: str) -> Iterator[StoredDatabase]:
    """A database."""
    database = StoredDatabase.open(url, patience=timedelta(seconds=10))
    try:
        yield database
    finally:
        database.close()


def imported(database: StoredDatabase, community: Community) -> Place:
    """Import in a unit of work of its own."""
    with database.unit_of_work() as uow:
        return import_community(uow, TEAM, community, NOW, channels=CHANNELS)


def saved(uow: StoredUnitOfWork, place: Place, person: Person) -> None:
    """A change made in Slack."""
    uow.communities.save_person(place, person, actor="ADV-1", now=NOW)


def asked(slack_id: str, request: str = "1", channel: str | None = None) -> Asked:
    """Somebody asks."""
    return Asked(workspace=TEAM, slack_id=slack_id, request=request, now=NOW, channel=channel)
