"""Who sees a problem too; what routing learned; which problems go on under another, found fast."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

UNDER_ANOTHER = sa.text("duplicate_of IS NOT NULL")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "joinings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("left_at", storage.types.Instant(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("verdict_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_joinings_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_joinings_problem")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joinings")),
        sa.UniqueConstraint("problem", "person", name=op.f("uq_joinings_problem_person")),
    )
    op.create_index("ix_joinings_person", "joinings", ["community", "person"], unique=False)
    op.create_table(
        "learned",
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("problems", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_learned_community")),
        sa.PrimaryKeyConstraint("community", "term", "institution", name=op.f("pk_learned")),
    )
    op.create_index(
        "ix_problems_duplicate_of",
        "problems",
        ["community", "duplicate_of"],
        unique=False,
        sqlite_where=UNDER_ANOTHER,
        postgresql_where=UNDER_ANOTHER,
    )


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_problems_duplicate_of", table_name="problems")
    op.drop_table("learned")
    op.drop_index("ix_joinings_person", table_name="joinings")
    op.drop_table("joinings")
