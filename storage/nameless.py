"""Taking somebody's place: the rows of a holding name nobody any more."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select, update

from sc_bot.domain.events import Happened
from sc_bot.domain.nobody import NOBODY, PEOPLE_AT, without_people
from storage.holdings import Holding, Instead
from storage.tables import community_events, events

ABOUT_PEOPLE = ("person", "habits", "absence")
"""How the subject of a change begins that is about somebody; their id follows."""


def forget(connection: Connection, holding: Holding, where: ColumnElement[bool]) -> int:
    """Put nobody in these rows; returns in how many somebody was named."""
    here = where & holding.names_somebody
    if holding.instead is Instead.NO_ROW:
        return connection.execute(delete(holding.table).where(here)).rowcount
    return connection.execute(update(holding.table).where(here).values({holding.column: holding.forgotten})).rowcount


def forget_in_details(connection: Connection, where: ColumnElement[bool], gone: str | None = None) -> None:
    """The details of these steps name nobody; or, if somebody is given, not them."""
    naming = events.c.kind.in_([each.value for each in PEOPLE_AT])
    for row in connection.execute(select(events.c.id, events.c.kind, events.c.details).where(where, naming)).all():
        details = list(without_people(Happened(row.kind), row.details, gone))
        if details != row.details:
            connection.execute(update(events).where(events.c.id == row.id).values(details=details))


def forget_change(connection: Connection, row: Any) -> None:  # noqa: ANN401 - a row of `community_events`
    """A change of the community is kept without who made it and, if it was about somebody, without about whom."""
    kind = row.subject.partition(" ")[0]
    values: dict[str, object] = {"actor": None if row.actor is None else NOBODY}
    if kind in ABOUT_PEOPLE:
        values |= {"subject": f"{kind} {NOBODY}", "before": None, "after": None}
    connection.execute(update(community_events).where(community_events.c.id == row.id).values(values))
