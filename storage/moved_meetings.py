"""Which meetings of a community's committees are at another hour than their rhythm says."""

from datetime import datetime

from sqlalchemy import Connection, select

from sc_bot.domain.community import Moved
from storage.tables import meetings


def moved_in(connection: Connection, community: int) -> tuple[Moved, ...]:
    """All of them, held or not: kept with the place, so that they cost a report nothing."""
    query = select(meetings.c.committee, meetings.c.nominal, meetings.c.at)
    here = query.where(meetings.c.community == community, meetings.c.moved_by.is_not(None))
    rows = connection.execute(here.order_by(meetings.c.id))
    return tuple(Moved(row.committee, datetime.fromisoformat(row.nominal), row.at) for row in rows)
