"""Privacy in operation: the history's daily seals, who looked at a hidden identity, incidents, erasures under way."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

seals = Table(
    "seals",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("day", Date, nullable=False),  # of UTC
    Column("previous", String, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("seal", String, nullable=False),
    UniqueConstraint("community", "day"),
)

accesses = Table(
    "accesses",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("day", Date, nullable=False),  # of UTC: one row a day for the same reader, subject and screen
    Column("reader", String, nullable=False),
    Column("subject", String, nullable=False),  # a reference, or a person's id: never a name
    Column("screen", String, nullable=False),
    UniqueConstraint("community", "day", "reader", "subject", "screen"),
    Index("ix_accesses_at", "community", "at"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("day", Date, nullable=False),  # when it happened, or was found to have
    Column("what", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("people", Integer),  # how many are concerned; NULL: not known
    Column("risk", String, nullable=False),
    Column("measures", Text, nullable=False),
    Column("notified", JSON, nullable=False),
    Column("confirmed", Text, nullable=False),  # why what looked identifying is not
    UniqueConstraint("community", "number"),
)

# An erasure that was begun and has not ended: whoever finds the row goes on with it. It goes with the person.
erasures = Table(
    "erasures",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("person", String, nullable=False),
    Column("asked_by", String, nullable=False),  # "-": whoever has the command line
    Column("screen", String, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("handed_over", Boolean, nullable=False),
    Column("since", Instant),  # when the oldest problem was reported that named them: no older list quotes it
    Column("nonce", String, nullable=False),
    UniqueConstraint("community", "person"),
)
