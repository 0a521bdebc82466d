"""What was written, in whichever table: read page by page, and put right one by one."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Table, select, update

from sc_bot.ports import Place, Words
from storage import tables as t
from storage.holdings import WRITTEN, Through
from storage.searching import refresh_words

_PAGE = 1_000


def written(connection: Connection, place: Place) -> Iterator[Words]:
    """Everything that was written in a community."""
    for column, through in WRITTEN:
        here, last = _of_community(column.table, through, place), 0
        while True:
            page = connection.execute(_read(column).where(here, column.table.c.id > last).limit(_PAGE)).all()
            yield from (_words(column, each) for each in page if each.body)
            if len(page) < _PAGE:
                break
            last = page[-1].id


def again(connection: Connection, words: Words) -> Words | None:
    """The same as it is written now, for whoever changes it; None when it is gone."""
    column = _column(words)
    query = _read(column).where(column.table.c.id == words.id).with_for_update()
    row = connection.execute(query).one_or_none()
    return None if row is None else _words(column, row)


def rewrite(connection: Connection, place: Place, words: Words) -> None:
    """Put other words in the place of what was written."""
    column = _column(words)
    marked = {"redacted": True} if "redacted" in column.table.c else {}
    here = column.table.c.id == words.id
    connection.execute(update(column.table).where(here).values({column.name: words.body} | marked))
    if words.problem is not None and column.table is t.texts:
        refresh_words(connection, place.id, words.problem)


def _column(words: Words) -> Column[Any]:
    return next(each for each, _ in WRITTEN if str(each) == words.where)


def _of_community(table: Table, through: Through | None, place: Place) -> ColumnElement[bool]:
    if through is None:
        return table.c.community == place.id
    own, parent = through
    return own.in_(select(parent.c.id).where(parent.c.community == place.id))


def _read(column: Column[Any]) -> Select[Any]:
    table = column.table
    about = [table.c.problem] if "problem" in table.c else []
    return select(table.c.id, column.label("body"), *about).order_by(table.c.id)


def _words(column: Column[Any], row: Row[Any]) -> Words:
    return Words(str(column), row.id, row.body, getattr(row, "problem", None))
