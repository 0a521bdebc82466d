"""The outbox, as the use cases write it."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Connection, select

from sc_bot.domain.notices import Headline, Notice, Posting
from storage.dialect import insert_new
from storage.records import UnknownKind, notice_from, record_of
from storage.tables import destinations, outbox

_NOWHERE_TO_GO = (outbox.c.state == "dead") & (outbox.c.kind == Headline.__name__)
"""A closed channel may be open again. In a direct message a dead letter may stand: it is not said a second time."""


class StoredOutbox:
    """Messages to be sent, stored with the change that causes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def post(self, workspace: str, problem: int | None, postings: Sequence[Posting]) -> None:
        """Add messages; one whose key exists is already said."""
        if not postings:
            return
        targets = [{"workspace": workspace, "target": to} for to in sorted({each.to for each in postings})]
        self._connection.execute(insert_new(self._connection, destinations), targets)
        rows = [_row(workspace, problem, each) for each in postings]
        self._connection.execute(insert_new(self._connection, outbox), rows)

    def refresh(self, problem: int, due_at: datetime, *, said: bool = False) -> None:
        """Every surface of this problem is out of date; one that waits to be posted keeps its hour.

        `said`: so is what was said once; words that were removed must not stand there either.
        """
        standing = outbox.update().where(outbox.c.problem == problem)
        if not said:
            standing = standing.where(outbox.c.surface)
        stands = outbox.c.state.in_(("sent", "dead")) & outbox.c.ts.is_not(None)
        self._connection.execute(
            standing.where(stands | _NOWHERE_TO_GO).values(wanted=outbox.c.wanted + 1, state="queued", due_at=due_at)
        )
        self._connection.execute(
            standing.where(outbox.c.state.in_(("sending", "doubt", "queued"))).values(wanted=outbox.c.wanted + 1)
        )

    def find(self, workspace: str, channel: str, ts: str) -> tuple[Notice, int | None] | None:
        """Which message stands there, with its problem."""
        query = select(outbox.c.notice, outbox.c.problem).where(
            outbox.c.workspace == workspace, outbox.c.channel == channel, outbox.c.ts == ts
        )
        row = self._connection.execute(query).one_or_none()
        try:
            return None if row is None else (notice_from(row.notice), row.problem)
        except UnknownKind:
            return None


def _row(workspace: str, problem: int | None, posting: Posting) -> dict[str, object]:
    record = record_of(posting.notice)
    return {
        "workspace": workspace,
        "target": posting.to,
        "kind": record["kind"],
        "notice": record,
        "problem": problem,
        "key": posting.key,
        "surface": posting.surface,
        "state": "queued",
        "due_at": posting.due_at,
        "attempts": 0,
        "wanted": 1,
        "shown": 0,
        "nonce": token_hex(16),
    }
