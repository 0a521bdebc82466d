"""The weekly digests: who had the last one, and what was counted for them."""

from sqlalchemy import JSON, Column, Date, ForeignKey, String, Table

from storage.tables.base import Number, metadata
from storage.types import Instant

digests = Table(
    "digests",
    metadata,
    Column("community", Number, ForeignKey("communities.id"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("week", Date, nullable=False),  # the Monday of the last week whose digest was sent, or had passed
    Column("at", Instant, nullable=False),
)

weekly_counts = Table(
    "weekly_counts",
    metadata,
    Column("community", Number, ForeignKey("communities.id"), primary_key=True),
    Column("week", Date, primary_key=True),
    Column("counts", JSON, nullable=False),
)
