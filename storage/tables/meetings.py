"""Meetings of committees: occasions, agendas, who was there, what was noted."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import Number, metadata
from storage.types import Instant

meetings = Table(
    "meetings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("committee", String, nullable=False),
    Column("nominal", String, nullable=False),  # the local hour by the calendar, in ISO without an offset
    Column("at", Instant, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("phase", String, nullable=False),
    Column("agenda_at", Instant),
    Column("moved_by", String),
    Column("started_at", Instant),
    Column("item_since", Instant),
    Column("moderator", String),
    Column("ended_at", Instant),
    Column("ended_by", String),
    Column("approved_at", Instant),
    Column("approved_by", String),
    Column("version", Integer, nullable=False),
    UniqueConstraint("community", "committee", "nominal"),
    Index("ix_meetings_at", "community", "at"),
)

meeting_texts = Table(
    "meeting_texts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("meeting", Number, ForeignKey("meetings.id"), nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", Number, primary_key=True),
    Column("community", Number, ForeignKey("communities.id"), nullable=False),
    Column("meeting", Number, ForeignKey("meetings.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("problem", Number, ForeignKey("problems.id")),
    Column("about", String, nullable=False),
    Column("topic_text", Number, ForeignKey("texts.id")),  # of its problem, if it has one
    Column("topic_words", Number, ForeignKey("meeting_texts.id")),  # else of the meeting
    Column("minutes", Integer, nullable=False),
    Column("facilitated", Boolean, nullable=False),
    Column("added_by", String),
    Column("outcome", String),
    Column("decided_text", Number, ForeignKey("texts.id")),
    Column("decided_words", Number, ForeignKey("meeting_texts.id")),
    Column("closed_at", Instant),
    Column("closed_by", String),
    Column("carried", Boolean, nullable=False),
    Index("ix_agenda_items_meeting", "meeting"),
    Index("ix_agenda_items_community", "community", "id"),
)

meeting_promises = Table(
    "meeting_promises",
    metadata,
    Column("item", Number, ForeignKey("agenda_items.id"), primary_key=True),
    Column("commitment", Number, ForeignKey("commitments.id"), primary_key=True),
)

meeting_people = Table(
    "meeting_people",
    metadata,
    Column("meeting", Number, ForeignKey("meetings.id"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("coming", Boolean),
    Column("present", Boolean),
)
