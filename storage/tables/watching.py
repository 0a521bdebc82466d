"""Signs of life of the processes that work by themselves."""

from sqlalchemy import Column, Integer, String, Table

from storage.tables.base import metadata
from storage.types import Instant

beats = Table(
    "beats",
    metadata,
    Column("part", String, primary_key=True),
    Column("process", String, primary_key=True),
    Column("ran_at", Instant, nullable=False),
    Column("succeeded_at", Instant),
    Column("failures", Integer, nullable=False),
)
