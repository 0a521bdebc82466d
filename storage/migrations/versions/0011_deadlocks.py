"""Deadlocks, with the evidence for each and how it ended."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "deadlocks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("found_at", storage.types.Instant(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("next_at", storage.types.Instant(), nullable=True),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.Column("way", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("text", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_deadlocks_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_deadlocks_problem")),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_deadlocks_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlocks")),
    )
    with op.batch_alter_table("deadlocks", schema=None) as batch_op:
        batch_op.create_index("ix_deadlocks_problem", ["problem"], unique=False)
        batch_op.create_index("ix_deadlocks_open", ["problem"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
        batch_op.create_index("ix_deadlocks_found", ["community", "ended_at", "found_at"], unique=False)
        batch_op.create_index("ix_deadlocks_next_at", ["next_at"], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("deadlocks", schema=None) as batch_op:
        batch_op.drop_index("ix_deadlocks_next_at")
        batch_op.drop_index("ix_deadlocks_found")
        batch_op.drop_index("ix_deadlocks_open")
        batch_op.drop_index("ix_deadlocks_problem")

    op.drop_table("deadlocks")
