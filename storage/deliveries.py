"""The worker's side of the outbox: destinations are leased, so that order holds in each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Row, Select, Update, and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from sc_bot.ports import Delays, Envelope, Stuck
from storage.database import StoredDatabase, translated
from storage.dialect import upsert
from storage.records import notice_from
from storage.tables import WAITING, destinations, outbox, pauses, stops

MOST_SHOWN = 100


class StoredDeliveries:
    """Each call is a transaction of its own."""

    def __init__(self, database: StoredDatabase, delays: Delays) -> None:
        self._engine = database.engine
        self._lease = delays.lease

    def claim(self, holder: str, now: datetime, product_now: datetime) -> Envelope | None:
        """Lease one destination with something due; returns its first message, marked as being sent.

        A message that an earlier worker left in the middle of a post comes back as a doubt.
        """
        with self._transaction() as connection:
            door = connection.execute(_ready(now, product_now)).one_or_none()
            if door is None:
                return None
            here = _door(door.workspace, door.target)
            connection.execute(destinations.update().where(here).values(held_by=holder, held_until=now + self._lease))
            row = connection.execute(_head(door.workspace, door.target, product_now)).one()
            connection.execute(_row(row.id).values(state=_in_flight(row), attempts=outbox.c.attempts + 1))
            return _envelope(row, door.channel)

    def opened(self, envelope: Envelope, channel: str) -> None:
        """The direct message channel of this destination is known."""
        with self._transaction() as connection:
            connection.execute(destinations.update().where(_of(envelope)).values(channel=channel))

    def sent(self, envelope: Envelope, channel: str, ts: str, now: datetime, wait_until: datetime) -> None:
        """It stands in Slack; a change of its problem in the meantime keeps it queued."""
        fresh = case((outbox.c.wanted > envelope.wanted, "queued"), else_="sent")
        with self._transaction() as connection:
            connection.execute(
                _row(envelope.id).values(
                    state=fresh,
                    shown=envelope.wanted,
                    channel=channel,
                    ts=ts,
                    sent_at=now,
                    error=None,
                    attempts=0,
                )
            )
            self._free(connection, envelope, wait_until)

    def later(self, envelope: Envelope, wait_until: datetime, *, doubt: bool, reason: str) -> None:
        """Try again; order is kept, the whole destination waits."""
        state = "doubt" if doubt else "queued"
        with self._transaction() as connection:
            connection.execute(_row(envelope.id).values(state=state, error=reason))
            self._free(connection, envelope, wait_until)

    def give_up(self, envelope: Envelope, reason: str) -> None:
        """A dead letter."""
        self._end(envelope, state="dead", error=reason)

    def drop(self, envelope: Envelope) -> None:
        """Nothing is left to say."""
        self._end(envelope, state="dropped")

    def post_anew(self, envelope: Envelope) -> None:
        """What stood in Slack is gone: post it again."""
        self._end(envelope, state="queued", ts=None, channel=None)

    def redirect(self, envelope: Envelope, to: str, reason: str) -> None:
        """The recipient cannot be reached: somebody else gets it, after what already waits for them."""
        with self._transaction() as connection:
            door = {"workspace": envelope.workspace, "target": to}
            connection.execute(upsert(connection, destinations).values(door).on_conflict_do_nothing())
            connection.execute(
                _row(envelope.id).values(target=to, state="queued", error=reason, attempts=0, ts=None, channel=None)
            )
            self._free(connection, envelope, None)

    def _end(self, envelope: Envelope, **columns: object) -> None:
        with self._transaction() as connection:
            connection.execute(_row(envelope.id).values(columns))
            self._free(connection, envelope, None)

    def _free(self, connection: Connection, envelope: Envelope, wait_until: datetime | None) -> None:
        free = destinations.update().where(_of(envelope))
        connection.execute(free.values(held_by=None, held_until=None, wait_until=wait_until))

    def pause(self, workspace: str, method: str, until: datetime) -> None:
        """Slack asked to slow down: this method, this workspace."""
        with self._transaction() as connection:
            row = {"workspace": workspace, "method": method, "until": until}
            statement = upsert(connection, pauses).values(row)
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[pauses.c.workspace, pauses.c.method], set_={"until": until}
                )
            )

    def paused_until(self, workspace: str, method: str) -> datetime | None:
        """Until when a method must rest."""
        query = select(pauses.c.until).where(pauses.c.workspace == workspace, pauses.c.method == method)
        with self._transaction() as connection:
            return connection.execute(query).scalar_one_or_none()

    def stop(self, workspace: str, reason: str) -> None:
        """The token does not work: nothing is sent, nothing is lost."""
        with self._transaction() as connection:
            row = {"workspace": workspace, "reason": reason}
            connection.execute(upsert(connection, stops).values(row).on_conflict_do_nothing())

    def resume(self, workspace: str) -> None:
        """The token works again."""
        with self._transaction() as connection:
            connection.execute(stops.delete().where(stops.c.workspace == workspace))

    def stopped(self) -> dict[str, str]:
        """Workspaces whose sending is stopped, and why."""
        with self._transaction() as connection:
            return {row.workspace: row.reason for row in connection.execute(select(stops))}

    def stuck(self, limit: int = MOST_SHOWN) -> Sequence[Stuck]:
        """Dead letters."""
        query = select(outbox).where(outbox.c.state == "dead").order_by(outbox.c.id.desc()).limit(limit)
        with self._transaction() as connection:
            rows = connection.execute(query)
            return [Stuck(row.workspace, row.target, row.kind, row.error or "") for row in rows]

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        with self._transaction() as connection:
            return {state: number for state, number in connection.execute(query)}  # noqa: C416 - rows, not pairs

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with translated(), self._engine.begin() as connection:
            yield connection


def _ready(now: datetime, product_now: datetime) -> Select[tuple[str, str, str | None]]:
    """The destination whose message has been due longest, neither held, nor waiting, nor stopped."""
    due = and_(
        destinations.c.workspace == outbox.c.workspace,
        destinations.c.target == outbox.c.target,
        outbox.c.state.in_(WAITING),
        outbox.c.due_at <= product_now,
    )
    free = and_(_past(destinations.c.held_until, now), _past(destinations.c.wait_until, now))
    running = destinations.c.workspace.not_in(select(stops.c.workspace))
    query = select(destinations.c.workspace, destinations.c.target, destinations.c.channel)
    query = query.join(outbox, due).where(free, running).order_by(outbox.c.due_at, outbox.c.id).limit(1)
    return query.with_for_update(of=destinations, skip_locked=True)


def _past(column: ColumnElement[datetime | None], now: datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column <= now)


def _head(workspace: str, target: str, product_now: datetime) -> Select[tuple[object, ...]]:
    here = (outbox.c.workspace == workspace) & (outbox.c.target == target)
    due = outbox.c.state.in_(WAITING) & (outbox.c.due_at <= product_now)
    return select(outbox).where(here, due).order_by(outbox.c.id).limit(1)


def _in_flight(row: Row[tuple[object, ...]]) -> str:
    """A doubt stays one until it is resolved, whoever holds it."""
    return "doubt" if row.state in ("doubt", "sending") else "sending"


def _door(workspace: str, target: str) -> ColumnElement[bool]:
    return (destinations.c.workspace == workspace) & (destinations.c.target == target)


def _of(envelope: Envelope) -> ColumnElement[bool]:
    return _door(envelope.workspace, envelope.to)


def _row(number: int) -> Update:
    return outbox.update().where(outbox.c.id == number)


def _envelope(row: Row[tuple[object, ...]], channel: str | None) -> Envelope:
    return Envelope(
        id=row.id,
        workspace=row.workspace,
        to=row.target,
        channel=row.channel or channel,
        notice=notice_from(row.notice),
        problem=row.problem,
        surface=row.surface,
        ts=row.ts,
        nonce=row.nonce,
        wanted=row.wanted,
        attempts=row.attempts,
        doubt=row.state in ("doubt", "sending"),
    )
