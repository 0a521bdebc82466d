"""Who sees a problem too, apart from the problem; and what routing learned from corrections."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

joinings = Table(
    "joinings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("person", String, nullable=False),
    Column("institution", String),
    Column("at", Instant, nullable=False),
    Column("left_at", Instant),
    Column("verdict", String),
    Column("verdict_at", Instant),
    UniqueConstraint("problem", "person"),
    Index("ix_joinings_person", "community", "person"),
)

learned = Table(
    "learned",
    metadata,
    Column("community", Number, ForeignKey("communities.id"), primary_key=True),
    Column("term", String, primary_key=True),
    Column("institution", String, primary_key=True),
    Column("problems", Integer, nullable=False),
)
"""How many corrected problems with a term ended with an institution."""
