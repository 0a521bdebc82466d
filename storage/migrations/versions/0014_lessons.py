"""Lessons that travel, good practices, and what institutions do with them."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    _lessons()
    _lesson_texts()
    _lesson_steps()
    _lesson_offers()
    _append_only()


def _lessons() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("problem", NUMBER, nullable=True),
        sa.Column("continuum", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("name_shown", sa.Boolean(), nullable=False),
        sa.Column("drafted_by", sa.String(), nullable=True),
        sa.Column("rewritten", sa.Boolean(), nullable=False),
        sa.Column("published_at", storage.types.Instant(), nullable=True),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("next_at", storage.types.Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_lessons_community")),
        sa.ForeignKeyConstraint(["problem"], ["problems.id"], name=op.f("fk_lessons_problem")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint("workspace", "reference", name=op.f("uq_lessons_workspace_reference")),
        sa.UniqueConstraint("community", "occasion", name=op.f("uq_lessons_community_occasion")),
    )
    op.create_index(op.f("ix_lessons_next_at"), "lessons", ["next_at"])
    op.create_index(op.f("ix_lessons_problem"), "lessons", ["problem"])
    op.create_index(op.f("ix_lessons_stage"), "lessons", ["community", "stage"])


def _lesson_texts() -> None:
    op.create_table(
        "lesson_texts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("lesson", NUMBER, nullable=False),
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("redacted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_lesson_texts_community")),
        sa.ForeignKeyConstraint(["lesson"], ["lessons.id"], name=op.f("fk_lesson_texts_lesson")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_texts")),
    )
    op.create_index(op.f("ix_lesson_texts_lesson"), "lesson_texts", ["lesson"])


def _lesson_steps() -> None:
    op.create_table(
        "lesson_steps",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("lesson", NUMBER, nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("words", NUMBER, nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_lesson_steps_community")),
        sa.ForeignKeyConstraint(["lesson"], ["lessons.id"], name=op.f("fk_lesson_steps_lesson")),
        sa.ForeignKeyConstraint(["words"], ["lesson_texts.id"], name=op.f("fk_lesson_steps_words")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_steps")),
    )
    op.create_index(op.f("ix_lesson_steps_lesson"), "lesson_steps", ["lesson"])


def _lesson_offers() -> None:
    op.create_table(
        "lesson_offers",
        sa.Column("lesson", NUMBER, nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("community", NUMBER, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("changed_at", storage.types.Instant(), nullable=True),
        sa.Column("words", NUMBER, nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["lesson"], ["lessons.id"], name=op.f("fk_lesson_offers_lesson")),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_lesson_offers_community")),
        sa.ForeignKeyConstraint(["words"], ["lesson_texts.id"], name=op.f("fk_lesson_offers_words")),
        sa.PrimaryKeyConstraint("lesson", "institution", name=op.f("pk_lesson_offers")),
    )
    op.create_index(op.f("ix_lesson_offers_institution"), "lesson_offers", ["community", "institution"])
    op.create_index(op.f("ix_lesson_offers_next_at"), "lesson_offers", ["next_at"])


def _append_only() -> None:
    """A lesson's history is never changed: the database itself says so."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER lesson_steps_append_only BEFORE UPDATE OR DELETE ON lesson_steps "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER lesson_steps_no_{change.lower()} BEFORE {change} ON lesson_steps "
            "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
        )


def downgrade() -> None:
    """Undo."""
    for table in ("lesson_offers", "lesson_steps", "lesson_texts", "lessons"):
        op.drop_table(table)
