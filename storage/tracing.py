"""What an action left in the database, for whoever looks underneath: steps of history, and messages with their states.

No words of anybody: events and outbox rows hold kinds and ids.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from storage.database import StoredDatabase, translated
from storage.engine import READS
from storage.tables import WAITING, events, followups, lesson_steps, lessons, outbox, problems


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedEvent:
    """One step of a problem's history."""

    id: int
    at: datetime
    reference: str
    kind: str
    actor: str | None
    from_state: str | None
    to_state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedMessage:
    """One row of the outbox, as it stands now."""

    id: int
    kind: str
    to: str
    key: str
    state: str
    due_at: datetime
    attempts: int
    wanted: int
    shown: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """Events after a given one, and every message of a workspace."""

    events: list[TracedEvent]
    messages: list[TracedMessage]


def read_trace(database: StoredDatabase, workspace: str, *, after: int) -> Trace:
    """Read what happened in a workspace since the event `after`, and how each message stands.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return Trace(
            [TracedEvent(**row) for row in connection.execute(_events(workspace, after)).mappings()],
            [TracedMessage(**row) for row in connection.execute(_messages(workspace)).mappings()],
        )


def lesson_trace(database: StoredDatabase, workspace: str, source: str) -> list[tuple[str, str]]:
    """What was done with the lessons of the problem called `source`: the lesson's reference and the step, in order."""
    steps = select(lessons.c.reference, lesson_steps.c.did).join(lessons, lessons.c.id == lesson_steps.c.lesson)
    of_it = steps.join(problems, problems.c.id == lessons.c.problem).where(
        lesson_steps.c.workspace == workspace, problems.c.reference == source
    )
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return [(row.reference, row.did) for row in connection.execute(of_it.order_by(lesson_steps.c.id))]


def newest_event(database: StoredDatabase) -> int:
    """The number of the newest step; 0 in an empty database."""
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return int(connection.execute(select(func.max(events.c.id))).scalar_one() or 0)


def next_due(database: StoredDatabase, after: datetime) -> datetime | None:
    """When the next message that still waits, or the next step that follows something up, is due; None for never."""
    waiting = select(func.min(outbox.c.due_at)).where(outbox.c.state.in_(WAITING), outbox.c.due_at > after)
    steps = select(func.min(followups.c.next_at)).where(followups.c.next_at > after)
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        found = [connection.execute(each).scalar_one() for each in (waiting, steps)]
        return min((each for each in found if each is not None), default=None)


def _events(workspace: str, after: int) -> Select[Any]:
    columns = (events.c.id, events.c.at, problems.c.reference, events.c.kind)
    more = (events.c.actor, events.c.from_state, events.c.to_state)
    joined = select(*columns, *more).join(problems, problems.c.id == events.c.problem)
    return joined.where(events.c.workspace == workspace, events.c.id > after).order_by(events.c.id)


def _messages(workspace: str) -> Select[Any]:
    columns = (outbox.c.id, outbox.c.kind, outbox.c.target.label("to"), outbox.c.key, outbox.c.state, outbox.c.due_at)
    more = (outbox.c.attempts, outbox.c.wanted, outbox.c.shown, outbox.c.error)
    return select(*columns, *more).where(outbox.c.workspace == workspace).order_by(outbox.c.id)
