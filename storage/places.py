"""A community in one piece: its configuration, its offices, who is away, what routing learned, whether it has ended."""

from dataclasses import replace

from sqlalchemy import Connection, or_, select

from sc_bot.domain.absences import Absence
from sc_bot.domain.cycles import Archive
from sc_bot.domain.learning import Learned
from sc_bot.ports import Place
from storage.absence_records import absence_from
from storage.community_records import community_from, person_from, stand_ins
from storage.tables import absences, archives, communities, learned, people

_PLACE = (
    communities.c.id,
    communities.c.workspace,
    communities.c.version,
    communities.c.configuration,
    communities.c.channels,
)


def read_place(connection: Connection, community: int) -> Place:
    """One community as it is now, with those who hold an office in it."""
    row = connection.execute(select(*_PLACE).where(communities.c.id == community)).one()
    configuration = community_from(row.configuration, ())
    away = _away(connection, community)
    named = {each.person for each in away}.union(*(each.everyone for each in away))
    office = or_(people.c.officer, people.c.key.in_(stand_ins(configuration) | named))
    query = select(people).where(people.c.community == community, people.c.active, office)
    holders = connection.execute(query.order_by(people.c.position, people.c.id)).all()
    value = replace(configuration, people=tuple(map(person_from, holders)))
    known = _learned(connection, community)
    return Place(
        row.id, row.workspace, row.version, value, dict(row.channels), away, known, _archived(connection, community)
    )


def _learned(connection: Connection, community: int) -> Learned:
    """What routing learned: kept with the place, so that it costs a report nothing."""
    ended: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(learned).where(learned.c.community == community)):
        ended.setdefault(row.term, {})[row.institution] = row.problems
    return Learned(ended)


def _archived(connection: Connection, community: int) -> Archive | None:
    query = select(archives).where(archives.c.community == community, archives.c.undone_at.is_(None))
    row = connection.execute(query.order_by(archives.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else Archive(at=row.at, by=row.by, reason=row.reason)


def _away(connection: Connection, community: int) -> tuple[Absence, ...]:
    """Every absence that is not over: whoever is away or covers is known whenever somebody has to answer."""
    query = select(absences).where(absences.c.community == community, absences.c.ended_at.is_(None))
    return tuple(map(absence_from, connection.execute(query.order_by(absences.c.first_day, absences.c.id))))
