"""Erasures under way: small steps, so that a crash between two of them loses none."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "erasures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("screen", sa.String(), nullable=False),
        sa.Column("begun_at", storage.types.Instant(), nullable=False),
        sa.Column("handed_over", sa.Boolean(), nullable=False),
        sa.Column("since", storage.types.Instant(), nullable=True),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_erasures_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
        sa.UniqueConstraint("community", "person", name=op.f("uq_erasures_community_person")),
    )


def downgrade() -> None:
    """Undo: an erasure under way is asked for again."""
    op.drop_table("erasures")
