"""What each part of an erasure can do: find the rows in which somebody stands, and make them forget."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, String, Table, and_, cast, or_, select

from sc_bot.domain.community import Person
from sc_bot.domain.nobody import NOBODY
from sc_bot.ports import Place
from storage import tables as t

Key = tuple[Any, ...]
"""A row's primary key."""

_OTHER_THINGS = """
aliases alternatives channel code committee continua continuum en fr id instead_of institution institutions keywords
kind language member_roles municipality reach reference state timezone zone
"""
_NO_PEOPLE = frozenset(_OTHER_THINGS.split())
"""Under these names a document holds other things than people, also where one is called as somebody is."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who is being forgotten in one community."""

    place: Place
    person: Person
    before: frozenset[str] = frozenset()
    """Ids under which they were known before: as a newcomer, or in an older community file."""

    @classmethod
    def of(cls, connection: Connection, place: Place, person: Person) -> "Gone":
        """With every id of theirs."""
        if not person.slack_id:
            return cls(place, person)
        theirs = (t.people.c.slack_id == person.slack_id) & ~t.people.c.active
        query = select(t.people.c.key).where(t.people.c.community == place.id, theirs)
        return cls(place, person, frozenset(connection.execute(query).scalars()))

    @property
    def ids(self) -> Collection[str]:
        """Who they are in tables: the community file's id, and the one under which Slack knows them."""
        return {self.person.id, *filter(None, (self.person.slack_id,)), *self.before}


class Part(Protocol):
    """One kind of row in which somebody stands."""

    @property
    def name(self) -> str:
        """How its traces are called."""
        ...

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """The rows in which they stand; it only reads."""
        ...

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:
        """They stand in these rows no more; returns the problems that these belong to."""
        ...


def among(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    """These rows of a table, written so that both databases find them by their key."""
    columns = list(table.primary_key)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return or_(*(and_(*(column == part for column, part in zip(columns, key, strict=True))) for key in keys))


def holds(column: ColumnElement[Any], gone: Gone) -> ColumnElement[bool]:
    """Where one of their ids can be found among other letters; whether it is theirs is looked at then."""
    return or_(*(cast(column, String).contains(each, autoescape=True) for each in gone.ids))


def is_elsewhere(document: Any, place: Place) -> bool:  # noqa: ANN401 - JSON is whatever it is
    """Whether a document is about another community: there the same id may be somebody else."""
    said = document.get("community") if isinstance(document, dict) else None
    return isinstance(said, int) and said != place.id


def without(document: Any, gone: Collection[str], under: str = "") -> Any:  # noqa: ANN401 - JSON is whatever it is
    """A document in which nobody stands in their place; what a community file says of them is left out."""
    if isinstance(document, dict):
        return {key: without(value, gone, key) for key, value in document.items()}
    if isinstance(document, list):
        kept = [
            each for each in document if not (isinstance(each, dict) and each.get("id") in gone and "roles" in each)
        ]
        return [without(each, gone, under) for each in kept]
    return NOBODY if document in gone and under not in _NO_PEOPLE else document


def is_known_elsewhere(connection: Connection, gone: Gone) -> bool:
    """Whether another community of the workspace knows them: what was said to them there stays."""
    here = (t.people.c.workspace == gone.place.workspace) & (t.people.c.slack_id == gone.person.slack_id)
    return (
        connection.execute(select(t.people.c.id).where(here, t.people.c.community != gone.place.id).limit(1)).first()
        is not None
    )
