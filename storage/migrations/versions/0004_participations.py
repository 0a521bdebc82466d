"""Institutions that are asked to contribute."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "participations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("what", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_participations_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_participations_problem")),
        sa.ForeignKeyConstraint(["what"], ["texts.id"], name=op.f("fk_participations_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participations")),
        sa.UniqueConstraint("problem", "institution", name=op.f("uq_participations_problem_institution")),
    )
    with op.batch_alter_table("participations", schema=None) as batch_op:
        batch_op.create_index("ix_participations_institution", ["community", "institution", "standing"], unique=False)

    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.add_column(sa.Column("invited", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("contributors", sa.JSON(), server_default="[]", nullable=False))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_column("contributors")
        batch_op.drop_column("invited")

    with op.batch_alter_table("participations", schema=None) as batch_op:
        batch_op.drop_index("ix_participations_institution")

    op.drop_table("participations")
