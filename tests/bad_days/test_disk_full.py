"""The disk is full: the person gets their text back, nothing is half stored, and with room again it goes on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from sqlalchemy import event

from storage.database import StoredDatabase
from tests.house import Town
from tests.stories.acting import REFERENCE
from tests.stories.looking import everything, rows, text_of, window

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # PostgreSQL's own error, and the worker, are in tests/faults
LONG = "Le résumé de fin de chimio part par la poste de l'hôpital. " * 150  # more than what is left of a page


@contextmanager
def no_room(database: StoredDatabase) -> Iterator[None]:
    """SQLite's own limit: the file may not grow by a page, and what was free in it is taken."""
    with closing(sqlite3.connect(str(database.engine.url.database), isolation_level=None)) as other:
        other.execute("CREATE TABLE ballast (weight BLOB)")
        (pages,) = other.execute("PRAGMA page_count").fetchone()
        other.execute(f"PRAGMA max_page_count = {pages}")
        with suppress(sqlite3.OperationalError):
            while True:
                other.execute("INSERT INTO ballast VALUES (zeroblob(1000))")
        event.listen(database.engine, "checkout", _limit_to(pages))
        database.engine.dispose()  # who comes in has the limit
        yield
        other.execute(f"PRAGMA max_page_count = {MUCH}")
        other.execute("DROP TABLE ballast")
    event.listen(database.engine, "checkout", _limit_to(MUCH))


MUCH = 1_000_000  # pages
MOST = 2_950  # characters of a field in a window


def _limit_to(pages: int) -> Callable[..., None]:
    return lambda connection, *_: connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_report_on_a_full_disk_is_given_back_and_leaves_nothing(town: Town, region_url: str) -> None:
    """Whole or not at all: "not recorded", the words to copy; with room again, the same words are one problem."""
    before = everything(region_url)
    with no_room(town.house.web_database):
        answer = town.person("HSF-S1").runs(f"/problem {LONG}")
        assert "Not recorded" in answer.text
        assert answer.message is not None
        assert LONG[:200] in text_of(answer.message)
    assert everything(region_url) == before
    assert REFERENCE in town.person("HSF-S1").runs(f"/problem {LONG}").text
    town.deliver()
    assert len(rows(region_url, "problems")) == 1
    assert town.slack.errors == []


def test_a_window_on_a_full_disk_keeps_what_was_typed(town: Town, region_url: str) -> None:
    """The error stands on the field; sent again with room, it is recorded once."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {LONG[:MOST]}")  # a second one of this length does not fit on the same page
    fanny.runs("/problem")
    view = window(town, fanny)
    with no_room(town.house.web_database):
        assert "Not recorded" in str(fanny.submits(view, {"description": LONG[:MOST]}).errors)
    assert len(rows(region_url, "problems")) == 1
    fanny.submits(view)
    assert len(rows(region_url, "problems")) == 2
