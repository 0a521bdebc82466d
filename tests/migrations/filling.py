"""Rows for every table of whatever schema a database has, made from what the database itself says of its columns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, types

from storage.schema import SCHEMA_TABLE

MOMENT = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
BY_THE_DATABASE = {SCHEMA_TABLE, "home_changes"}
"""Alembic's own table, and what a trigger fills."""
MEANT: dict[str, Any] = {
    "zone": "America/Toronto",
    "timezone": "America/Toronto",
    "language": "fr",
    "kind": "description",
}
"""What a migration reads as more than letters."""
NOT_SAID = {"due_at"}
"""Text that is an hour where there is one."""
AT_ONCE = 2_000


def reflected(connection: Connection) -> dict[str, Table]:
    """Every table, those first that others name."""
    metadata = MetaData()
    metadata.reflect(connection)
    return {each.name: each for each in metadata.sorted_tables if each.name not in BY_THE_DATABASE}


@dataclass(frozen=True, slots=True)
class Filling:
    """How much, and with which words."""

    most: Mapping[str, int] = field(default_factory=dict)
    """How many rows a table has at most; those that name it share them."""
    words: Callable[[int], str] = lambda number: f"body {number}"
    """What is written in a text."""


def fill(connection: Connection, tables: Iterable[Table], numbers: range, how: Filling | None = None) -> None:
    """Add a row to each table for each number, which is also its id; rows with the same number belong together."""
    how = how or Filling()
    for table in tables:
        wanted = range(numbers.start, min(numbers.stop, how.most.get(table.name, numbers.stop) + 1))
        for first in range(wanted.start, wanted.stop, AT_ONCE):
            some = range(first, min(first + AT_ONCE, wanted.stop))
            connection.execute(table.insert(), [_row(table, each, how) for each in some])


def _row(table: Table, number: int, how: Filling) -> dict[str, Any]:
    return {column.name: _value(column, number, how) for column in table.columns}


def _value(column: Column[Any], number: int, how: Filling) -> Any:  # noqa: ANN401 - whatever the column takes
    if column.name in NOT_SAID and column.nullable:
        return None
    for key in column.foreign_keys:
        return (number - 1) % how.most.get(key.column.table.name, number) + 1
    match column.type:
        case types.JSON():
            return []
        case types.Boolean():
            return False
        case types.Integer() | types.Numeric():
            return number
        case types.DateTime() as moment:
            return MOMENT if moment.timezone else MOMENT.replace(tzinfo=None)
        case types.Date():
            return date(2026, 11, 20)
        case types.LargeBinary():
            return b"sealed"
        case _:
            return how.words(number) if column.name == "body" else MEANT.get(column.name, f"{column.name} {number}")
