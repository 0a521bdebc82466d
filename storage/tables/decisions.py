"""What general managers are asked to decide, and what each of them answers."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

decisions = Table(
    "decisions",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("question", Number, ForeignKey("texts.id"), nullable=False),
    Column("otherwise", Number, ForeignKey("texts.id"), nullable=False),
    Column("asked_by", String, nullable=False),
    Column("behalf", String, nullable=False),
    Column("institution", String),
    Column("due_day", Date, nullable=False),
    Column("due_at", String),  # with the offset of its zone, as in commitments
    Column("zone", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("problem", "number"),
    Index("ix_decisions_ended_at", "ended_at"),
)

decision_answers = Table(
    "decision_answers",
    metadata,
    Column("decision", Number, ForeignKey("decisions.id"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("reply", String),
    Column("reason", Number, ForeignKey("texts.id")),
    Column("meeting", Instant),
    Column("at", Instant),
    Index("ix_decision_answers_person", "community", "person"),
)
