"""What is owed: promises, partners, and the next step about each."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.base import Number, metadata
from storage.types import Instant

commitments = Table(
    "commitments",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("what", Number, ForeignKey("texts.id"), nullable=False, index=True),
    Column("expected", Number, ForeignKey("texts.id"), index=True),
    Column("institution", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("offered_to", String),
    Column("needs_of", String),
    Column("due_day", Date, nullable=False),
    Column("due_at", String),  # with the offset of its zone, which tells the two readings of a repeated hour apart
    Column("zone", String, nullable=False),
    Column("ends_at", Instant, nullable=False),  # the instant after which it is late
    Column("first_due", String, nullable=False),
    Column("standing", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("blocked_at", Instant),
    Column("ended_at", Instant),
    Column("redated", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("problem", "number"),
    Index("ix_commitments_standing", "community", "standing", "ended_at"),
    Index("ix_commitments_owner", "community", "owner", "standing"),
    Index("ix_commitments_institution", "community", "institution", "standing"),
    Index("ix_commitments_offered_to", "community", "offered_to"),
    Index(
        "ix_commitments_needs_of",
        "community",
        "needs_of",
        sqlite_where=text("needs_of IS NOT NULL"),
        postgresql_where=text("needs_of IS NOT NULL"),
    ),
)

dependencies = Table(
    "dependencies",
    metadata,
    Column("commitment", Number, ForeignKey("commitments.id"), primary_key=True),
    Column("waits_for", Number, ForeignKey("commitments.id"), primary_key=True, index=True),
)

participations = Table(
    "participations",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("institution", String, nullable=False),
    Column("standing", String, nullable=False),
    Column("asked_by", String, nullable=False),
    Column("what", Number, ForeignKey("texts.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    UniqueConstraint("problem", "institution"),
    Index("ix_participations_institution", "community", "institution", "standing"),
)

followups = Table(
    "followups",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("commitment", Number, ForeignKey("commitments.id"), index=True),
    Column("subject", String, nullable=False, unique=True),  # one next step for each thing that is owed
    Column("next_at", Instant, nullable=False),
    Column("planned_for", Instant, nullable=False),
    Column("level", Integer, nullable=False),
    Column("said_at", Instant),
    Column("quiet", JSON, nullable=False),
    Index("ix_followups_due", "planned_for", "next_at"),
    Index("ix_followups_problem", "problem"),
    Index("ix_followups_reached", "community", "level"),
)
