"""A copy that is made while others write can be put back, and holds whole reports."""

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import insert

from storage.backups import BackupRefused, Contents, of_sqlite
from storage.database import StoredDatabase
from storage.tables import stops
from tests.backups.load import copies_under_load, reports_coming_in, wrong_with
from tests.databases import empty_database
from tests.house import WORKER_PATIENCE


def test_copies_made_while_reports_come_in_can_all_be_put_back(kind: str, region_url: str) -> None:
    """Whatever was acknowledged before it was begun is in it; no report is in it by half."""
    found = list(copies_under_load(kind, region_url, 2))
    assert [wrong for _, _, wrong in found] == [None, None]
    assert found[-1][1] > 0, "nobody reported anything meanwhile"


def test_what_is_written_between_counting_and_copying_is_in_neither(tmp_path: Path) -> None:
    """Both belong to one moment: the copy holds what was counted, and not a row more."""
    with empty_database("sqlite", region=True) as url, pytest.MonkeyPatch.context() as patch:
        count, database = of_sqlite._contents, StoredDatabase.open(url, patience=WORKER_PATIENCE)

        def count_then_let_somebody_write(connection: sqlite3.Connection) -> Contents:
            found = count(connection)
            with database.writing() as other:
                other.execute(insert(stops), {"workspace": f"T{sum(found.rows.values())}", "reason": "late"})
            return found

        patch.setattr(of_sqlite, "_contents", count_then_let_somebody_write)
        assert of_sqlite.copy(database.engine, empty(tmp_path / "copy")).rows["stops"] == 0
        patch.undo()
        assert of_sqlite.look_into(tmp_path / "copy").rows["stops"] == 0
        database.close()


def empty(file: Path) -> Path:
    """A file with nothing in it."""
    file.touch()
    return file


def test_a_file_that_is_copied_without_its_companion_is_found_out(tmp_path: Path) -> None:
    """What the check above is for: a plain copy of a live SQLite file misses what was acknowledged."""
    with empty_database("sqlite", region=True) as url, reports_coming_in(url) as load:
        while sum(load.stored) < 5:
            load.stop.wait(0.01)
        stored = sum(load.stored)
        shutil.copyfile(url.removeprefix("sqlite:///"), tmp_path / "plain.copy")
    with suppress(BackupRefused):  # where it is not even sound
        assert wrong_with("sqlite", tmp_path / "plain.copy", stored) is not None
