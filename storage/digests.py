"""Who had which week's digest, in a table."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql

from sc_bot.ports import Place
from storage.dialect import upsert
from storage.tables import digests


class StoredDigests:
    """One row a person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, place: Place) -> Mapping[str, date]:
        """The last week of each person of a community whose digest was sent, or had passed when they came."""
        query = select(digests.c.person, digests.c.week).where(digests.c.community == place.id)
        return {row.person: row.week for row in self._connection.execute(query)}

    def had(self, place: Place, weeks: Mapping[str, date], now: datetime) -> None:
        """From now on these are their last weeks; a later one that is known stands."""
        rows = [{"community": place.id, "person": who, "week": weeks[who], "at": now} for who in sorted(weeks)]
        if rows:
            self._connection.execute(_had(self._connection.dialect.name), rows)


@cache
def _had(dialect: str) -> postgresql.Insert:
    row = upsert(dialect, digests)
    newer = {"week": row.excluded.week, "at": row.excluded.at}
    key = [digests.c.community, digests.c.person]
    return row.on_conflict_do_update(index_elements=key, set_=newer, where=digests.c.week < row.excluded.week)
