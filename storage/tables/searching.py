"""The words by which problems are found."""

from sqlalchemy import Boolean, Column, String, Table

from storage.tables.base import Number, metadata

searchable = Table(
    "searchable",
    metadata,
    Column("community", Number, primary_key=True, autoincrement=False),
    # In the order of its bytes on both databases: what begins alike stands together.
    Column("word", String().with_variant(String(collation="C"), "postgresql"), primary_key=True),
    Column("problem", Number, primary_key=True, autoincrement=False, index=True),
    Column("in_title", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""One row for each different word of a problem; made from its texts, so no key guards it: it costs a report nothing."""
