"""Installations of the bot, those that were begun, and whose data is being deleted."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from storage.tables.base import metadata
from storage.types import Instant

installations = Table(
    "installations",
    metadata,
    Column("workspace", String, primary_key=True),  # T…, or an organisation's E…
    Column("enterprise", String),
    Column("name", String, nullable=False),
    Column("token", String),  # sealed, as the next one
    Column("refresh", String),
    Column("expires_at", Instant),
    Column("scopes", JSON, nullable=False),
    Column("bot_user", String, nullable=False),
    Column("installed_by", String, nullable=False),
    Column("installed_at", Instant, nullable=False),
    Column("version", Integer, nullable=False),
    Column("removed_at", Instant),
    Column("removed_because", String),
    Column("purge_begun_at", Instant),
    Column("fault", String),
    Column("held_by", String),  # who is renewing its token
    Column("held_until", Instant),
)

organisations = Table(
    "organisations",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("enterprise", String, nullable=False),
    Index("ix_organisations_enterprise", "enterprise"),
)

begun_installations = Table(
    "begun_installations",
    metadata,
    Column("state", String, primary_key=True),  # hashes: who reads the table cannot finish what others began
    Column("browser", String, nullable=False),
    Column("until", Instant, nullable=False),
)

purges = Table(
    "purges",
    metadata,
    Column("workspace", String, primary_key=True),  # its history may be deleted: the triggers look here
    Column("begun_at", Instant, nullable=False),
)
