"""Absences in tables."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, or_, select

from sc_bot.domain.absences import Absence
from sc_bot.ports import Place
from storage.absence_records import absence_from, columns_of, record_of_absence
from storage.communities import Change, StoredCommunities
from storage.tables import absences, communities


class StoredAbsences:
    """Who is away; each change of it is one of the community."""

    def __init__(self, connection: Connection, place_of: StoredCommunities) -> None:
        self._connection = connection
        self._communities = place_of

    def add(self, place: Place, absence: Absence, *, actor: str | None, now: datetime) -> Absence:
        """Store an absence."""
        row = {"workspace": place.workspace, "community": place.id, "made_by": actor, "made_at": now}
        statement = absences.insert().values(row | columns_of(absence)).returning(absences.c.id)
        stored = replace(absence, id=self._connection.execute(statement).scalar_one(), community=place.id)
        self._changed(place, stored, (None, record_of_absence(stored)), actor, now)
        return stored

    def get(self, absence: int) -> Absence | None:
        """One absence, over or not."""
        row = self._connection.execute(select(absences).where(absences.c.id == absence)).one_or_none()
        return None if row is None else absence_from(row)

    def began(self, place: Place, absence: int, now: datetime) -> None:
        """Their open problems were handed on; decided when the absence was set, so not audited again."""
        self._connection.execute(absences.update().where(absences.c.id == absence).values(begun_at=now))
        self._communities.moved(place)

    def end(self, place: Place, absence: int, *, actor: str | None, now: datetime) -> None:
        """It is over."""
        here = absences.update().where(absences.c.id == absence, absences.c.ended_at.is_(None))
        row = self._connection.execute(here.values(ended_at=now).returning(absences)).one_or_none()
        if row is not None:
            ended = absence_from(row)
            self._changed(place, ended, (record_of_absence(ended), None), actor, now)

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another; an absence that is over says who they were then."""
        query = select(absences).where(absences.c.community == place.id, absences.c.ended_at.is_(None))
        for row in self._connection.execute(query).all():
            known = absence_from(row)
            covers = tuple(replace(each, person=new) if each.person == old else each for each in known.covers)
            renamed = replace(known, person=new if known.person == old else known.person, covers=covers)
            if renamed != known:
                here = absences.update().where(absences.c.id == known.id)
                self._connection.execute(here.values(columns_of(renamed)))
                self._communities.moved(place)

    def turning(self, day: date) -> Sequence[int]:
        """The communities where an absence may begin or end before this day."""
        begins = absences.c.begun_at.is_(None) & (absences.c.first_day <= day)
        query = select(absences.c.community).join(communities, communities.c.id == absences.c.community)
        due = query.where(absences.c.ended_at.is_(None), communities.c.active, or_(begins, absences.c.last_day < day))
        return list(self._connection.execute(due.distinct().order_by(absences.c.community)).scalars())

    def _changed(self, place: Place, absence: Absence, change: Change, actor: str | None, now: datetime) -> None:
        self._communities.audit(place, actor, f"absence {absence.person}", change, now)
        self._communities.moved(place)
