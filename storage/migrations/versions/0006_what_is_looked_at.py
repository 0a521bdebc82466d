"""What the morning's list and the auditor look at is found by an index."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("followups", schema=None) as batch_op:
        batch_op.create_index("ix_followups_reached", ["community", "level"], unique=False)

    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index("ix_problems_reported_at", ["reported_at"], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_index("ix_problems_reported_at")

    with op.batch_alter_table("followups", schema=None) as batch_op:
        batch_op.drop_index("ix_followups_reached")
