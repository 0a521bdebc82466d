"""Meetings of committees in tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, or_, select, update

from sc_bot.domain.commitments import Standing
from sc_bot.domain.meetings import Attending, Item, Kind, Meeting, Outcome, Phase
from sc_bot.ports import Place
from storage.communities import StoredCommunities
from storage.dialect import insert_new, upsert
from storage.problems import Conflict
from storage.records import Record
from storage.tables import (
    agenda_items,
    commitments,
    meeting_people,
    meeting_promises,
    meeting_texts,
    meetings,
    problems,
)

Found = Select[tuple[object, ...]]


class StoredMeetings:
    """Meetings with their agendas."""

    def __init__(self, connection: Connection, place_of: StoredCommunities) -> None:
        self._connection = connection
        self._communities = place_of

    def add(self, meeting: Meeting) -> Meeting | None:
        """Store an occasion; None when it is known already."""
        if self._connection.execute(insert_new(self._connection, meetings), _columns(meeting)).rowcount != 1:
            return None
        same = (meetings.c.community == meeting.community) & (meetings.c.committee == meeting.committee)
        return self._all(select(meetings).where(same, meetings.c.nominal == _local(meeting.nominal)))[0]

    def get(self, meeting: int, *, to_change: bool = False) -> Meeting | None:
        """By id; locked when it is to change."""
        query = select(meetings).where(meetings.c.id == meeting)
        found = self._all(query.with_for_update() if to_change else query)
        return found[0] if found else None

    def save(self, meeting: Meeting) -> None:
        """Store it as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without a lock.
        """
        columns = _columns(meeting) | {"version": meeting.version + 1}
        here = (meetings.c.id == meeting.id) & (meetings.c.version == meeting.version)
        if self._connection.execute(update(meetings).where(here).values(columns)).rowcount != 1:
            raise Conflict(f"meeting {meeting.id}")

    def move(self, place: Place, meeting: Meeting) -> None:
        """Store it at its new hour; whatever counts with the hours of its committee is read anew."""
        self.save(meeting)
        self._communities.moved(place)

    def of(self, place: Place, committee: str, nominal: Sequence[datetime]) -> Sequence[Meeting]:
        """The occasions of a committee that are known among these hours, the first first."""
        here = _in(place).where(meetings.c.committee == committee, meetings.c.nominal.in_(list(map(_local, nominal))))
        return self._all(here.order_by(meetings.c.at, meetings.c.id))

    def coming(self, place: Place, since: datetime) -> Sequence[Meeting]:
        """Those at or after a moment, and those under way; the first first."""
        ahead = (meetings.c.at >= since) | (meetings.c.phase == Phase.STARTED.value)
        return self._all(_in(place).where(ahead).order_by(meetings.c.at, meetings.c.id))

    def last(self, place: Place, committee: str) -> Meeting | None:
        """The last one whose minutes are approved."""
        approved = (meetings.c.committee == committee) & (meetings.c.phase == Phase.APPROVED.value)
        found = self._all(_in(place).where(approved).order_by(meetings.c.at.desc()).limit(1))
        return found[0] if found else None

    def items(self, meeting: int) -> Sequence[Item]:
        """Its items, as they came."""
        return self._items(select(agenda_items).where(agenda_items.c.meeting == meeting))

    def item(self, item: int) -> Item | None:
        """One item."""
        return next(iter(self._items(select(agenda_items).where(agenda_items.c.id == item))), None)

    def add_items(self, place: Place, items: Sequence[Item]) -> None:
        """Put items onto agendas."""
        if items:
            rows = [_item_columns(each) | {"community": place.id} for each in items]
            self._connection.execute(agenda_items.insert(), rows)

    def save_item(self, item: Item) -> None:
        """Store an item as it is now; its meeting is locked."""
        self._connection.execute(update(agenda_items).where(agenda_items.c.id == item.id).values(_item_columns(item)))

    def noted(self, item: Item, commitment: int) -> None:
        """A promise was noted under an item."""
        self._connection.execute(meeting_promises.insert(), {"item": item.id, "commitment": commitment})

    def left_over(self, place: Place, committee: str, before: datetime) -> Sequence[Item]:
        """What earlier meetings left: the parking lot, and items that people added and nobody came to."""
        earlier = and_(
            meetings.c.community == place.id,
            meetings.c.committee == committee,
            meetings.c.at < before,
            meetings.c.phase != Phase.STARTED.value,
        )
        nobody_came = agenda_items.c.outcome.is_(None) & agenda_items.c.kind.in_([Kind.ADDED.value, Kind.PARKED.value])
        left = or_(agenda_items.c.outcome == Outcome.PARKED.value, nobody_came) & ~agenda_items.c.carried
        joined = select(agenda_items).join(meetings, meetings.c.id == agenda_items.c.meeting)
        return self._items(joined.where(earlier, left))

    def discussed(self, place: Place, kind: Kind, since: datetime) -> frozenset[int]:
        """The problems about which an item of a kind was closed since without a decision."""
        query = select(agenda_items.c.problem).where(
            agenda_items.c.community == place.id,
            agenda_items.c.kind == kind.value,
            agenda_items.c.closed_at >= since,
            agenda_items.c.outcome.in_([Outcome.NOTHING.value, Outcome.PARKED.value]),
        )
        return frozenset(each for each in self._connection.execute(query).scalars() if each is not None)

    def unconfirmed(self, place: Place, committee: str, limit: int) -> Sequence[tuple[int, str]]:
        """Promises that were noted in meetings of a committee and not confirmed yet: problem, and reference."""
        query = (
            select(commitments.c.problem, problems.c.reference, commitments.c.number)
            .join(meeting_promises, meeting_promises.c.commitment == commitments.c.id)
            .join(agenda_items, agenda_items.c.id == meeting_promises.c.item)
            .join(meetings, meetings.c.id == agenda_items.c.meeting)
            .join(problems, problems.c.id == commitments.c.problem)
            .where(
                commitments.c.community == place.id,
                meetings.c.committee == committee,
                commitments.c.standing == Standing.OFFERED.value,
            )
            .order_by(commitments.c.id)
            .limit(limit)
        )
        return [(row.problem, f"{row.reference}.{row.number}") for row in self._connection.execute(query)]

    def attending(self, meeting: int) -> Sequence[Attending]:
        """Who said that they come, and who was there."""
        query = select(meeting_people).where(meeting_people.c.meeting == meeting).order_by(meeting_people.c.person)
        return [Attending(person=row.person, coming=row.coming, present=row.present) for row in self._run(query)]

    def attend(self, meeting: int, attending: Attending) -> None:
        """Keep what is known of one person's attendance."""
        known = {"coming": attending.coming, "present": attending.present}
        row = {"meeting": meeting, "person": attending.person, **known}
        new = upsert(self._connection.dialect.name, meeting_people).values(row)
        keys = [meeting_people.c.meeting, meeting_people.c.person]
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=known))

    def write(self, meeting: Meeting, body: str, now: datetime) -> int:
        """Keep words that belong to no problem."""
        row = {"meeting": meeting.id, "body": body, "at": now}
        return int(self._connection.execute(meeting_texts.insert().returning(meeting_texts.c.id), row).scalar_one())

    def bodies(self, ids: Sequence[int]) -> Mapping[int, str]:
        """Such words, by id."""
        query = select(meeting_texts.c.id, meeting_texts.c.body).where(meeting_texts.c.id.in_(list(ids)))
        return {row.id: row.body for row in self._connection.execute(query)} if ids else {}

    def decided(self, place: Place, after: int, limit: int) -> Sequence[tuple[Item, Meeting]]:
        """Items about which something was decided, with the ids that follow."""
        here = (agenda_items.c.community == place.id) & (agenda_items.c.id > after)
        query = select(agenda_items).where(here, agenda_items.c.outcome == Outcome.DECIDED.value)
        found = self._items(query.limit(limit))
        about = self._all(select(meetings).where(meetings.c.id.in_({each.meeting for each in found})))
        by_id = {each.id: each for each in about}
        return [(each, by_id[each.meeting]) for each in found]

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: they are called by the other id."""
        here = select(meetings.c.id).where(meetings.c.community == place.id)
        both = select(meeting_people.c.meeting).where(meeting_people.c.person == new)
        theirs = (meeting_people.c.person == old) & meeting_people.c.meeting.in_(here)
        apart = theirs & meeting_people.c.meeting.not_in(both)
        self._connection.execute(update(meeting_people).where(apart).values(person=new))
        for name in ("moderator", "moved_by", "ended_by", "approved_by"):
            was = (meetings.c.community == place.id) & (meetings.c[name] == old)
            self._connection.execute(update(meetings).where(was).values({name: new}))
        for name in ("added_by", "closed_by"):
            did = (agenda_items.c.community == place.id) & (agenda_items.c[name] == old)
            self._connection.execute(update(agenda_items).where(did).values({name: new}))

    def _run(self, query: Select[tuple[object, ...]]) -> list[Row[tuple[object, ...]]]:
        return list(self._connection.execute(query))

    def _all(self, query: Found) -> list[Meeting]:
        return [_meeting(row) for row in self._connection.execute(query)]

    def _items(self, query: Found) -> list[Item]:
        rows = self._run(query.order_by(agenda_items.c.id))
        noted: dict[int, list[int]] = {row.id: [] for row in rows}
        if rows:
            query_noted = select(meeting_promises).where(meeting_promises.c.item.in_(noted))
            for each in self._connection.execute(query_noted.order_by(meeting_promises.c.commitment)):
                noted[each.item].append(each.commitment)
        return [replace(_item(row), promises=tuple(noted[row.id])) for row in rows]


_AS_THEY_ARE = (
    "workspace", "community", "committee", "at", "minutes", "agenda_at", "moved_by", "started_at", "item_since",
    "moderator", "ended_at", "ended_by", "approved_at", "approved_by", "version",
)  # fmt: skip
_OF_ITEMS = (
    "meeting", "problem", "about", "minutes", "facilitated", "added_by", "closed_at", "closed_by", "carried",
)  # fmt: skip


def _local(nominal: datetime) -> str:
    return nominal.isoformat(timespec="minutes")


def _in(place: Place) -> Found:
    return select(meetings).where(meetings.c.community == place.id)


def _columns(meeting: Meeting) -> Record:
    own = {name: getattr(meeting, name) for name in _AS_THEY_ARE}
    return own | {"nominal": _local(meeting.nominal), "phase": meeting.phase.value}


def _meeting(row: Row[tuple[object, ...]]) -> Meeting:
    return Meeting(
        id=row.id,
        nominal=datetime.fromisoformat(row.nominal),
        phase=Phase(row.phase),
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )


def _item_columns(item: Item) -> Record:
    table = "text" if item.problem is not None else "words"
    texts = {f"{name}_{table}": getattr(item, name) for name in ("topic", "decided")}
    empty = dict.fromkeys(("topic_text", "topic_words", "decided_text", "decided_words"))
    own = {name: getattr(item, name) for name in _OF_ITEMS}
    return empty | texts | own | {"kind": item.kind.value, "outcome": item.outcome.value if item.outcome else None}


def _item(row: Row[tuple[object, ...]]) -> Item:
    return Item(
        id=row.id,
        kind=Kind(row.kind),
        topic=row.topic_text or row.topic_words,
        decided=row.decided_text or row.decided_words,
        outcome=Outcome(row.outcome) if row.outcome else None,
        **{name: getattr(row, name) for name in _OF_ITEMS},
    )
