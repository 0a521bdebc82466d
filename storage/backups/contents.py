"""What is in a database or in a copy of it: its schema, and how many rows each table has."""

from collections.abc import Mapping
from dataclasses import dataclass


class BackupRefused(Exception):
    """A copy cannot be made, or not be put back; the text says why and what to do, and holds no word of a report."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Of one moment."""

    schema: str | None
    """None: no migration ever ran there."""
    rows: Mapping[str, int]

    @property
    def total(self) -> int:
        """Rows of all tables; the schema's own row is none of them."""
        return sum(self.rows.values())
