"""Promises and their follow-ups."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "commitments",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expected", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("offered_to", sa.String(), nullable=True),
        sa.Column("needs_of", sa.String(), nullable=True),
        sa.Column("due_day", sa.Date(), nullable=False),
        sa.Column("due_at", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("first_due", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("confirmed_at", storage.types.Instant(), nullable=True),
        sa.Column("blocked_at", storage.types.Instant(), nullable=True),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.Column("redated", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_commitments_community")),
        sa.ForeignKeyConstraint(["expected"], ["texts.id"], name=op.f("fk_commitments_expected")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_commitments_problem")),
        sa.ForeignKeyConstraint(["what"], ["texts.id"], name=op.f("fk_commitments_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("problem", "number", name=op.f("uq_commitments_problem_number")),
    )
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.create_index("ix_commitments_needs_of", ["community", "needs_of"], unique=False)
        batch_op.create_index("ix_commitments_offered_to", ["community", "offered_to"], unique=False)
        batch_op.create_index("ix_commitments_owner", ["community", "owner", "standing"], unique=False)

    op.create_table(
        "dependencies",
        sa.Column("commitment", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("waits_for", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_dependencies_commitment")),
        sa.ForeignKeyConstraint(["waits_for"], ["commitments.id"], name=op.f("fk_dependencies_waits_for")),
        sa.PrimaryKeyConstraint("commitment", "waits_for", name=op.f("pk_dependencies")),
    )
    with op.batch_alter_table("dependencies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dependencies_waits_for"), ["waits_for"], unique=False)

    op.create_table(
        "followups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("commitment", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("next_at", storage.types.Instant(), nullable=False),
        sa.Column("planned_for", storage.types.Instant(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("said_at", storage.types.Instant(), nullable=True),
        sa.Column("quiet", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_followups_commitment")),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_followups_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_followups_problem")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followups")),
        sa.UniqueConstraint("subject", name=op.f("uq_followups_subject")),
    )
    with op.batch_alter_table("followups", schema=None) as batch_op:
        batch_op.create_index("ix_followups_due", ["planned_for", "next_at"], unique=False)
        batch_op.create_index("ix_followups_problem", ["problem"], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("followups", schema=None) as batch_op:
        batch_op.drop_index("ix_followups_problem")
        batch_op.drop_index("ix_followups_due")

    op.drop_table("followups")
    with op.batch_alter_table("dependencies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dependencies_waits_for"))

    op.drop_table("dependencies")
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_index("ix_commitments_owner")
        batch_op.drop_index("ix_commitments_offered_to")
        batch_op.drop_index("ix_commitments_needs_of")

    op.drop_table("commitments")
