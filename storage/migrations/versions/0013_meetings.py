"""Meetings of committees."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "meetings",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("committee", sa.String(), nullable=False),
        sa.Column("nominal", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("agenda_at", storage.types.Instant(), nullable=True),
        sa.Column("moved_by", sa.String(), nullable=True),
        sa.Column("started_at", storage.types.Instant(), nullable=True),
        sa.Column("item_since", storage.types.Instant(), nullable=True),
        sa.Column("moderator", sa.String(), nullable=True),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("approved_at", storage.types.Instant(), nullable=True),
        sa.Column("approved_by", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_meetings_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("community", "committee", "nominal", name=op.f("uq_meetings_community_committee_nominal")),
    )
    op.create_index("ix_meetings_at", "meetings", ["community", "at"])
    op.create_table(
        "meeting_texts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting", NUMBER, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_meeting_texts_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_texts")),
    )
    _agenda_items()
    op.create_table(
        "meeting_promises",
        sa.Column("item", NUMBER, nullable=False),
        sa.Column("commitment", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_meeting_promises_commitment")),
        sa.ForeignKeyConstraint(["item"], ["agenda_items.id"], name=op.f("fk_meeting_promises_item")),
        sa.PrimaryKeyConstraint("item", "commitment", name=op.f("pk_meeting_promises")),
    )
    op.create_table(
        "meeting_people",
        sa.Column("meeting", NUMBER, nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("coming", sa.Boolean(), nullable=True),
        sa.Column("present", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_meeting_people_meeting")),
        sa.PrimaryKeyConstraint("meeting", "person", name=op.f("pk_meeting_people")),
    )


def _agenda_items() -> None:
    op.create_table(
        "agenda_items",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("meeting", NUMBER, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("problem", NUMBER, nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("topic_text", NUMBER, nullable=True),
        sa.Column("topic_words", NUMBER, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("facilitated", sa.Boolean(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("decided_text", NUMBER, nullable=True),
        sa.Column("decided_words", NUMBER, nullable=True),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_agenda_items_community")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_agenda_items_meeting")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_agenda_items_problem")),
        sa.ForeignKeyConstraint(["topic_text"], ["texts.id"], name=op.f("fk_agenda_items_topic_text")),
        sa.ForeignKeyConstraint(["topic_words"], ["meeting_texts.id"], name=op.f("fk_agenda_items_topic_words")),
        sa.ForeignKeyConstraint(["decided_text"], ["texts.id"], name=op.f("fk_agenda_items_decided_text")),
        sa.ForeignKeyConstraint(["decided_words"], ["meeting_texts.id"], name=op.f("fk_agenda_items_decided_words")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    op.create_index("ix_agenda_items_meeting", "agenda_items", ["meeting"])
    op.create_index("ix_agenda_items_community", "agenda_items", ["community", "id"])


def downgrade() -> None:
    """Undo."""
    for table in ("meeting_people", "meeting_promises", "agenda_items", "meeting_texts", "meetings"):
        op.drop_table(table)
