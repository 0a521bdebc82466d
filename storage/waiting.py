"""Which message is next: a destination's first one, if nothing makes it wait."""

from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, literal_column, not_, or_, select

from sc_bot.ports import EVERY_METHOD
from storage.tables import WAITING, destinations, outbox, pauses, stops


def ready(now: datetime, product_now: datetime) -> Select[tuple[object, ...]]:
    """Destinations whose first message may go, the one that has been due longest first.

    Args:
        now: real time, for leases, waits and pauses.
        product_now: what is due.
    """
    earlier = outbox.alias("earlier")
    same = and_(earlier.c.workspace == outbox.c.workspace, earlier.c.target == outbox.c.target)
    is_first = not_(exists().where(same, _due(earlier, product_now), earlier.c.id < outbox.c.id))
    here = and_(destinations.c.workspace == outbox.c.workspace, destinations.c.target == outbox.c.target)
    free = and_(_past(destinations.c.held_until, now), _past(destinations.c.wait_until, now))
    running = destinations.c.workspace.not_in(select(stops.c.workspace))
    query = select(destinations).join(outbox, and_(here, _due(outbox, product_now)))
    return query.where(free, running, is_first, not_(_rests(now))).order_by(outbox.c.due_at, outbox.c.id)


def first_of(workspace: str, target: str, product_now: datetime) -> Select[tuple[object, ...]]:
    """The first message that is due at a destination."""
    here = (outbox.c.workspace == workspace) & (outbox.c.target == target)
    return select(outbox).where(here, _due(outbox, product_now)).order_by(outbox.c.id).limit(1)


def _due(messages: FromClause, product_now: datetime) -> ColumnElement[bool]:
    # Written out, not bound: only so do the databases see that the partial indexes hold these rows.
    waiting: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in WAITING]
    return and_(messages.c.state.in_(waiting), messages.c.due_at <= product_now)


def _rests(now: datetime) -> ColumnElement[bool]:
    """Whether Slack asked for a rest of a method that this message needs."""
    stands, method = outbox.c.ts.is_not(None), pauses.c.method
    needed = or_(
        method == EVERY_METHOD,
        and_(stands, method.in_(("chat.update", "chat.delete"))),
        and_(not_(stands), method == "chat.postMessage"),
        and_(not_(stands), method == "conversations.open", destinations.c.channel.is_(None)),
        and_(outbox.c.state == "doubt", method == "conversations.history"),
    )
    return exists().where(pauses.c.workspace == outbox.c.workspace, pauses.c.until > now, needed)


def _past(column: ColumnElement[datetime | None], now: datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column <= now)
