"""The first schema."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "communities",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("configuration", sa.JSON(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("imported", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communities")),
        sa.UniqueConstraint("workspace", "code", name=op.f("uq_communities_workspace_code")),
        sa.UniqueConstraint("workspace", "key", name=op.f("uq_communities_workspace_key")),
    )
    op.create_table(
        "counters",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "prefix", name=op.f("pk_counters")),
    )
    op.create_table(
        "destinations",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=True),
        sa.Column("held_until", storage.types.Instant(), nullable=True),
        sa.Column("wait_until", storage.types.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace", "target", name=op.f("pk_destinations")),
    )
    op.create_table(
        "pauses",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("until", storage.types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "method", name=op.f("pk_pauses")),
    )
    op.create_table(
        "requests",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("workspace", "request", name=op.f("pk_requests")),
    )
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_requests_at"), ["at"], unique=False)

    op.create_table(
        "stops",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_stops")),
    )
    op.create_table(
        "community_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_community_events_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_community_events")),
    )
    with op.batch_alter_table("community_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_community_events_community"), ["community"], unique=False)

    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("officer", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("looked_up_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_people_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("community", "key", name=op.f("uq_people_community_key")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index("ix_people_slack", ["workspace", "slack_id"], unique=False)

    op.create_table(
        "problems",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("continuum", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("owes", sa.String(), nullable=True),
        sa.Column("because_kind", sa.String(), nullable=False),
        sa.Column("because_matched", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("reporter_institution", sa.String(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("name_shown", sa.Boolean(), nullable=False),
        sa.Column("reported_at", storage.types.Instant(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("concerned", sa.JSON(), nullable=False),
        sa.Column("noticed_by_clients", sa.Boolean(), nullable=False),
        sa.Column("unresolvable", sa.Boolean(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("director_kept_out", sa.Boolean(), nullable=False),
        sa.Column("returned_by", sa.JSON(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", storage.types.Instant(), nullable=True),
        sa.Column("accepted_at", storage.types.Instant(), nullable=True),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        sa.Column("closing", sa.String(), nullable=True),
        sa.Column("duplicate_of", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_problems_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problems")),
        sa.UniqueConstraint("workspace", "reference", name=op.f("uq_problems_workspace_reference")),
    )
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index("ix_problems_community_state", ["community", "state", "reported_at"], unique=False)
        batch_op.create_index("ix_problems_institution", ["community", "institution", "state"], unique=False)
        batch_op.create_index("ix_problems_reporter", ["community", "reporter", "reported_at"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("notice", sa.JSON(), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("surface", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", storage.types.Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("sent_at", storage.types.Instant(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("posted_again", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_outbox_problem")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("workspace", "key", name=op.f("uq_outbox_workspace_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_due",
            ["due_at"],
            unique=False,
            postgresql_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
            sqlite_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
        )
        batch_op.create_index("ix_outbox_message", ["workspace", "channel", "ts"], unique=False)
        batch_op.create_index(
            "ix_outbox_order",
            ["workspace", "target", "id"],
            unique=False,
            postgresql_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
            sqlite_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_problem"), ["problem"], unique=False)

    op.create_table(
        "texts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("redacted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_texts_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_texts_problem")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
    )
    with op.batch_alter_table("texts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_texts_problem"), ["problem"], unique=False)

    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("problem", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("from_state", sa.String(), nullable=True),
        sa.Column("to_state", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("text", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_events_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_events_problem")),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_events_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_events_problem"), ["problem"], unique=False)
    _append_only()


APPEND_ONLY = ("events", "community_events")


def _append_only() -> None:
    """History is never changed: the database itself says so."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$"
        )
        for table in APPEND_ONLY:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
        return
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
            )


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_problem"))
        batch_op.drop_index(batch_op.f("ix_events_at"))

    op.drop_table("events")
    with op.batch_alter_table("texts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_texts_problem"))

    op.drop_table("texts")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_problem"))
        batch_op.drop_index(
            "ix_outbox_order",
            postgresql_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
            sqlite_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
        )
        batch_op.drop_index("ix_outbox_message")
        batch_op.drop_index(
            "ix_outbox_due",
            postgresql_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
            sqlite_where=sa.text("state IN ('queued', 'sending', 'doubt')"),
        )

    op.drop_table("outbox")
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_index("ix_problems_reporter")
        batch_op.drop_index("ix_problems_institution")
        batch_op.drop_index("ix_problems_community_state")

    op.drop_table("problems")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("ix_people_slack")

    op.drop_table("people")
    with op.batch_alter_table("community_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_community_events_community"))

    op.drop_table("community_events")
    op.drop_table("stops")
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_requests_at"))

    op.drop_table("requests")
    op.drop_table("pauses")
    op.drop_table("destinations")
    op.drop_table("counters")
    op.drop_table("communities")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
