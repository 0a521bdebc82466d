"""Communities and their people in tables.

The configuration is one document with a version; a change of it or of its people makes a new version, so that every
process may keep what it has read until the version moves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from sc_bot.domain.addresses import mailed
from sc_bot.domain.community import Community, Person
from sc_bot.ports import Known, Member, Place
from storage.community_records import (
    document_of,
    habits_record,
    person_from,
    person_record,
    row_of,
    whole_from,
    whole_record,
)
from storage.dialect import upsert
from storage.engine import READS
from storage.moved_meetings import moved_in
from storage.places import read_place
from storage.records import Record
from storage.tables import (
    chosen_places,
    communities,
    community_events,
    home_changes,
    people,
)

Cache = dict[int, Place]
"""The newest place that this process has read, by community."""

Change = tuple[Record | None, Record | None]
"""What a subject was, and is."""

LAST = 1_000_000
"""The position of those whom the file does not name."""

_CHOSEN = and_(
    chosen_places.c.workspace == people.c.workspace,
    chosen_places.c.slack_id == people.c.slack_id,
    chosen_places.c.community == people.c.community,
)
_HERE = (
    select(people, communities.c.version, chosen_places.c.community.label("chosen"))
    .join(communities, communities.c.id == people.c.community)
    .outerjoin(chosen_places, _CHOSEN)
    .where(people.c.workspace == bindparam("its_workspace"), people.c.active, communities.c.active)
    .order_by(people.c.community)
)
_MEMBERS = _HERE.where(people.c.slack_id == bindparam("its_slack_id"))
_BY_MAIL = _HERE.where(people.c.community == bindparam("its_community"), people.c.key == bindparam("its_key"))
_MEMBERS_STEADY = _MEMBERS.with_for_update(of=communities, read=True, key_share=True)
_VERSION = select(communities.c.version).where(communities.c.id == bindparam("its_id"))
_ACTIVE = (
    select(communities.c.id, communities.c.version)
    .where(communities.c.workspace == bindparam("its_workspace"), communities.c.active)
    .order_by(communities.c.id)
)
_WORKSPACES = select(communities.c.workspace).where(communities.c.active).distinct().order_by(communities.c.workspace)
_PERSON = select(people).where(people.c.community == bindparam("its_community"), people.c.key == bindparam("its_key"))


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
            configuration=document_of(community),
            channels={},
        )
        number = self._connection.execute(statement.returning(communities.c.id)).scalar_one()
        place = Place(number, workspace, 1, replace(community, people=()))
        self.audit(place, None, "community", (None, document_of(community)), now)
        return place

    def get(self, community: int, *, to_change: bool = False) -> Place:
        """One community with those who hold an office in it; `to_change` lets nobody else change it meanwhile."""
        query = _VERSION.with_for_update() if to_change else _VERSION
        return self._place(community, self._connection.execute(query, {"its_id": community}).scalar_one())

    def in_workspace(self, workspace: str, *, steady: bool = False) -> Sequence[Place]:
        """Every active community of a workspace, oldest first."""
        query = _ACTIVE.with_for_update(read=True, key_share=True) if self._holds(steady) else _ACTIVE
        rows = self._connection.execute(query, {"its_workspace": workspace}).all()
        return [self._place(row.id, row.version) for row in rows]

    def workspaces(self) -> Sequence[str]:
        """Every workspace with an active community."""
        return list(self._connection.execute(_WORKSPACES).scalars())

    def members(self, workspace: str, slack_id: str, *, steady: bool = False) -> Sequence[Member]:
        """The places of one Slack user, or of an e-mail's target: the chosen one, then the oldest not archived."""
        meant = mailed(slack_id)
        query = _MEMBERS_STEADY if self._holds(steady) else _MEMBERS
        whose: dict[str, object] = {"its_slack_id": slack_id}
        if meant is not None:
            query, whose = _BY_MAIL, {"its_community": meant[0], "its_key": meant[1]}
        rows = self._connection.execute(query, {"its_workspace": workspace, **whose}).all()
        found = [(row, self._place(row.community, row.version)) for row in rows]
        found.sort(key=lambda each: (not each[0].chosen, each[1].archived is not None))
        return [Member(place, person_from(row), not row.placed) for row, place in found]

    def workspace_for(self, team: str, slack_id: str) -> str:
        """The workspace that a request is for which tells of whoever acts only, a member of `team`."""
        known = self.workspaces()
        if team in known:
            return team
        if len(known) == 1:
            return known[0]
        here = (people.c.slack_id == slack_id) & people.c.active & people.c.workspace.in_(known)
        found = self._connection.execute(select(people.c.workspace).where(here).distinct()).scalars().all()
        return found[0] if len(found) == 1 else team

    def choose(self, workspace: str, slack_id: str, community: int, now: datetime) -> None:
        """From now on this is where they are, when nothing else says which of their communities is meant."""
        row = {"workspace": workspace, "slack_id": slack_id, "community": community, "at": now}
        statement = upsert(self._connection.dialect.name, chosen_places).values(row)
        keys = [chosen_places.c.workspace, chosen_places.c.slack_id]
        changed = {"community": community, "at": now}
        self._connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))

    def people(self, community: int, *, active_only: bool = True) -> Sequence[Person]:
        """Everyone of a community, in the order of its file."""
        query = select(people).where(people.c.community == community).order_by(people.c.position, people.c.id)
        rows = self._connection.execute(query.where(people.c.active) if active_only else query)
        return [person_from(row) for row in rows]

    def person(self, community: int, person: str) -> Person | None:
        """One person, active or not."""
        row = self._connection.execute(_PERSON, {"its_community": community, "its_key": person}).one_or_none()
        return None if row is None else person_from(row)

    def known(self, place: Place, slack_id: str) -> Known | None:
        """A Slack user in this community, active or not; whom the file names goes before the newcomer they were."""
        query = select(people).where(people.c.community == place.id, people.c.slack_id == slack_id)
        row = self._connection.execute(query.order_by(people.c.position, people.c.id)).first()
        return None if row is None else Known(person_from(row), row.active, row.placed)

    def welcome(self, place: Place, person: Person, now: datetime) -> None:
        """Add a newcomer who wrote to the bot; where they work is not known yet. One who had left is back."""
        row = row_of(place, person) | {"placed": False, "position": LAST}
        statement = upsert(self._connection.dialect.name, people).values(row)
        again = {"active": True, "roles": row["roles"], "officer": False}
        columns = [people.c.community, people.c.key]
        self._connection.execute(statement.on_conflict_do_update(index_elements=columns, set_=again))
        self.audit(place, None, f"person {person.id}", (None, {"seen": True}), now)

    def save_person(
        self, place: Place, person: Person, *, actor: str | None, now: datetime, position: int | None = None
    ) -> None:
        """Add or change a person; the change is audited and the community gets a new version."""
        here = _is(place, person.id)
        before = self._connection.execute(select(people).where(here)).one_or_none()
        row = row_of(place, person) | {"placed": True} | ({} if position is None else {"position": position})
        if before is None:
            self._connection.execute(people.insert().values({"position": LAST} | row))
        else:
            self._connection.execute(people.update().where(here).values(row))
        old = None if before is None else person_record(person_from(before)) | {"active": before.active}
        after = person_record(person) | {"active": True}
        self.audit(place, actor, f"person {person.id}", (old, after), now)
        self.moved(place)

    def learn_person(self, place: Place, person: Person) -> None:
        """Keep what Slack tells of somebody: facts, no decision, so nothing to audit."""
        self._connection.execute(people.update().where(_is(place, person.id)).values(row_of(place, person)))
        self.renewed(place)  # no Home is published for it

    def keep_habits(self, place: Place, person: Person, now: datetime) -> None:
        """Keep what a person chose for themselves; audited, as their own act."""
        before = self.person(place.id, person.id) or person
        here = people.update().where(_is(place, person.id))
        self._connection.execute(here.values(habits=habits_record(person.habits)))
        change = (habits_record(before.habits), habits_record(person.habits))
        self.audit(place, person.id, f"habits {person.id}", change, now)
        self.renewed(place)

    def retire_person(self, place: Place, person: str, *, actor: str | None, now: datetime) -> None:
        """Deactivate a person; what they did stays."""
        self._connection.execute(people.update().where(_is(place, person)).values(active=False))
        self.audit(place, actor, f"person {person}", ({"active": True}, {"active": False}), now)
        self.moved(place)

    def order_people(self, place: Place, order: Sequence[str]) -> None:
        """Keep people in this order."""
        for position, person in enumerate(order):
            self._connection.execute(
                people.update().where(_is(place, person), people.c.position != position).values(position=position)
            )
        self.moved(place)

    def to_look_up(self, before: datetime, limit: int) -> Sequence[tuple[str, str]]:
        """Active people, as workspace and Slack id, whom nobody has asked Slack about since `before`."""
        asked_long_ago = or_(people.c.looked_up_at.is_(None), people.c.looked_up_at < before)
        query = (
            select(people.c.workspace, people.c.slack_id)
            .join(communities, communities.c.id == people.c.community)
            .where(communities.c.active, people.c.active, people.c.slack_id.is_not(None), asked_long_ago)
            .group_by(people.c.workspace, people.c.slack_id)
            .order_by(func.min(people.c.id))
        )
        return [(row.workspace, row.slack_id) for row in self._connection.execute(query.limit(limit))]

    def looked_up(self, workspace: str, slack_id: str, now: datetime) -> None:
        """Slack was asked about this user."""
        here = (people.c.workspace == workspace) & (people.c.slack_id == slack_id)
        self._connection.execute(people.update().where(here).values(looked_up_at=now))

    def file_of(self, place: Place) -> Community | None:
        """What the community file said when it was last read; None when it never was."""
        query = select(communities.c.imported).where(communities.c.id == place.id)
        record = self._connection.execute(query).scalar_one()
        return None if record is None else whole_from(record)

    def keep_file(self, place: Place, community: Community) -> None:
        """Remember what the community file says."""
        here = communities.update().where(communities.c.id == place.id)
        self._connection.execute(here.values(imported=whole_record(community)))

    def save_channels(self, place: Place, channels: Mapping[str, str]) -> None:
        """Remember the Slack ids of the community's channels."""
        here = communities.update().where(communities.c.id == place.id)
        self._connection.execute(here.values(channels=dict(channels)))
        self.moved(place)

    def save_settings(self, place: Place, community: Community, *, actor: str | None, now: datetime) -> None:
        """Change the configuration, people aside; audited."""
        document = document_of(community)
        self._connection.execute(
            communities.update()
            .where(communities.c.id == place.id)
            .values(configuration=document, code=community.settings.code, active=True)
        )
        self.audit(place, actor, "configuration", (document_of(place.community), document), now)
        self.moved(place)

    def _holds(self, steady: bool) -> bool:  # noqa: FBT001 - the word of its callers
        """Whether to wait for a change under way and let nobody begin one; what only reads waits for nobody."""
        return steady and not self._connection.get_execution_options().get(READS, False)

    def _place(self, community: int, version: int) -> Place:
        if self._changed:
            return self._read(community)
        known = self._cache.get(community)
        if known is None or known.version != version:
            known = self._read(community)
            self._cache[community] = known
        return known

    def _read(self, community: int) -> Place:
        place = read_place(self._connection, community)
        moved = moved_in(self._connection, community)
        return replace(place, community=replace(place.community, moved=moved)) if moved else place

    def moved(self, place: Place) -> None:
        """The community has a new version: nobody goes on with what they have read of it, nor on their Home."""
        if not self._changed:
            change = {"workspace": place.workspace, "community": place.id}
            self._connection.execute(home_changes.insert(), change)
        self.renewed(place)

    def renewed(self, place: Place) -> None:
        """The same, where no Home shows it."""
        self._changed = True
        here = communities.update().where(communities.c.id == place.id)
        self._connection.execute(here.values(version=communities.c.version + 1))

    def audit(self, place: Place, actor: str | None, subject: str, change: Change, now: datetime) -> None:
        """Keep what changed, from what to what."""
        before, after = change
        row = {"workspace": place.workspace, "community": place.id, "at": now, "actor": actor}
        values = {"subject": subject, "before": before, "after": after}
        self._connection.execute(community_events.insert().values(row | values))


def _is(place: Place, person: str) -> ColumnElement[bool]:
    return (people.c.community == place.id) & (people.c.key == person)
