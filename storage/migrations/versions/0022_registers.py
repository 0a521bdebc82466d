"""Registers of the privacy officer: who looked at a hidden identity, and incidents."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "accesses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("screen", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_accesses_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accesses")),
        sa.UniqueConstraint(
            "community",
            "day",
            "reader",
            "subject",
            "screen",
            name=op.f("uq_accesses_community_day_reader_subject_screen"),
        ),
    )
    op.create_index("ix_accesses_at", "accesses", ["community", "at"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recorded_at", storage.types.Instant(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("risk", sa.String(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("notified", sa.JSON(), nullable=False),
        sa.Column("confirmed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_incidents_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sa.UniqueConstraint("community", "number", name=op.f("uq_incidents_community_number")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("incidents")
    op.drop_index("ix_accesses_at", "accesses")
    op.drop_table("accesses")
