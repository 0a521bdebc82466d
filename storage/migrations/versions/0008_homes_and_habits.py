"""Home tabs that are kept up to date, and what people chose for themselves."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "homes",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("opened_at", storage.types.Instant(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("workspace", "slack_id", name=op.f("pk_homes")),
    )
    op.create_table(
        "home_changes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_changes")),
    )
    op.add_column("people", sa.Column("habits", sa.JSON(), nullable=True))
    op.drop_index("ix_events_problem", "events")
    op.create_index("ix_events_problem", "events", ["problem", "at"], unique=False)
    op.create_index("ix_commitments_institution", "commitments", ["community", "institution", "standing"], unique=False)
    _note_changes()


def _note_changes() -> None:
    """Each step of history leaves a row behind: no statement more for who waits, and no lock that others wait for."""
    row = "(workspace, community, problem) VALUES (NEW.workspace, NEW.community, NEW.problem)"
    noted = f"INSERT INTO home_changes {row};"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION note_home_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {noted} RETURN NULL; END $$"
        )
        op.execute(
            "CREATE TRIGGER events_change_homes AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION note_home_change()"
        )
    else:
        op.execute(f"CREATE TRIGGER events_change_homes AFTER INSERT ON events BEGIN {noted} END")


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER events_change_homes ON events")
        op.execute("DROP FUNCTION note_home_change()")
    else:
        op.execute("DROP TRIGGER events_change_homes")
    op.drop_index("ix_commitments_institution", "commitments")
    op.drop_index("ix_events_problem", "events")
    op.create_index("ix_events_problem", "events", ["problem"], unique=False)
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("habits")
    op.drop_table("home_changes")
    op.drop_table("homes")
