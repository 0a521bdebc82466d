"""The charter of a community, version by version, and who signed it: both are history, and never changed."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

charters = Table(
    "charters",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("fr", Text),  # NULL: the text that comes with the bot
    Column("en", Text),
    Column("made_by", String),
    Column("made_at", Instant, nullable=False),
    UniqueConstraint("community", "number"),
)

charter_signatures = Table(
    "charter_signatures",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("charter", Integer, nullable=False),
    Column("institution", String, nullable=False),
    Column("role", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("community", "charter", "institution", "role", "person"),
)
