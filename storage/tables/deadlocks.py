"""Deadlocks: one that is open at most for each problem, and those that ended."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, text

from storage.tables.base import Number, metadata
from storage.types import Instant

_OPEN = text("ended_at IS NULL")

deadlocks = Table(
    "deadlocks",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("found_at", Instant, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("stage", String, nullable=False),
    Column("next_at", Instant),
    Column("ended_at", Instant),
    Column("way", String),
    Column("institution", String),
    Column("text", Number, ForeignKey("texts.id")),
    Column("version", Integer, nullable=False),
    Index("ix_deadlocks_problem", "problem"),
    Index("ix_deadlocks_open", "problem", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index("ix_deadlocks_found", "community", "ended_at", "found_at"),
    Index("ix_deadlocks_next_at", "next_at"),
)
