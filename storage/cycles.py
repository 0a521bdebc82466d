"""Cycle reviews and archives in tables."""

from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from sc_bot.domain.cycles import Archive, Review
from sc_bot.ports import Place
from storage.communities import StoredCommunities
from storage.dialect import insert_new
from storage.tables import archives, cycle_reviews


class StoredCycles:
    """How a community lives, reviews itself and ends."""

    def __init__(self, connection: Connection, communities: StoredCommunities) -> None:
        self._connection, self._communities = connection, communities

    def last(self, place: Place) -> Review | None:
        """The last review that was asked for."""
        query = select(cycle_reviews).where(cycle_reviews.c.community == place.id)
        row = self._connection.execute(query.order_by(cycle_reviews.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else _review(row)

    def review(self, place: Place, number: int, *, to_change: bool = False) -> Review | None:
        """One review; locked when it is to change."""
        query = select(cycle_reviews).where(cycle_reviews.c.community == place.id, cycle_reviews.c.number == number)
        row = self._connection.execute(query.with_for_update() if to_change else query).one_or_none()
        return None if row is None else _review(row)

    def ask(self, place: Place, review: Review) -> bool:
        """Keep that a review is asked for; False: it is already."""
        row = {"workspace": place.workspace, "community": place.id, "number": review.number, "day": review.day}
        moments = {"since": review.since, "asked_at": review.asked_at}
        return self._connection.execute(insert_new(self._connection, cycle_reviews).values(row | moments)).rowcount == 1

    def hold(self, place: Place, review: Review) -> None:
        """Keep that it was held, and what came of it."""
        here = (cycle_reviews.c.community == place.id) & (cycle_reviews.c.number == review.number)
        held = {"held_at": review.held_at, "held_by": review.held_by, "summary": review.summary}
        self._connection.execute(update(cycle_reviews).where(here).values(held))

    def archive(self, place: Place, archive: Archive) -> None:
        """From now on the community is only read."""
        row = {"workspace": place.workspace, "community": place.id, "at": archive.at, "by": archive.by}
        self._connection.execute(archives.insert().values(row | {"reason": archive.reason}))
        self._communities.audit(place, archive.by, "archive", (None, {"archived": True}), archive.at)
        self._communities.moved(place)

    def undo(self, place: Place, by: str, now: datetime) -> None:
        """It may be changed again."""
        here = (archives.c.community == place.id) & archives.c.undone_at.is_(None)
        self._connection.execute(update(archives).where(here).values(undone_at=now, undone_by=by))
        self._communities.audit(place, by, "archive", ({"archived": True}, None), now)
        self._communities.moved(place)


def _review(row: Row[tuple[object, ...]]) -> Review:
    return Review(
        number=row.number,
        day=row.day,
        since=row.since,
        asked_at=row.asked_at,
        held_at=row.held_at,
        held_by=row.held_by,
        summary=row.summary,
    )
