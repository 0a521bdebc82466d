"""Home tabs that people have opened, and what may have changed on them since."""

from sqlalchemy import Column, String, Table

from storage.tables.base import Number, metadata
from storage.types import Instant

homes = Table(
    "homes",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("slack_id", String, primary_key=True),
    Column("opened_at", Instant, nullable=False),
    Column("page", String, nullable=False),
    Column("hash", String),  # Slack's name for what stands there; None when it is not known
)

# Each step of history leaves a row here by a trigger on `events`; a change of a community by a statement. They are gone
# seconds later, and what they point to is never deleted: to have it checked would only cost who waits.
home_changes = Table(
    "home_changes",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, nullable=False),
    Column("problem", Number),  # None: the community itself
)
