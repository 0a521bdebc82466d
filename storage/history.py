"""Events and texts in tables. Events are never updated nor deleted: triggers see to it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, select

from sc_bot.domain.events import Event, Happened, Text, TextKind
from sc_bot.domain.problems import Problem, State
from storage.records import Record
from storage.tables import events, texts

_ADD_EVENT = events.insert().returning(events.c.id)
_ADD_TEXT = texts.insert().returning(texts.c.id)


class StoredHistory:
    """What happened, and the words that were written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, problem: Problem, event: Event) -> int:
        """Append a step."""
        row = _where(problem) | {
            "at": event.at,
            "kind": event.kind.value,
            "actor": event.actor,
            "from_state": event.from_state,
            "to_state": event.to_state,
            "institution": event.institution,
            "text": event.text,
            "internal": event.internal,
            "details": list(event.details),
        }
        return int(self._connection.execute(_ADD_EVENT, row).scalar_one())

    def write(self, problem: Problem, kind: TextKind, body: str, now: datetime) -> int:
        """Keep words; returns their id."""
        row = _where(problem) | {"kind": kind.value, "body": body, "at": now, "redacted": False}
        return int(self._connection.execute(_ADD_TEXT, row).scalar_one())

    def event(self, event: int) -> Event:
        """One step."""
        return _event(self._connection.execute(select(events).where(events.c.id == event)).one())

    def of(self, problem: int) -> Sequence[Event]:
        """Every step, oldest first."""
        query = select(events).where(events.c.problem == problem).order_by(events.c.id)
        return [_event(row) for row in self._connection.execute(query)]

    def last(self, problem: int) -> Event:
        """The newest step."""
        query = select(events).where(events.c.problem == problem).order_by(events.c.id.desc()).limit(1)
        return _event(self._connection.execute(query).one())

    def texts(self, problem: int) -> Sequence[Text]:
        """All words of a problem, oldest first."""
        query = select(texts).where(texts.c.problem == problem).order_by(texts.c.id)
        return [_text(row) for row in self._connection.execute(query)]

    def redact(self, text: int, body: str) -> None:
        """Replace words that identify somebody."""
        self._connection.execute(texts.update().where(texts.c.id == text).values(body=body, redacted=True))


def _where(problem: Problem) -> Record:
    return {"workspace": problem.workspace, "community": problem.community, "problem": problem.id}


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(
        id=row.id,
        problem=row.problem,
        kind=Happened(row.kind),
        at=row.at,
        actor=row.actor,
        from_state=None if row.from_state is None else State(row.from_state),
        to_state=None if row.to_state is None else State(row.to_state),
        institution=row.institution,
        text=row.text,
        internal=row.internal,
        details=tuple(row.details),
    )


def _text(row: Row[tuple[object, ...]]) -> Text:
    return Text(
        id=row.id,
        problem=row.problem,
        kind=TextKind(row.kind),
        body=row.body,
        at=row.at,
        redacted=row.redacted,
    )
