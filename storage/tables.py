"""Every table. Each row belongs to a workspace (a Slack team id) and, below it, to a community."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows by itself only in an INTEGER key

requests = Table(
    "requests",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("answer", JSON),
)

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
    Column("version", Integer, nullable=False),
    UniqueConstraint("workspace", "reference"),
    Index("ix_problems_community_state", "community", "state", "reported_at"),
    Index("ix_problems_reporter", "community", "reporter", "reported_at"),
    Index("ix_problems_institution", "community", "institution", "state"),
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
    Column("problem", Number, ForeignKey("problems.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("actor", String),
    Column("from_state", String),
    Column("to_state", String),
    Column("institution", String),
    Column("text", Number, ForeignKey("texts.id")),
    Column("internal", Boolean, nullable=False),
    Column("details", JSON, nullable=False),
)

destinations = Table(
    "destinations",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("target", String, primary_key=True),
    Column("channel", String),
    Column("held_by", String),
    Column("held_until", Instant),
    Column("wait_until", Instant),
)

WAITING = ("queued", "sending", "doubt")

outbox = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("target", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("notice", JSON, nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), index=True),
    Column("key", String, nullable=False),
    Column("surface", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("channel", String),
    Column("ts", String),
    Column("nonce", String, nullable=False),
    Column("sent_at", Instant),
    Column("error", String),
    Column("posted_again", Integer, nullable=False, server_default="0"),
    UniqueConstraint("workspace", "key"),
    Index(
        "ix_outbox_due",
        "due_at",
        postgresql_where=text("state IN ('queued', 'sending', 'doubt')"),
        sqlite_where=text("state IN ('queued', 'sending', 'doubt')"),
    ),
    Index(
        "ix_outbox_order",
        "workspace",
        "target",
        "id",
        postgresql_where=text("state IN ('queued', 'sending', 'doubt')"),
        sqlite_where=text("state IN ('queued', 'sending', 'doubt')"),
    ),
    Index("ix_outbox_message", "workspace", "channel", "ts"),
)

pauses = Table(
    "pauses",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("method", String, primary_key=True),
    Column("until", Instant, nullable=False),
)

stops = Table(
    "stops",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("reason", String, nullable=False),
)
