"""The life of a community: its cycle reviews, and when it was archived."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

cycle_reviews = Table(
    "cycle_reviews",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("day", Date, nullable=False),  # when the cycle ended, a day of the community's zone
    Column("since", Instant, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("held_at", Instant),
    Column("held_by", String),
    Column("summary", Text),
    UniqueConstraint("community", "number"),
)

archives = Table(
    "archives",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", String),
    Index("ix_archives_community", "community", "undone_at"),
)
