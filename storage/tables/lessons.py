"""Lessons: as they stand, their words, their own history, and what each institution does with them."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

lessons = Table(
    "lessons",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("reference", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("occasion", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), index=True),
    Column("continuum", String),
    Column("institution", String),
    Column("author", String),
    Column("name_shown", Boolean, nullable=False),
    Column("drafted_by", String),
    Column("rewritten", Boolean, nullable=False),
    Column("published_at", Instant),
    Column("reached", Integer, nullable=False),
    Column("next_at", Instant, index=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("workspace", "reference"),
    UniqueConstraint("community", "occasion"),
    Index("ix_lessons_stage", "community", "stage"),
)

lesson_texts = Table(
    "lesson_texts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("lesson", Number, ForeignKey("lessons.id"), nullable=False, index=True),
    Column("facet", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("redacted", Boolean, nullable=False),
)

lesson_steps = Table(
    "lesson_steps",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("lesson", Number, ForeignKey("lessons.id"), nullable=False, index=True),
    Column("did", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String),
    Column("before", String),
    Column("after", String),
    Column("institution", String),
    Column("words", Number, ForeignKey("lesson_texts.id")),
    Column("details", JSON, nullable=False),
)

lesson_offers = Table(
    "lesson_offers",
    metadata,
    Column("lesson", Number, ForeignKey("lessons.id"), primary_key=True),
    Column("institution", String, primary_key=True),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("by", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("standing", String, nullable=False),
    Column("changed_at", Instant),
    Column("words", Number, ForeignKey("lesson_texts.id")),
    Column("next_on", Date),
    Column("next_at", Instant, index=True),
    Index("ix_lesson_offers_institution", "community", "institution"),
)
