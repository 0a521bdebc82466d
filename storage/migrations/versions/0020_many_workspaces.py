"""Installations in many workspaces; and the history of a workspace that is being purged may go, nobody else's."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

APPEND_ONLY = ("events", "community_events", "lesson_steps", "charters", "charter_signatures")
POINTING = (
    ("commitments", "what"), ("commitments", "expected"), ("participations", "what"),
    ("tryouts", "what"), ("tryouts", "said"), ("tryouts", "tried_at"), ("followups", "commitment"),
)  # fmt: skip
"""To delete what these point to, the database looks whether they do: without an index, through all of them."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "installations",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("enterprise", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("refresh", sa.String(), nullable=True),
        sa.Column("expires_at", storage.types.Instant(), nullable=True),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("bot_user", sa.String(), nullable=False),
        sa.Column("installed_by", sa.String(), nullable=False),
        sa.Column("installed_at", storage.types.Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed_at", storage.types.Instant(), nullable=True),
        sa.Column("removed_because", sa.String(), nullable=True),
        sa.Column("purge_begun_at", storage.types.Instant(), nullable=True),
        sa.Column("fault", sa.String(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=True),
        sa.Column("held_until", storage.types.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_installations")),
    )
    _beside_them()
    for table, column in POINTING:
        op.create_index(f"ix_{table}_{column}", table, [column])
    said = sa.text("text IS NOT NULL")
    op.create_index("ix_events_text", "events", ["text"], postgresql_where=said, sqlite_where=said)
    _history_may_go("WHEN NOT EXISTS (SELECT 1 FROM purges WHERE purges.workspace = OLD.workspace) ", _UNLESS_PURGED)


def _beside_them() -> None:
    """Whom an organisation's installation serves; what was begun; what is being purged."""
    op.create_table(
        "organisations",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("enterprise", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_organisations")),
    )
    op.create_index("ix_organisations_enterprise", "organisations", ["enterprise"])
    op.create_table(
        "begun_installations",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("browser", sa.String(), nullable=False),
        sa.Column("until", storage.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_begun_installations")),
    )
    op.create_table(
        "purges",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("begun_at", storage.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_purges")),
    )


_REFUSED = "RAISE EXCEPTION 'history is append-only'; END"
_UNLESS_PURGED = f"""
BEGIN IF TG_OP = 'DELETE' THEN
  IF EXISTS (SELECT 1 FROM purges WHERE purges.workspace = OLD.workspace) THEN RETURN OLD; END IF;
END IF; {_REFUSED}
"""  # noqa: S608 - our own words


def _history_may_go(condition: str, function: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        head = "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        op.execute(f"{head} $$ {function} $$")
        return
    for table in APPEND_ONLY:
        op.execute(f"DROP TRIGGER {table}_no_delete")
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {condition}"
            "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
        )


def downgrade() -> None:
    """Undo."""
    _history_may_go("", f"BEGIN {_REFUSED}")
    op.drop_index("ix_events_text", table_name="events")
    for table, column in reversed(POINTING):
        op.drop_index(f"ix_{table}_{column}", table_name=table)
    for table in ("purges", "begun_installations", "organisations", "installations"):
        op.drop_table(table)
