"""Solutions of the frontline that are proposed and tried."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "tryouts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("name_shown", sa.Boolean(), nullable=False),
        sa.Column("proposed_at", storage.types.Instant(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("tried_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("until_at", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("said", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_tryouts_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_tryouts_problem")),
        sa.ForeignKeyConstraint(["said"], ["texts.id"], name=op.f("fk_tryouts_said")),
        sa.ForeignKeyConstraint(["tried_at"], ["texts.id"], name=op.f("fk_tryouts_tried_at")),
        sa.ForeignKeyConstraint(["what"], ["texts.id"], name=op.f("fk_tryouts_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tryouts")),
        sa.UniqueConstraint("problem", "number", name=op.f("uq_tryouts_problem_number")),
    )
    with op.batch_alter_table("tryouts", schema=None) as batch_op:
        batch_op.create_index("ix_tryouts_until", ["community", "standing", "until_day"], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("tryouts", schema=None) as batch_op:
        batch_op.drop_index("ix_tryouts_until")

    op.drop_table("tryouts")
