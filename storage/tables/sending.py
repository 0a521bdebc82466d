"""What is to be said, to whom, and what holds it back."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.base import Number, metadata
from storage.types import Instant

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
_DEAD, _AGAIN = text("state = 'dead'"), text("posted_again > 0")  # few of many, counted at each scrape

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
    Column("file", String),  # Slack's id of a file, known before it is shared
    Column("posted_again", Integer, nullable=False, server_default="0"),
    UniqueConstraint("workspace", "key"),
    Index(
        "ix_outbox_next",
        "due_at",
        "id",
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
    Index("ix_outbox_dead", "workspace", "due_at", postgresql_where=_DEAD, sqlite_where=_DEAD),
    Index("ix_outbox_again", "posted_again", postgresql_where=_AGAIN, sqlite_where=_AGAIN),
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
