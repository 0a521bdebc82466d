"""The pulse: waves, whom each asks, and sealed answers. Nothing ties the last two, and nothing has a time."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import Number, metadata

pulse_waves = Table(
    "pulse_waves",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("begun_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("since", Date, nullable=False),
    Column("ended_on", Date),
    Column("invited", Integer, nullable=False),
    Column("purged_on", Date),
    Column("results", JSON),  # cells and measures, as they were published
    UniqueConstraint("community", "day"),
    Index("ix_pulse_waves_ended", "purged_on", "ended_on"),
)

pulse_invitations = Table(
    "pulse_invitations",
    metadata,
    Column("wave", Number, ForeignKey("pulse_waves.id"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("answered", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

pulse_answers = Table(
    "pulse_answers",
    metadata,
    Column("wave", Number, ForeignKey("pulse_waves.id"), primary_key=True),
    Column("id", String, primary_key=True),  # random: no order
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
