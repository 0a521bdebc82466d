"""Changes of several institutions at once."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "joint_changes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("problem", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", NUMBER, nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("begun_by", sa.String(), nullable=False),
        sa.Column("begun_at", storage.types.Instant(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("back", NUMBER, nullable=True),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("went_at", storage.types.Instant(), nullable=True),
        sa.Column("look_at", storage.types.Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_joint_changes_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_joint_changes_problem")),
        sa.ForeignKeyConstraint(["what"], ["texts.id"], name=op.f("fk_joint_changes_what")),
        sa.ForeignKeyConstraint(["back"], ["texts.id"], name=op.f("fk_joint_changes_back")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_changes")),
        sa.UniqueConstraint("problem", "number", name=op.f("uq_joint_changes_problem_number")),
    )
    op.create_index("ix_joint_changes_look_at", "joint_changes", ["look_at"])
    op.create_index("ix_joint_changes_community_ended", "joint_changes", ["community", "ended"])
    op.create_table(
        "joint_problems",
        sa.Column("change", NUMBER, nullable=False),
        sa.Column("problem", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change"], ["joint_changes.id"], name=op.f("fk_joint_problems_change")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_joint_problems_problem")),
        sa.PrimaryKeyConstraint("change", "problem", name=op.f("pk_joint_problems")),
    )
    op.create_index("ix_joint_problems_problem", "joint_problems", ["problem"])
    op.create_table(
        "joint_parts",
        sa.Column("change", NUMBER, nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("answered", sa.String(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("needs", NUMBER, nullable=True),
        sa.Column("commitment", NUMBER, nullable=True),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("checking", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["change"], ["joint_changes.id"], name=op.f("fk_joint_parts_change")),
        sa.ForeignKeyConstraint(["needs"], ["texts.id"], name=op.f("fk_joint_parts_needs")),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_joint_parts_commitment")),
        sa.PrimaryKeyConstraint("change", "institution", name=op.f("pk_joint_parts")),
    )


def downgrade() -> None:
    """Undo."""
    for table in ("joint_parts", "joint_problems", "joint_changes"):
        op.drop_table(table)
