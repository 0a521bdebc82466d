"""Communities, their people, and what was changed about them."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

communities = Table(
    "communities",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("key", String, nullable=False),
    Column("code", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("configuration", JSON, nullable=False),
    Column("channels", JSON, nullable=False),
    Column("imported", JSON),  # what the community file said when it was last read
    UniqueConstraint("workspace", "key"),
    UniqueConstraint("workspace", "code"),
)

people = Table(
    "people",
    metadata,
    Column("id", Number, primary_key=True),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("workspace", String, nullable=False),
    Column("key", String, nullable=False),
    Column("slack_id", String),
    Column("email", String),
    Column("name", String, nullable=False),
    Column("title", String, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("officer", Boolean, nullable=False),
    Column("language", String, nullable=False),
    Column("timezone", String),
    Column("institution", String),
    Column("line", Integer),
    Column("active", Boolean, nullable=False),
    Column("placed", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("looked_up_at", Instant),
    Column("until", Date),  # the last day on which they take part
    Column("habits", JSON),  # what they chose for themselves
    UniqueConstraint("community", "key"),
    Index("ix_people_slack", "workspace", "slack_id"),
)

community_events = Table(
    "community_events",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("actor", String),
    Column("subject", String, nullable=False),
    Column("before", JSON),
    Column("after", JSON),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("person", String, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("covers", JSON, nullable=False),
    Column("made_by", String),
    Column("made_at", Instant, nullable=False),
    Column("begun_at", Instant),
    Column("ended_at", Instant),
    Index("ix_absences_community", "community", "ended_at"),
)

chosen_places = Table(
    "chosen_places",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("slack_id", String, primary_key=True),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("at", Instant, nullable=False),
)
