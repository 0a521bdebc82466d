"""Databases with an older schema, and what lies beside them."""

from pathlib import Path

from storage.engine import open_engine
from storage.schema import current, downgrade, known
from tests.house import WORKER_PATIENCE

BEFORE = known()[-2]
"""The schema before the newest."""


def left_in(folder: Path) -> set[str]:
    """The names of all files there."""
    return {each.name for each in folder.iterdir()}


def set_back() -> None:
    """Give the file of this folder the schema before the newest."""
    engine = open_engine("sqlite:///sc_bot.db", patience=WORKER_PATIENCE)
    downgrade(engine, BEFORE)
    engine.dispose()


def schema_of(url: str) -> str | None:
    """The version that it has."""
    engine = open_engine(url, patience=WORKER_PATIENCE)
    try:
        return current(engine)
    finally:
        engine.dispose()
