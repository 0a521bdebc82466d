"""Everything that is stored about one person: as it stands, and how it is forgotten."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, select

from sc_bot.domain.addresses import by_mail
from sc_bot.domain.community import Person
from sc_bot.domain.events import BY_THE_AUTHOR, BY_THE_BOT, Happened
from sc_bot.domain.nobody import without_people
from sc_bot.ports import Place
from storage import tables as t
from storage.holdings import HOLDINGS, Holding
from storage.records import Record

_TEXTS = (t.texts, t.lesson_texts, t.meeting_texts)
_NOT_TOLD = frozenset({"id", "workspace", "community", "version", "position", "sealed"})
_THEIR_WORDS = ("description", "details", "suggestion", "on_behalf", "answer", "quote")


class StoredPersonal:
    """What the bot knows of a person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def everything(self, place: Place, person: Person) -> Record:
        """All of it, table by table; of other people nothing but what this person wrote or did."""
        found: dict[str, list[Record]] = {"people": list(self._own(place, person))}
        for table in dict.fromkeys(each.table for each in HOLDINGS):
            rows = list(self._rows(table, place, person))
            if rows:
                found[table.name] = rows
        found["words of their reports"] = list(self._words(place, person))
        found["steps of their reports"] = list(self._steps(place, person))
        found["changes about them"] = list(self._changes(place, person))
        found["messages"] = list(self._messages(place, person))
        return {name: rows for name, rows in found.items() if rows}

    def counted(self, place: Place, person: Person) -> Mapping[str, int]:
        """How many rows of each table name somebody."""
        return {name: len(rows) for name, rows in self.everything(place, person).items()}

    def _own(self, place: Place, person: Person) -> Iterator[Record]:
        here = (t.people.c.community == place.id) & (t.people.c.key == person.id)
        for row in self._connection.execute(select(t.people).where(here)):
            yield _plain(dict(row._mapping))  # noqa: SLF001 - SQLAlchemy's documented name for a row as a mapping

    def _rows(self, table: Table, place: Place, person: Person) -> Iterator[Record]:
        holdings = [each for each in HOLDINGS if each.table is table]
        theirs: ColumnElement[bool] = holdings[0].column == person.id
        for each in holdings[1:]:
            theirs |= each.column == person.id
        for row in self._connection.execute(select(table).where(holdings[0].of_community(place.id), theirs)).all():
            yield self._told(table, holdings, row, person)

    def _told(self, table: Table, holdings: list[Holding], row: Row[Any], person: Person) -> Record:
        """A row without anybody else, its words and references in the place of numbers."""
        others = {each.column.name for each in holdings if row._mapping[each.column.name] != person.id}  # noqa: SLF001 - as above
        record = {name: value for name, value in row._mapping.items() if name not in others}  # noqa: SLF001 - as above
        if table is t.events:
            kind = Happened(row.kind)
            record["details"] = list(without_people(kind, row.details))
        for column in table.c:
            record |= self._looked_up(column, record.get(column.name))
        return _plain(record)

    def _looked_up(self, column: Column[Any], value: int | None) -> Record:
        """What a number stands for."""
        for key in column.foreign_keys if value is not None else ():
            if key.column.table in _TEXTS:
                return {column.name: self._one(key.column.table.c.body, key.column.table.c.id == value)}
            if key.column.table is t.problems:
                return {column.name: self._one(t.problems.c.reference, t.problems.c.id == value)}
        return {}

    def _one(self, column: Column[Any], where: ColumnElement[bool]) -> object:
        return self._connection.execute(select(column).where(where)).scalar_one_or_none()

    def _of_reports(self, place: Place, person: Person) -> ColumnElement[bool]:
        return (t.problems.c.community == place.id) & (t.problems.c.reporter == person.id)

    def _words(self, place: Place, person: Person) -> Iterator[Record]:
        query = select(t.problems.c.reference, t.texts.c.kind, t.texts.c.at, t.texts.c.body).join(
            t.texts, t.texts.c.problem == t.problems.c.id
        )
        theirs = self._of_reports(place, person) & t.texts.c.kind.in_(_THEIR_WORDS)
        for row in self._connection.execute(query.where(theirs).order_by(t.texts.c.id)):
            yield _plain(dict(row._mapping))  # noqa: SLF001 - as above

    def _steps(self, place: Place, person: Person) -> Iterator[Record]:
        """What they did as the author of a report, which bears no name."""
        columns = (t.problems.c.reference, t.events.c.at, t.events.c.kind, t.events.c.from_state, t.events.c.to_state)
        query = select(*columns).join(t.events, t.events.c.problem == t.problems.c.id)
        unnamed = t.events.c.actor.is_(None) & t.events.c.kind.in_([each.value for each in BY_THE_AUTHOR - BY_THE_BOT])
        theirs = self._of_reports(place, person) & unnamed
        for row in self._connection.execute(query.where(theirs).order_by(t.events.c.id)):
            yield _plain(dict(row._mapping))  # noqa: SLF001 - as above

    def _changes(self, place: Place, person: Person) -> Iterator[Record]:
        about = t.community_events.c.subject.in_([f"{each} {person.id}" for each in ("person", "habits", "absence")])
        columns = (t.community_events.c.at, t.community_events.c.subject, t.community_events.c.after)
        here = (t.community_events.c.community == place.id) & about
        for row in self._connection.execute(select(*columns).where(here).order_by(t.community_events.c.id)):
            yield _plain(dict(row._mapping))  # noqa: SLF001 - as above

    def _messages(self, place: Place, person: Person) -> Iterator[Record]:
        """Which messages of the bot they were sent, by e-mail too: kinds and moments; their words are there."""
        here = (person.slack_id, by_mail(place.id, person.id))
        theirs = (t.outbox.c.workspace == place.workspace) & t.outbox.c.target.in_(filter(None, here))
        query = select(t.outbox.c.kind, t.outbox.c.sent_at).where(theirs, t.outbox.c.sent_at.is_not(None))
        for row in self._connection.execute(query.order_by(t.outbox.c.id)):
            yield _plain(dict(row._mapping))  # noqa: SLF001 - as above


def _plain(record: Mapping[str, Any]) -> Record:
    """Only what JSON knows, and nothing of the database's own."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in record.items()
        if name not in _NOT_TOLD and value is not None
    }
