"""Every migration, up and down, on a database in which every table has rows."""

from collections.abc import Mapping
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, Table

from storage.schema import current, downgrade, known, newest, upgrade
from storage.soundness import damage_in
from storage.tables import metadata
from tests.migrations.filling import fill
from tests.migrations.shape import Rows, Seen, rows_of, seen

DERIVED = {"searchable"}
"""Made anew from what is written."""
A_FEW = 3
FIRST_RELEASED = "0018"
"""Before it, nobody ran two versions at once."""


def test_every_migration_goes_up_and_down_with_rows_in_every_table(engine: Engine) -> None:
    """Rows that were written under each schema come to the newest one whole, and each step back is as it was."""
    under = _upgraded_step_by_step(engine)
    assert current(engine) == newest()
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    rows = rows_of(engine, under[newest()].tables)
    for before in known()[-2::-1]:
        downgrade(engine, before)
        now = seen(engine)
        assert now.shape == under[before].shape, before
        assert damage_in(engine) is None
        newer, rows = rows, rows_of(engine, now.tables)
        _assert_kept(newer, rows)
    downgrade(engine, "base")
    assert seen(engine).shape == {"triggers": []}


def _upgraded_step_by_step(engine: Engine) -> dict[str, Seen]:
    """What the database looked like under each schema; under each, rows were added to every table that it knows."""
    under, rows = dict[str, Seen](), dict[str, Any]()
    for number, version in enumerate(known()):
        upgrade(engine, version)
        under[version] = seen(engine)
        tables = under[version].tables
        if version > FIRST_RELEASED:
            _assert_old_processes_go_on(under[known()[number - 1]].tables, tables)
        _assert_kept(rows, rows_of(engine, tables))
        assert damage_in(engine) is None
        with engine.begin() as connection:
            fill(connection, tables.values(), range(number * A_FEW + 1, (number + 1) * A_FEW + 1))
        rows = dict(rows_of(engine, tables))
    return under


def _assert_old_processes_go_on(before: Mapping[str, Table], after: Mapping[str, Table]) -> None:
    """During a rolling upgrade the old version still writes: whatever it knows is there, and asks for no more."""
    for name, table in before.items():
        assert table.columns.keys() == [each for each in after[name].columns.keys() if each in table.columns], name  # noqa: SIM118 - not a dict
        for column in after[name].columns:
            asks = not column.nullable and column.server_default is None and not column.primary_key
            assert not asks or (column.name in table.columns and not table.columns[column.name].nullable), column


def _assert_kept(before: Rows, after: Rows) -> None:
    """Of what both schemas know, no row is lost and no value has become another one."""
    for table in (before.keys() & after.keys()) - DERIVED:
        assert before[table].keys() == after[table].keys(), table
        for key, row in before[table].items():
            same = row.keys() & after[table][key].keys()
            assert {name: row[name] for name in same} == {name: after[table][key][name] for name in same}, table
