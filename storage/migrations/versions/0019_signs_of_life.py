"""Signs of life of the processes that work by themselves."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "beats",
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("process", sa.String(), nullable=False),
        sa.Column("ran_at", storage.types.Instant(), nullable=False),
        sa.Column("succeeded_at", storage.types.Instant(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("part", "process", name=op.f("pk_beats")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("beats")
