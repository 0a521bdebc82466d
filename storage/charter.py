"""Charters and their signatures in tables; rows are added and never changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from sc_bot.domain.charter import Charter, Signature
from sc_bot.domain.community import Role
from sc_bot.ports import Place
from storage.dialect import insert_new
from storage.tables import charter_signatures, charters


class StoredCharters:
    """Every version, and who signed which."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self, place: Place) -> Charter | None:
        """The version that holds."""
        newest = select(charters).where(charters.c.community == place.id).order_by(charters.c.number.desc()).limit(1)
        row = self._connection.execute(newest).one_or_none()
        if row is None:
            return None
        return Charter(number=row.number, fr=row.fr, en=row.en, made_by=row.made_by, made_at=row.made_at)

    def add(self, place: Place, charter: Charter, now: datetime) -> bool:
        """Keep a version, if none of this number is kept."""
        row = {"workspace": place.workspace, "community": place.id, "number": charter.number, "made_at": now}
        words = {"fr": charter.fr, "en": charter.en, "made_by": charter.made_by}
        statement = insert_new(self._connection, charters).values(row | words)
        return self._connection.execute(statement).rowcount == 1

    def sign(self, place: Place, signature: Signature) -> None:
        """Keep a signature; the first stands."""
        row = {"workspace": place.workspace, "community": place.id, "charter": signature.charter, "at": signature.at}
        who = {"institution": signature.institution, "role": signature.role.value, "person": signature.person}
        self._connection.execute(insert_new(self._connection, charter_signatures).values(row | who))

    def signatures(self, place: Place, number: int) -> Sequence[Signature]:
        """Every signature of a version, oldest first."""
        here = (charter_signatures.c.community == place.id) & (charter_signatures.c.charter == number)
        rows = self._connection.execute(select(charter_signatures).where(here).order_by(charter_signatures.c.id))
        return [
            Signature(
                charter=row.charter, institution=row.institution, role=Role(row.role), person=row.person, at=row.at
            )
            for row in rows
        ]
