"""The words by which problems are found; made from what is written already."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.searching import rows_of

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

AT_ONCE = 200  # problems whose texts are in memory together


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "searchable",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("word", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("in_title", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("community", "word", "problem", name=op.f("pk_searchable")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_searchable_problem"), "searchable", ["problem"], unique=False)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    texts = sa.table("texts", *map(sa.column, ("id", "community", "problem", "kind", "body")))
    there = sa.table("searchable", *map(sa.column, ("community", "word", "problem", "in_title")))
    highest = connection.execute(sa.select(sa.func.max(texts.c.problem))).scalar_one() or 0
    for first in range(1, highest + 1, AT_ONCE):
        here = texts.c.problem.between(first, first + AT_ONCE - 1)
        rows = list(_words(connection.execute(sa.select(texts).where(here).order_by(texts.c.problem, texts.c.id))))
        if rows:
            connection.execute(there.insert(), rows)


def _words(rows: sa.CursorResult[Any]) -> Iterator[dict[str, Any]]:
    for (community, problem), written in groupby(rows, key=lambda row: (row.community, row.problem)):
        yield from rows_of(community, problem, [(row.kind, row.body) for row in written])


def downgrade() -> None:
    """Undo."""
    op.drop_index(op.f("ix_searchable_problem"), table_name="searchable")
    op.drop_table("searchable")
