"""Solutions of the frontline that are proposed and tried."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

tryouts = Table(
    "tryouts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("what", Number, ForeignKey("texts.id"), nullable=False, index=True),
    Column("proposed_by", String, nullable=False),
    Column("name_shown", Boolean, nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("standing", String, nullable=False),
    Column("institution", String),
    Column("tried_at", Number, ForeignKey("texts.id"), index=True),
    Column("until_day", Date),
    Column("until_at", String),  # with the offset of its zone, as in commitments
    Column("zone", String, nullable=False),
    Column("outcome", String),
    Column("said", Number, ForeignKey("texts.id"), index=True),
    Column("ended_at", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("problem", "number"),
    Index("ix_tryouts_until", "community", "standing", "until_day"),
)
