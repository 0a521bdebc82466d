"""Who was sent a workbook, when, and since when its changes are told."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

exports = Table(
    "exports",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("person", String, nullable=False),
    Column("key", String, nullable=False),
    Column("meeting", Instant),
    Column("at", Instant, nullable=False),
    Column("since", Instant),
    UniqueConstraint("workspace", "key"),
    Index("ix_exports_person", "community", "person", "at"),
)
