"""What a database looks like and what is in it, from its own words: for comparing it before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Index, Table, select, text
from sqlalchemy.schema import ColumnCollectionConstraint

from tests.migrations.filling import reflected

Rows = Mapping[str, Mapping[tuple[object, ...], Mapping[str, Any]]]
_TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The tables of a database under one schema."""

    tables: Mapping[str, Table]
    shape: Mapping[str, object]
    """Of each table its columns, keys and indexes; and every trigger."""


def seen(engine: Engine) -> Seen:
    """Look at all of them."""
    with engine.connect() as connection:
        tables = reflected(connection)
        shape: dict[str, object] = {name: _shape(table) for name, table in tables.items()}
        triggers = connection.execute(text(_TRIGGERS[engine.dialect.name]))
        shape["triggers"] = [tuple(row) for row in triggers]
        return Seen(tables, shape)


def rows_of(engine: Engine, tables: Mapping[str, Table]) -> Rows:
    """Of each table every row by its key."""
    with engine.connect() as connection:
        return {name: _rows(connection, table) for name, table in tables.items()}


def _shape(table: Table) -> list[str]:
    columns = [f"{each.name} {each.type} {each.nullable} {getattr(each.server_default, 'arg', '')}" for each in table.c]
    constraints = [each for each in table.constraints if isinstance(each, ColumnCollectionConstraint)]
    keys = [f"{type(each).__name__} {sorted(each.columns.keys())}" for each in constraints]
    return sorted(columns + keys + [_index(each) for each in table.indexes])


def _index(index: Index) -> str:
    where = [str(index.dialect_options[each].get("where")) for each in ("sqlite", "postgresql")]
    return f"{index.name} {index.unique} {[str(each) for each in index.columns]} {where}"


def _rows(connection: Connection, table: Table) -> Mapping[tuple[object, ...], Mapping[str, Any]]:
    rows = [row._asdict() for row in connection.execute(select(table))]
    return {tuple(row[key.name] for key in table.primary_key): row for row in rows}
