"""A Slack that is new again: nothing stands there any more, so that all that was said is said anew."""

from datetime import UTC, datetime

from sqlalchemy import Connection, or_, select

from storage.database import StoredDatabase
from storage.tables import destinations, homes, outbox, pauses, stops


def forget_slack(database: StoredDatabase, workspace: str) -> datetime | None:
    """Queue every message of a workspace again, due when it was first posted; returns when the oldest one was.

    Each will be worded as of now. Channels are opened anew. What was given up or dropped stays so. Only for a Slack of
    which nothing is left: in a real one everything would be said twice.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    here = outbox.c.workspace == workspace
    with database.writing() as connection:
        posted = _posted(connection, workspace)
        for number, moment in posted.items():
            connection.execute(_AGAIN.where(outbox.c.id == number).values(due_at=moment))
        connection.execute(_AGAIN.where(here, outbox.c.state.in_(("sending", "doubt"))))
        free = {"channel": None, "held_by": None, "held_until": None, "wait_until": None}
        connection.execute(destinations.update().where(destinations.c.workspace == workspace).values(**free))
        connection.execute(homes.update().where(homes.c.workspace == workspace).values(hash=None))
        for table in (pauses, stops):
            connection.execute(table.delete().where(table.c.workspace == workspace))
    return min(posted.values(), default=None)


_AGAIN = outbox.update().values(state="queued", ts=None, channel=None, attempts=0, shown=0, error=None)


def _posted(connection: Connection, workspace: str) -> dict[int, datetime]:
    """When each message that stood there was posted: its name in Slack says so."""
    stood = or_(outbox.c.state == "sent", outbox.c.ts.is_not(None)) & outbox.c.state.not_in(("dead", "dropped"))
    rows = connection.execute(select(outbox.c.id, outbox.c.ts).where(outbox.c.workspace == workspace, stood))
    return {row.id: datetime.fromtimestamp(float(row.ts), UTC) for row in rows if row.ts}
