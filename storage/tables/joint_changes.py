"""Changes of several institutions at once: the change, its problems, and each institution's part."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

joint_changes = Table(
    "joint_changes",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("problem", Number, ForeignKey("problems.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("what", Number, ForeignKey("texts.id"), nullable=False),
    Column("needed", Integer, nullable=False),
    Column("day", Date),
    Column("zone", String, nullable=False),
    Column("begun_by", String, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("round", Integer, nullable=False),
    Column("back", Number, ForeignKey("texts.id")),
    Column("ended", String),
    Column("went_at", Instant),
    Column("look_at", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("problem", "number"),
    Index("ix_joint_changes_look_at", "look_at"),
    Index("ix_joint_changes_community_ended", "community", "ended"),
)

joint_problems = Table(
    "joint_problems",
    metadata,
    Column("change", Number, ForeignKey("joint_changes.id"), primary_key=True),
    Column("problem", Number, ForeignKey("problems.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Index("ix_joint_problems_problem", "problem"),
)

joint_parts = Table(
    "joint_parts",
    metadata,
    Column("change", Number, ForeignKey("joint_changes.id"), primary_key=True),
    Column("institution", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("answered", String, nullable=False),
    Column("agrees", Boolean, nullable=False),
    Column("ready", Boolean, nullable=False),
    Column("needs", Number, ForeignKey("texts.id")),
    Column("commitment", Number, ForeignKey("commitments.id")),
    Column("by", String),
    Column("verdict", String),
    Column("check_on", Date),
    Column("checking", Boolean, nullable=False),
)
