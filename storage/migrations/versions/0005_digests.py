"""Weekly digests, the counts that were kept for them, and when a promise is late, as an instant."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BATCH = 1_000


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "digests",
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_digests_community")),
        sa.PrimaryKeyConstraint("community", "person", name=op.f("pk_digests")),
    )
    op.create_table(
        "weekly_counts",
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_weekly_counts_community")),
        sa.PrimaryKeyConstraint("community", "week", name=op.f("pk_weekly_counts")),
    )
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ends_at", storage.types.Instant(), nullable=True))
    _say_when_each_ends()
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.alter_column("ends_at", existing_type=storage.types.Instant(), nullable=False)
        batch_op.create_index("ix_commitments_standing", ["community", "standing", "ended_at"], unique=False)
        batch_op.drop_index("ix_commitments_needs_of")
        batch_op.create_index(
            "ix_commitments_needs_of",
            ["community", "needs_of"],
            unique=False,
            sqlite_where=sa.text("needs_of IS NOT NULL"),
            postgresql_where=sa.text("needs_of IS NOT NULL"),
        )

    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index("ix_problems_closed", ["community", "closed_at"], unique=False)
        batch_op.create_index(
            "ix_problems_hidden",
            ["community"],
            unique=False,
            sqlite_where=sa.text("restricted OR director_kept_out OR state = 'withdrawn'"),
            postgresql_where=sa.text("restricted OR director_kept_out OR state = 'withdrawn'"),
        )

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_kind", ["community", "kind", "at"], unique=False)


def _say_when_each_ends() -> None:
    """Fill the new column from the day or the hour, and the zone."""
    table = sa.table(
        "commitments",
        sa.column("id", sa.Integer),
        sa.column("due_day", sa.Date),
        sa.column("due_at", sa.String),
        sa.column("zone", sa.String),
        sa.column("ends_at", storage.types.Instant),
    )
    connection, last = op.get_bind(), 0
    while True:
        query = sa.select(table).where(table.c.id > last).order_by(table.c.id).limit(_BATCH)
        rows = connection.execute(query).all()
        for row in rows:
            ends = _ends(row.due_day, row.due_at, row.zone)
            connection.execute(table.update().where(table.c.id == row.id).values(ends_at=ends))
        if len(rows) < _BATCH:
            return
        last = rows[-1].id


def _ends(day: date, at: str | None, zone: str) -> datetime:
    return datetime.fromisoformat(at) if at else datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index("ix_events_kind")

    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_index("ix_problems_hidden")
        batch_op.drop_index("ix_problems_closed")

    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_index("ix_commitments_needs_of")
        batch_op.create_index("ix_commitments_needs_of", ["community", "needs_of"], unique=False)
        batch_op.drop_index("ix_commitments_standing")
        batch_op.drop_column("ends_at")

    op.drop_table("weekly_counts")
    op.drop_table("digests")
