"""The registers of the privacy officer in tables."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, func, select

from sc_bot.domain.accesses import Access, Screen
from sc_bot.domain.incidents import Incident, Notified, Risk
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.seals import day_of
from sc_bot.ports import Place
from storage.dialect import insert_new
from storage.records import Record
from storage.tables import accesses, communities, incidents


class StoredAccesses:
    """Who looked at an identity that is kept from others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.screen = Screen.PROBLEM
        self.noted: list[Record] = []
        """What is written when the unit of work ends: one that only reads cannot write."""

    def note(self, place: Place, reader: str | None, subject: str, screen: Screen | None, now: datetime) -> None:
        """Keep that it was read, once a day."""
        row = {"workspace": place.workspace, "community": place.id, "at": now, "day": day_of(now)}
        self.noted.append(row | {"reader": reader or NOBODY, "subject": subject, "screen": screen or self.screen})

    def newest(self, place: Place, limit: int) -> Sequence[Access]:
        """The register, the newest first."""
        query = select(accesses).where(accesses.c.community == place.id)
        rows = self._connection.execute(query.order_by(accesses.c.at.desc(), accesses.c.id.desc()).limit(limit))
        return [_access(row) for row in rows]


def write_down(connection: Connection, noted: Sequence[Record]) -> None:
    """Store what was noted; the first time of a day counts."""
    if noted:
        connection.execute(insert_new(connection, accesses), list(noted))


class StoredIncidents:
    """The register of incidents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, place: Place, incident: Incident) -> Incident:
        """Keep an entry under the next number; the community's lock is also its register's."""
        self._connection.execute(select(communities.c.id).where(communities.c.id == place.id).with_for_update())
        last = select(func.max(incidents.c.number)).where(incidents.c.community == place.id)
        number = (self._connection.execute(last).scalar_one() or 0) + 1
        row: Record = {"workspace": place.workspace, "community": place.id, "number": number}
        row |= {name: getattr(incident, name) for name in _AS_THEY_ARE[1:]}
        row |= {"risk": incident.risk.value, "notified": [each.value for each in incident.notified]}
        self._connection.execute(incidents.insert().values(row))
        return _incident(
            self._connection.execute(
                select(incidents).where(incidents.c.community == place.id, incidents.c.number == number)
            ).one()
        )

    def all(self, place: Place) -> Sequence[Incident]:
        """Every entry, the newest first."""
        query = select(incidents).where(incidents.c.community == place.id).order_by(incidents.c.number.desc())
        return [_incident(row) for row in self._connection.execute(query)]


_AS_THEY_ARE = ("number", "recorded_at", "recorded_by", "day", "what", "kinds", "people", "measures", "confirmed")


def _incident(row: Row[tuple[object, ...]]) -> Incident:
    return Incident(
        risk=Risk(row.risk),
        notified=tuple(Notified(each) for each in row.notified),
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )


def _access(row: Row[tuple[object, ...]]) -> Access:
    reader = None if row.reader == NOBODY else row.reader
    return Access(at=row.at, reader=reader, subject=row.subject, screen=Screen(row.screen))
