"""What general managers are asked to decide."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("otherwise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("behalf", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("due_day", sa.Date(), nullable=False),
        sa.Column("due_at", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("made_at", storage.types.Instant(), nullable=False),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_decisions_community")),
        sa.ForeignKeyConstraint(["otherwise"], ["texts.id"], name=op.f("fk_decisions_otherwise")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_decisions_problem")),
        sa.ForeignKeyConstraint(["question"], ["texts.id"], name=op.f("fk_decisions_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("problem", "number", name=op.f("uq_decisions_problem_number")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_ended_at", ["ended_at"], unique=False)

    op.create_table(
        "decision_answers",
        sa.Column("decision", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reply", sa.String(), nullable=True),
        sa.Column("reason", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("meeting", storage.types.Instant(), nullable=True),
        sa.Column("at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_decision_answers_community")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_decision_answers_decision")),
        sa.ForeignKeyConstraint(["reason"], ["texts.id"], name=op.f("fk_decision_answers_reason")),
        sa.PrimaryKeyConstraint("decision", "person", name=op.f("pk_decision_answers")),
    )
    with op.batch_alter_table("decision_answers", schema=None) as batch_op:
        batch_op.create_index("ix_decision_answers_person", ["community", "person"], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("decision_answers", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_answers_person")

    op.drop_table("decision_answers")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index("ix_decisions_ended_at")

    op.drop_table("decisions")
