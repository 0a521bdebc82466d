"""Participations in tables."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, Select, select, update

from sc_bot.domain.participations import Participation, Taking
from sc_bot.domain.problems import OPEN
from sc_bot.ports import Place
from storage.records import Record
from storage.tables import participations, problems

_AS_THEY_ARE = ("workspace", "community", "problem", "institution", "asked_by", "what", "at")


class StoredParticipations:
    """Who is asked to contribute, and who does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, participation: Participation) -> Participation:
        """Store it as it is now; a new one gets its id. The problem's lock is also its participations'."""
        row = _columns(participation)
        if participation.id:
            here = participations.c.id == participation.id
            self._connection.execute(update(participations).where(here).values(row))
            return participation
        added = participations.insert().returning(participations.c.id)
        return self.by_id(self._connection.execute(added, row).scalar_one())

    def by_id(self, participation: int) -> Participation:
        """By id."""
        return self._all(select(participations).where(participations.c.id == participation))[0]

    def of(self, problem: int) -> Sequence[Participation]:
        """Every participation in a problem, in the order in which they were first asked."""
        here = participations.c.problem == problem
        return self._all(select(participations).where(here).order_by(participations.c.id))

    def asked_of(self, place: Place, institutions: Sequence[str], limit: int) -> Sequence[Participation]:
        """What some institutions have not answered, about open problems, oldest first."""
        theirs = (participations.c.community == place.id) & participations.c.institution.in_(institutions)
        waits = participations.c.standing == Taking.ASKED.value
        is_open = problems.c.state.in_([each.value for each in OPEN])
        query = select(participations).join(problems, problems.c.id == participations.c.problem)
        return self._all(query.where(theirs, waits, is_open).order_by(participations.c.id).limit(limit))

    def _all(self, query: Select[tuple[object, ...]]) -> list[Participation]:
        return [participation_from(row) for row in self._connection.execute(query)]


def _columns(participation: Participation) -> Record:
    return {name: getattr(participation, name) for name in _AS_THEY_ARE} | {"standing": participation.standing.value}


def participation_from(row: Row[tuple[object, ...]]) -> Participation:
    """A participation from its row."""
    return Participation(
        id=row.id, standing=Taking(row.standing), **{name: getattr(row, name) for name in _AS_THEY_ARE}
    )
