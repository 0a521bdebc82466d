"""Problems, their words and their history; the requests that changed them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import Number, metadata
from storage.types import Instant

HIDDEN = "restricted OR director_kept_out OR state = 'withdrawn'"
"""What not everybody of a community may know of; few, so that what is left is found by leaving them out."""

requests = Table(
    "requests",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("answer", JSON),
)

counters = Table(
    "counters",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("prefix", String, primary_key=True),
    Column("last", Integer, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("reference", String, nullable=False),
    Column("state", String, nullable=False),
    Column("continuum", String),
    Column("institution", String),
    Column("owes", String),
    Column("because_kind", String, nullable=False),
    Column("because_matched", String, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("reporter", String, nullable=False),
    Column("reporter_institution", String),
    Column("line", Integer),
    Column("name_shown", Boolean, nullable=False),
    Column("reported_at", Instant, nullable=False),
    Column("answer_by", Date, nullable=False),
    Column("concerned", JSON, nullable=False),
    Column("invited", JSON, nullable=False, server_default="[]"),
    Column("contributors", JSON, nullable=False, server_default="[]"),
    Column("noticed_by_clients", Boolean, nullable=False),
    Column("unresolvable", Boolean, nullable=False),
    Column("restricted", Boolean, nullable=False),
    Column("director_kept_out", Boolean, nullable=False),
    Column("returned_by", JSON, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("acknowledged_at", Instant),
    Column("accepted_at", Instant),
    Column("closed_at", Instant),
    Column("closing", String),
    Column("duplicate_of", String),
    Column("verdict", String),
    Column("identities_removed_at", Instant),
    Column("words_removed_at", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("workspace", "reference"),
    Index("ix_problems_community_state", "community", "state", "reported_at"),
    Index("ix_problems_reported_at", "reported_at"),
    Index("ix_problems_reporter", "community", "reporter", "reported_at"),
    Index("ix_problems_closed", "community", "closed_at"),
    Index("ix_problems_hidden", "community", sqlite_where=text(HIDDEN), postgresql_where=text(HIDDEN)),
    Index("ix_problems_institution", "community", "institution", "state"),
    Index(
        "ix_problems_duplicate_of",
        "community",
        "duplicate_of",
        sqlite_where=text("duplicate_of IS NOT NULL"),
        postgresql_where=text("duplicate_of IS NOT NULL"),
    ),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("redacted", Boolean, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("actor", String),
    Column("from_state", String),
    Column("to_state", String),
    Column("institution", String),
    Column("text", Number, ForeignKey("texts.id")),
    Column("internal", Boolean, nullable=False),
    Column("details", JSON, nullable=False),
    Index("ix_events_kind", "community", "kind", "at"),
    Index("ix_events_problem", "problem", "at"),
    Index("ix_events_text", "text", sqlite_where=text("text IS NOT NULL"), postgresql_where=text("text IS NOT NULL")),
)
