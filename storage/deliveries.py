"""The worker's side of the outbox: destinations are leased, so that order holds in each."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Connection, Row, Update, bindparam, case, func, select
from sqlalchemy.sql.elements import ColumnElement

from sc_bot.domain.notices import Notice
from sc_bot.ports import Delays, Envelope, Stuck
from storage.database import StoredDatabase
from storage.dialect import insert_new, upsert
from storage.records import UnknownKind, notice_from, record_of
from storage.tables import destinations, outbox, pauses, stops
from storage.waiting import FIRST_OF, READY, READY_AND_MINE, in_due_order

MOST_SHOWN = 100

_DOOR = (destinations.c.workspace == bindparam("its_workspace")) & (destinations.c.target == bindparam("its_target"))
_ROW = outbox.update().where(outbox.c.id == bindparam("its_id"))
_HELD = destinations.update().where(_DOOR).values(held_by=bindparam("by"), held_until=bindparam("until"))
_FREE = (
    destinations.update()
    .where(_DOOR, destinations.c.held_by == bindparam("by"))
    .values(held_by=None, held_until=None, wait_until=bindparam("until"))
)
_SENDING = _ROW.values(state="sending", attempts=outbox.c.attempts + 1)
_SENT = _ROW.values(
    state=case((outbox.c.wanted > bindparam("as_shown"), "queued"), else_="sent"),
    error=None,
    attempts=0,
    shown=bindparam("as_shown"),
    channel=bindparam("in_channel"),
    ts=bindparam("at_ts"),
    sent_at=bindparam("at"),
)


class StoredDeliveries:
    """Each call is a transaction of its own."""

    def __init__(self, database: StoredDatabase, delays: Delays) -> None:
        self._database = database
        self._delays = delays

    def claim(self, holder: str, now: datetime, product_now: datetime) -> Envelope | None:
        """Lease one destination with something due; returns its first message, marked as being sent.

        What a worker left in the middle of a post comes back as a doubt, no sooner than `Delays.doubt` after its
        lease. To find nothing takes no lock.
        """
        times = {"now": now, "product_now": product_now}
        with self._database.looking() as connection:
            in_due_order(connection)
            if connection.execute(READY, times).first() is None:
                return None
        with self._database.writing() as connection:
            in_due_order(connection)
            while True:
                door = connection.execute(READY_AND_MINE, times).one_or_none()
                if door is None:
                    return None
                if door.held_by is not None:
                    self._let_go(connection, door)
                    continue
                here = {"its_workspace": door.workspace, "its_target": door.target, "product_now": product_now}
                row = connection.execute(FIRST_OF, here).one_or_none()
                if row is None:
                    continue
                try:
                    return self._lease(connection, door, row, holder, now)
                except UnknownKind:  # of another version: it must not hold up the others
                    connection.execute(_row(row.id).values(state="dead", error="unknown_kind"))

    def _lease(
        self,
        connection: Connection,
        door: Row[tuple[object, ...]],
        row: Row[tuple[object, ...]],
        holder: str,
        now: datetime,
    ) -> Envelope:
        notice = notice_from(row.notice)
        until = now + self._delays.lease
        connection.execute(_HELD, {**_key(door.workspace, door.target), "by": holder, "until": until})
        connection.execute(_SENDING, {"its_id": row.id})
        return Envelope(
            id=row.id,
            workspace=row.workspace,
            to=row.target,
            channel=row.channel or door.channel,
            notice=notice,
            problem=row.problem,
            surface=row.surface,
            ts=row.ts,
            nonce=row.nonce,
            wanted=row.wanted,
            attempts=row.attempts,
            doubt=row.state == "doubt",
            holder=holder,
            file=row.file,
            posted_again=row.posted_again,
        )

    def hold(self, envelope: Envelope, until: datetime) -> bool:
        """Keep the destination for longer; False when it is another worker's by now."""
        with self._database.writing() as connection:
            mine = destinations.update().where(_held(envelope))
            return connection.execute(mine.values(held_until=until)).rowcount == 1

    def _let_go(self, connection: Connection, door: Row[tuple[object, ...]]) -> None:
        """The worker that held it died: an edit may be repeated, a post may stand there or still be on its way."""
        here = (outbox.c.workspace == door.workspace) & (outbox.c.target == door.target)
        state = case((outbox.c.ts.is_(None), "doubt"), else_="queued")
        connection.execute(outbox.update().where(here, outbox.c.state == "sending").values(state=state))
        free = destinations.update().where(_door(door.workspace, door.target))
        wait_until = door.held_until + self._delays.doubt
        connection.execute(free.values(held_by=None, held_until=None, wait_until=wait_until))

    def opened(self, envelope: Envelope, channel: str) -> None:
        """The direct message channel of this destination is known."""
        with self._database.writing() as connection:
            door = _door(envelope.workspace, envelope.to)
            connection.execute(destinations.update().where(door).values(channel=channel))

    def sent(self, envelope: Envelope, channel: str, ts: str, now: datetime, wait_until: datetime) -> None:
        """It stands in Slack; a change of its problem in the meantime keeps it queued.

        True whoever says so: a worker whose lease ran out may report it too.
        """
        stands = {"its_id": envelope.id, "as_shown": envelope.wanted, "in_channel": channel, "at_ts": ts, "at": now}
        with self._database.writing() as connection:
            connection.execute(_SENT, stands)
            _freed(connection, envelope, wait_until)

    def uploaded(self, envelope: Envelope, file: str) -> None:
        """Slack has the bytes of a file under this id."""
        with self._database.writing() as connection:
            connection.execute(_row(envelope.id).values(file=file))

    def replace(self, envelope: Envelope, notice: Notice) -> None:
        """Something else is said in its place, next."""
        record = record_of(notice)
        anew = {"kind": record["kind"], "notice": record, "file": None, "nonce": token_hex(16), "attempts": 0}
        self._end(envelope, state="queued", error=None, **anew)

    def posted_again(self, envelope: Envelope) -> None:
        """Count a message that may stand in Slack already and cannot be looked up."""
        with self._database.writing() as connection:
            connection.execute(_row(envelope.id).values(posted_again=outbox.c.posted_again + 1))

    def later(
        self, envelope: Envelope, wait_until: datetime, *, doubt: bool, reason: str, is_attempt: bool = True
    ) -> None:
        """Try again; order is kept, the whole destination waits."""
        attempts = envelope.attempts + 1 if is_attempt else envelope.attempts
        self._end(envelope, wait_until, state="doubt" if doubt else "queued", error=reason, attempts=attempts)

    def give_up(self, envelope: Envelope, reason: str) -> None:
        """A dead letter; a change of its problem tries a card again that already stands."""
        self._end(envelope, state="dead", error=reason)

    def drop(self, envelope: Envelope) -> None:
        """Nothing is left to say."""
        self._end(envelope, state="dropped", ts=None, channel=None)

    def post_anew(self, envelope: Envelope) -> None:
        """What stood in Slack is gone: post it again, under a key of its own."""
        self._end(envelope, state="queued", ts=None, channel=None, file=None, nonce=token_hex(16))

    def redirect(self, envelope: Envelope, to: str, reason: str) -> None:
        """The recipient cannot be reached: somebody else gets it, after what already waits for them."""
        door = {"workspace": envelope.workspace, "target": to}
        moved = {"target": to, "state": "queued", "ts": None, "channel": None, "file": None, "nonce": token_hex(16)}
        with self._database.writing() as connection:
            if _freed(connection, envelope, None):
                connection.execute(insert_new(connection, destinations), door)
                connection.execute(_row(envelope.id).values(error=reason, attempts=0, **moved))

    def _end(self, envelope: Envelope, wait_until: datetime | None = None, **columns: object) -> None:
        with self._database.writing() as connection:
            if _freed(connection, envelope, wait_until):
                connection.execute(_row(envelope.id).values(columns))

    def pause(self, workspace: str, method: str, until: datetime) -> None:
        """This method, or every one, rests in this workspace; the longer rest counts."""
        row = {"workspace": workspace, "method": method, "until": until}
        with self._database.writing() as connection:
            statement = upsert(connection.dialect.name, pauses).values(row)
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[pauses.c.workspace, pauses.c.method],
                    set_={"until": until},
                    where=pauses.c.until < until,
                )
            )

    def stop(self, workspace: str, reason: str) -> None:
        """The token does not work: nothing is sent, nothing is lost."""
        with self._database.writing() as connection:
            row = {"workspace": workspace, "reason": reason}
            connection.execute(insert_new(connection, stops), row)

    def resume(self, workspace: str) -> None:
        """The token works again."""
        with self._database.writing() as connection:
            connection.execute(stops.delete().where(stops.c.workspace == workspace))

    def stopped(self) -> dict[str, str]:
        """Workspaces whose sending is stopped, and why."""
        with self._database.looking() as connection:
            return {row.workspace: row.reason for row in connection.execute(select(stops))}

    def stuck(self, limit: int = MOST_SHOWN, workspace: str | None = None) -> Sequence[Stuck]:
        """Dead letters, of one workspace or of all; the newest first."""
        query = select(outbox).where(_dead(workspace)).order_by(outbox.c.id.desc()).limit(limit)
        with self._database.looking() as connection:
            rows = connection.execute(query)
            return [Stuck(row.workspace, row.target, row.kind, row.error or "", row.due_at) for row in rows]

    def try_again(self, workspace: str | None = None) -> int:
        """Queue every dead letter again: for whoever mended what kept them; returns how many.

        None of them ever reached Slack: what might have is in doubt, not dead. A letter of which nobody knows
        whether it was taken may arrive twice, under one Message-ID.
        """
        again = outbox.update().where(_dead(workspace)).values(state="queued", attempts=0, error=None)
        with self._database.writing() as connection:
            return connection.execute(again).rowcount

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        with self._database.looking() as connection:
            return {state: number for state, number in connection.execute(query)}  # noqa: C416 - rows, not pairs


def _freed(connection: Connection, envelope: Envelope, wait_until: datetime | None) -> bool:
    """Free the destination; False when its lease ran out and it is another worker's business by now."""
    ours = {**_key(envelope.workspace, envelope.to), "by": envelope.holder, "until": wait_until}
    return connection.execute(_FREE, ours).rowcount == 1


def _dead(workspace: str | None) -> ColumnElement[bool]:
    dead = outbox.c.state == "dead"
    return dead if workspace is None else dead & (outbox.c.workspace == workspace)


def _key(workspace: str, target: str) -> dict[str, object]:
    """A destination, for the statements that were made once."""
    return {"its_workspace": workspace, "its_target": target}


def _held(envelope: Envelope) -> ColumnElement[bool]:
    return _door(envelope.workspace, envelope.to) & (destinations.c.held_by == envelope.holder)


def _door(workspace: str, target: str) -> ColumnElement[bool]:
    return (destinations.c.workspace == workspace) & (destinations.c.target == target)


def _row(number: int) -> Update:
    return outbox.update().where(outbox.c.id == number)
