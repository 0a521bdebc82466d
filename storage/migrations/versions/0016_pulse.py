"""The pulse: waves, whom they ask, sealed answers; and until when somebody takes part."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "pulse_waves",
        sa.Column("id", _number(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", _number(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("purged_on", sa.Date(), nullable=True),
        sa.Column("results", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_pulse_waves_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulse_waves")),
        sa.UniqueConstraint("community", "day", name=op.f("uq_pulse_waves_community_day")),
    )
    with op.batch_alter_table("pulse_waves", schema=None) as batch_op:
        batch_op.create_index("ix_pulse_waves_ended", ["purged_on", "ended_on"], unique=False)

    op.create_table(
        "pulse_invitations",
        sa.Column("wave", _number(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["wave"], ["pulse_waves.id"], name=op.f("fk_pulse_invitations_wave")),
        sa.PrimaryKeyConstraint("wave", "person", name=op.f("pk_pulse_invitations")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pulse_answers",
        sa.Column("wave", _number(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["wave"], ["pulse_waves.id"], name=op.f("fk_pulse_answers_wave")),
        sa.PrimaryKeyConstraint("wave", "id", name=op.f("pk_pulse_answers")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("until", sa.Date(), nullable=True))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("until")

    op.drop_table("pulse_answers")
    op.drop_table("pulse_invitations")
    with op.batch_alter_table("pulse_waves", schema=None) as batch_op:
        batch_op.drop_index("ix_pulse_waves_ended")

    op.drop_table("pulse_waves")
