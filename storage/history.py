"""Events and texts in tables. Events are never updated nor deleted: triggers see to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, select

from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Problem, State
from sc_bot.domain.texts import Text, TextKind
from storage.records import Record
from storage.searching import add_words, refresh_words
from storage.tables import events, texts

_ADD_EVENT = events.insert().returning(events.c.id)
_ADD_TEXT = texts.insert().returning(texts.c.id)
_STEPS = select(events).where(events.c.problem == bindparam("of_problem")).order_by(events.c.id)
_TEXTS = select(texts).where(texts.c.problem == bindparam("of_problem")).order_by(texts.c.id)


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
        text = int(self._connection.execute(_ADD_TEXT, row).scalar_one())
        add_words(self._connection, problem.community, problem.id, kind, body)
        return text

    def some_steps(self, problems: Sequence[int], *kinds: Happened) -> Sequence[Event]:
        """The steps of some kinds of several problems, oldest first."""
        here = events.c.problem.in_(list(problems)) & events.c.kind.in_([each.value for each in kinds])
        return [event_from(row) for row in self._connection.execute(select(events).where(here).order_by(events.c.id))]

    def event(self, event: int) -> Event:
        """One step."""
        return event_from(self._connection.execute(select(events).where(events.c.id == event)).one())

    def of(self, problem: int) -> Sequence[Event]:
        """Every step, oldest first."""
        return [event_from(row) for row in self._connection.execute(_STEPS, {"of_problem": problem})]

    def last(self, problem: int) -> Event:
        """The newest step."""
        query = select(events).where(events.c.problem == problem).order_by(events.c.id.desc()).limit(1)
        return event_from(self._connection.execute(query).one())

    def texts(self, problem: int) -> Sequence[Text]:
        """All words of a problem, oldest first."""
        return [text_from(row) for row in self._connection.execute(_TEXTS, {"of_problem": problem})]

    def some_texts(self, problems: Sequence[int], *kinds: TextKind) -> Sequence[Text]:
        """The words of some kinds of several problems, oldest first."""
        here = texts.c.problem.in_(list(problems)) & texts.c.kind.in_([each.value for each in kinds])
        return [text_from(row) for row in self._connection.execute(select(texts).where(here).order_by(texts.c.id))]

    def bodies(self, ids: Sequence[int]) -> Mapping[int, str]:
        """The words of several texts, by id."""
        query = select(texts.c.id, texts.c.body).where(texts.c.id.in_(ids))
        return {row.id: row.body for row in self._connection.execute(query)}

    def redact(self, text: int, body: str) -> None:
        """Replace words that identify somebody; they are no longer found either."""
        clean = texts.update().where(texts.c.id == text).values(body=body, redacted=True)
        row = self._connection.execute(clean.returning(texts.c.community, texts.c.problem)).one()
        refresh_words(self._connection, row.community, row.problem)


def _where(problem: Problem) -> Record:
    return {"workspace": problem.workspace, "community": problem.community, "problem": problem.id}


def event_from(row: Row[tuple[object, ...]]) -> Event:
    """A step, from its row."""
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


def text_from(row: Row[tuple[object, ...]]) -> Text:
    """Words, from their row."""
    return Text(
        id=row.id,
        problem=row.problem,
        kind=TextKind(row.kind),
        body=row.body,
        at=row.at,
        redacted=row.redacted,
    )
