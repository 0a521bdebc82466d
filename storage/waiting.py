"""Which message is next: a destination's first one, if nothing makes it wait.

The statements are built once and get their values at each look: building them took longer than running them.
"""

from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    not_,
    or_,
    select,
    text,
)

from sc_bot.domain.addresses import BY_MAIL
from sc_bot.domain.common_notices import LessonHeadline, Projector
from sc_bot.domain.notices import DOCUMENTS
from sc_bot.ports import EVERY_METHOD, MAIL
from storage.tables import WAITING, destinations, outbox, pauses, stops
from storage.types import Instant

ONE: ColumnElement[int] = literal_column("1")
"""Written out, not bound: a prepared plan must know that one is enough."""
NOW = bindparam("now", type_=Instant())
PRODUCT_NOW = bindparam("product_now", type_=Instant())
_IN_DUE_ORDER = text(
    "SELECT set_config('enable_sort', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)"
)
_HERE = (outbox.c.workspace == bindparam("its_workspace")) & (outbox.c.target == bindparam("its_target"))


def in_due_order(connection: Connection) -> None:
    """Said before `READY`, for this transaction: messages are read in the order in which they are due.

    PostgreSQL would sort all that waits where its statistics are of an hour when little waited. And it plans each time:
    a plan for any time does not know how few destinations are free now.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_IN_DUE_ORDER)


def _ready() -> Select[tuple[object, ...]]:
    here = and_(destinations.c.workspace == outbox.c.workspace, destinations.c.target == outbox.c.target)
    free = and_(_past(destinations.c.held_until, NOW), _past(destinations.c.wait_until, NOW))
    query = select(destinations).select_from(destinations).join(outbox, and_(here, _due(outbox)))
    return query.where(free, _works(), _is_first(), not_(_rests())).order_by(outbox.c.due_at, outbox.c.id).limit(ONE)


def _works() -> ColumnElement[bool]:
    """The workspace is not stopped, and does not rest as a whole; its mail does not rest with it.

    Asked of the message, before its destination is looked up: a stopped workspace may hold thousands. Asked as one:
    PostgreSQL takes each `not in` for a half, and would expect too few messages to stop at the first.
    """
    workspace, stopped = outbox.c.workspace, select(stops.c.workspace)
    resting = select(pauses.c.workspace).where(pauses.c.method == EVERY_METHOD, pauses.c.until > NOW)
    by_mail = outbox.c.target.startswith(BY_MAIL)
    return or_(workspace.not_in(stopped.union_all(resting)), and_(by_mail, workspace.not_in(stopped)))


def _is_first() -> ColumnElement[bool]:
    """Nothing that is due goes before it there.

    Written so that PostgreSQL reads messages in the order in which they are due and stops at the first that may go:
    `not exists` and `=` made it look at all that wait. The destination's columns keep this behind the question
    whether the destination is free.
    """
    earlier = outbox.alias("earlier")
    there = and_(earlier.c.workspace == destinations.c.workspace, earlier.c.target == outbox.c.target)
    first = select(earlier.c.id).where(there, _due(earlier)).order_by(earlier.c.id).limit(ONE)
    return outbox.c.id <= first.scalar_subquery()


def _first_of() -> Select[tuple[object, ...]]:
    return select(outbox).where(_HERE, _due(outbox)).order_by(outbox.c.id).limit(1)


def _keys_behind() -> Select[str]:
    return select(outbox.c.key).where(_HERE, _due(outbox), outbox.c.id > bindparam("its_id"))


def _due(messages: FromClause) -> ColumnElement[bool]:
    # Written out, not bound: only so do the databases see that the partial indexes hold these rows.
    waiting: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in WAITING]
    return and_(messages.c.state.in_(waiting), messages.c.due_at <= PRODUCT_NOW)


def _rests() -> ColumnElement[bool]:
    """Whether Slack, or the mail server, asked for a rest of what this message needs.

    Slack asks a workspace; there is one mail server for all of them.
    """
    stands, method = outbox.c.ts.is_not(None), pauses.c.method
    is_file = outbox.c.kind.in_([each.__name__ for each in DOCUMENTS])
    by_mail = outbox.c.target.startswith(BY_MAIL)
    of_slack = or_(
        and_(stands, method.in_(("chat.update", "chat.delete"))),
        and_(not_(stands), not_(is_file), method == "chat.postMessage"),
        and_(is_file, method.in_(("files.getUploadURLExternal", "files.upload", "files.completeUploadExternal"))),
        and_(not_(stands), method == "conversations.open", destinations.c.channel.is_(None)),
        and_(outbox.c.state == "doubt", method == "conversations.history"),
        and_(outbox.c.kind.in_([LessonHeadline.__name__, Projector.__name__]), method == "conversations.info"),
    )
    here = pauses.c.workspace == outbox.c.workspace
    needed = or_(and_(by_mail, method == MAIL), and_(not_(by_mail), here, of_slack))
    return exists().where(pauses.c.until > NOW, needed)


def _past(column: ColumnElement[datetime | None], now: BindParameter[datetime]) -> ColumnElement[bool]:
    return or_(column.is_(None), column <= now)


READY = _ready()
"""The destination whose first message may go and has been due longest.

`now` is real time, for leases, waits and pauses; `product_now` says what is due.
"""
READY_AND_MINE = READY.with_for_update(of=destinations, skip_locked=True)
"""The same, taken: another worker looks past it."""
FIRST_OF = _first_of()
"""The first message that is due (at `product_now`) at the destination `its_target` of `its_workspace`."""
KEYS_BEHIND = _keys_behind()
"""The keys of what waits there behind the message `its_id`, and is due."""
