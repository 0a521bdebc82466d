"""Communities and their people in tables.

The configuration is one document with a version; a change of it or of its people makes a new version, so that every
process may keep what it has read until the version moves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, select

from sc_bot.domain.community import (
    Committee,
    Community,
    CommunitySettings,
    ContinuumDef,
    Institution,
    Language,
    Person,
    Policies,
    Role,
    RoutingRule,
)
from sc_bot.ports import Member, Place
from storage.records import Record
from storage.tables import communities, community_events, people


@dataclass(frozen=True, slots=True)
class Configuration:
    """A community without its people: what the document holds."""

    settings: CommunitySettings
    continua: tuple[ContinuumDef, ...]
    institutions: tuple[Institution, ...]
    committees: tuple[Committee, ...]
    routing: tuple[RoutingRule, ...]
    policies: Policies


Cache = dict[int, Place]
"""The newest place that this process has read, by community."""


class StoredCommunities:
    """The communities of a workspace, with their people."""

    def __init__(self, connection: Connection, cache: Cache) -> None:
        self._connection = connection
        self._cache = cache
        self._changed = False  # what is not committed yet must not be kept for others

    def create(self, workspace: str, community: Community, now: datetime) -> Place:
        """Store a community that did not exist; without people, they are saved one by one."""
        statement = communities.insert().values(
            workspace=workspace,
            key=community.settings.id,
            code=community.settings.code,
            active=True,
            version=1,
            configuration=_document(community),
            channels={},
        )
        number = self._connection.execute(statement.returning(communities.c.id)).scalar_one()
        self._audit(workspace, number, None, "community", None, _document(community), now)
        return Place(number, workspace, 1, replace(community, people=()))

    def get(self, community: int) -> Place:
        """One community with those who hold an office in it."""
        query = select(communities.c.version).where(communities.c.id == community)
        return self._place(community, self._connection.execute(query).scalar_one())

    def in_workspace(self, workspace: str) -> Sequence[Place]:
        """Every active community of a workspace, oldest first."""
        query = select(communities.c.id, communities.c.version).where(
            communities.c.workspace == workspace, communities.c.active
        )
        rows = self._connection.execute(query.order_by(communities.c.id)).all()
        return [self._place(row.id, row.version) for row in rows]

    def workspaces(self) -> Sequence[str]:
        """Every workspace with an active community."""
        query = select(communities.c.workspace).where(communities.c.active).distinct()
        return list(self._connection.execute(query.order_by(communities.c.workspace)).scalars())

    def members(self, workspace: str, slack_id: str) -> Sequence[Member]:
        """The places of one Slack user, active ones only."""
        query = (
            select(people, communities.c.version)
            .join(communities, communities.c.id == people.c.community)
            .where(people.c.workspace == workspace, people.c.slack_id == slack_id)
            .where(people.c.active, communities.c.active)
            .order_by(people.c.community)
        )
        rows = self._connection.execute(query).all()
        return [Member(self._place(row.community, row.version), _person(row), not row.placed) for row in rows]

    def people(self, community: int, *, active_only: bool = True) -> Sequence[Person]:
        """Everyone of a community, in the order of its file."""
        query = select(people).where(people.c.community == community).order_by(people.c.position, people.c.id)
        rows = self._connection.execute(query.where(people.c.active) if active_only else query)
        return [_person(row) for row in rows]

    def person(self, community: int, person: str) -> Person | None:
        """One person, active or not."""
        query = select(people).where(people.c.community == community, people.c.key == person)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _person(row)

    def welcome(self, place: Place, person: Person, now: datetime) -> None:
        """Add a newcomer who wrote to the bot; where they work is not known yet."""
        row = _row(place, person, officer=False) | {"placed": False, "position": 1_000_000}
        self._connection.execute(people.insert().values(row))
        self._audit(place.workspace, place.id, None, f"person {person.id}", None, {"seen": True}, now)

    def save_person(
        self, place: Place, person: Person, *, actor: str | None, now: datetime, position: int | None = None
    ) -> None:
        """Add or change a person; the change is audited and the community gets a new version."""
        here = (people.c.community == place.id) & (people.c.key == person.id)
        before = self._connection.execute(select(people).where(here)).one_or_none()
        row = _row(place, person, officer=_holds_office(person, place.community))
        if position is not None:
            row["position"] = position
        if before is None:
            self._connection.execute(people.insert().values({"position": 1_000_000, "placed": True} | row))
        else:
            self._connection.execute(people.update().where(here).values(row | {"placed": True}))
        old = None if before is None else _record(_person(before)) | {"active": before.active}
        self._audit(place.workspace, place.id, actor, f"person {person.id}", old, _record(person), now)
        self._moved(place)

    def retire_person(self, place: Place, person: str, *, actor: str | None, now: datetime) -> None:
        """Deactivate a person; what they did stays."""
        here = (people.c.community == place.id) & (people.c.key == person)
        self._connection.execute(people.update().where(here).values(active=False))
        self._audit(place.workspace, place.id, actor, f"person {person}", {"active": True}, {"active": False}, now)
        self._moved(place)

    def save_channels(self, place: Place, channels: Mapping[str, str]) -> None:
        """Remember the Slack ids of the community's channels."""
        here = communities.update().where(communities.c.id == place.id)
        self._connection.execute(here.values(channels=dict(channels)))
        self._moved(place)

    def save_settings(self, place: Place, community: Community, *, actor: str | None, now: datetime) -> None:
        """Change the configuration, people aside; audited."""
        before = _document(place.community)
        document = _document(community)
        self._connection.execute(
            communities.update()
            .where(communities.c.id == place.id)
            .values(configuration=document, code=community.settings.code, active=True)
        )
        self._audit(place.workspace, place.id, actor, "configuration", before, document, now)
        self._moved(place)

    def _place(self, community: int, version: int) -> Place:
        if self._changed:
            return self._read(community)
        known = self._cache.get(community)
        if known is None or known.version != version:
            known = self._read(community)
            self._cache[community] = known
        return known

    def _read(self, community: int) -> Place:
        row = self._connection.execute(select(communities).where(communities.c.id == community)).one()
        officers = select(people).where(people.c.community == community, people.c.active, people.c.officer)
        holders = self._connection.execute(officers.order_by(people.c.position, people.c.id)).all()
        value = _community(_CONFIGURATION.validate_python(row.configuration), tuple(map(_person, holders)))
        return Place(row.id, row.workspace, row.version, value, dict(row.channels))

    def _moved(self, place: Place) -> None:
        self._changed = True
        here = communities.update().where(communities.c.id == place.id)
        self._connection.execute(here.values(version=communities.c.version + 1))

    def _audit(  # noqa: PLR0913, PLR0917 - each is a fact of its own
        self,
        workspace: str,
        community: int,
        actor: str | None,
        subject: str,
        before: Record | None,
        after: Record | None,
        now: datetime,
    ) -> None:
        self._connection.execute(
            community_events.insert().values(
                workspace=workspace,
                community=community,
                at=now,
                actor=actor,
                subject=subject,
                before=before,
                after=after,
            )
        )


_CONFIGURATION = TypeAdapter(Configuration)
_PERSON = TypeAdapter(Person)


def _document(community: Community) -> Record:
    value = Configuration(
        community.settings,
        community.continua,
        community.institutions,
        community.committees,
        community.routing,
        community.policies,
    )
    return cast("Record", _CONFIGURATION.dump_python(value, mode="json"))


def _community(value: Configuration, holders: tuple[Person, ...]) -> Community:
    return Community(
        settings=value.settings,
        continua=value.continua,
        institutions=value.institutions,
        people=holders,
        committees=value.committees,
        routing=value.routing,
        policies=value.policies,
    )


def _record(person: Person) -> Record:
    return cast("Record", _PERSON.dump_python(person, mode="json"))


def _holds_office(person: Person, community: Community) -> bool:
    """Whether this person must be known when a report is routed."""
    stands_in = any(person.id in each.delegates for each in community.institutions)
    substitute = person.id == community.settings.facilitator_substitute
    return bool(set(person.roles) - {Role.CAREGIVER}) or stands_in or substitute


def _row(place: Place, person: Person, *, officer: bool) -> Record:
    return {
        "community": place.id,
        "workspace": place.workspace,
        "key": person.id,
        "slack_id": person.slack_id,
        "email": person.email,
        "name": person.name,
        "title": person.title,
        "roles": [role.value for role in person.roles],
        "officer": officer,
        "language": person.language.value,
        "timezone": person.timezone,
        "institution": person.institution,
        "line": person.line,
        "active": True,
    }


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        id=row.key,
        name=row.name,
        roles=tuple(Role(role) for role in row.roles),
        language=Language(row.language),
        slack_id=row.slack_id,
        email=row.email,
        title=row.title,
        institution=row.institution,
        line=row.line,
        timezone=row.timezone,
    )
