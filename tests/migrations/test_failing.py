"""A migration that stops midway leaves nothing behind, and says what to do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sc_bot.running import SchemaNotCurrent, bring_up_to_date
from storage import schema
from storage.database import StoredDatabase
from tests.migrations.filling import fill
from tests.migrations.shape import rows_of, seen

BAD = """
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "{version}", "{before}", None, None


def upgrade():
    op.create_table("half_made", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE problems SET state = 'lost'")
    op.execute("{statement}")
"""
STATEMENTS = {
    "it fails": "INSERT INTO half_made SELECT 1 / 0 FROM no_such_table",
    "it breaks a reference": "UPDATE texts SET problem = 999 WHERE id = 2",
}


@pytest.fixture(params=STATEMENTS)
def with_a_bad_one(request: pytest.FixtureRequest, engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A filled database with the schema before the newest; after the newest comes one that stops midway."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    before, newest = schema.known()[-2:]
    schema.upgrade(engine, before)
    tables = seen(engine).tables.values()
    with engine.begin() as connection:
        fill(connection, tables, range(1, 4))
    bad = BAD.format(version="9000", before=newest, statement=STATEMENTS[request.param])
    (folder / "versions" / "9000_bad.py").write_text(bad)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", folder)
        yield engine


def test_a_failed_upgrade_leaves_the_database_as_it_was_and_says_what_to_do(with_a_bad_one: Engine) -> None:
    """Neither the step that failed nor the good one before it stays; the old version can go on with it.

    The sentence names no value of a row; references are watched again afterwards.
    """
    engine = with_a_bad_one
    version, was = schema.current(engine), seen(engine)
    rows = rows_of(engine, was.tables)
    with pytest.raises(
        SchemaNotCurrent, match=r"9000 failed .* is as it was.* start the version of sc-bot that you had"
    ):
        bring_up_to_date(StoredDatabase(engine))
    now = seen(engine)
    assert (schema.current(engine), now.shape, rows_of(engine, now.tables)) == (version, was.shape, rows)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
