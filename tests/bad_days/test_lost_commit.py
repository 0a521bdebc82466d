"""The database takes a report, and its answer is lost, twice: nobody is told that it was recorded, or was not."""

import sqlite3

import pytest
from sqlalchemy import PoolProxiedConnection

from tests.house import Town
from tests.statements import alone
from tests.stories.acting import REFERENCE, table
from tests.stories.looking import ABOUT_CHEMO, text_of


@pytest.mark.parametrize("kind", ["sqlite"])  # both databases are in tests/faults
def test_what_nobody_knows_is_said_so_with_where_to_look(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent again it would be a second report: first look at the list; the words come back, in case it is not there."""
    fanny, dialect = town.person("HSF-S1"), alone(town.house.web_database.engine).dialect
    commit, is_lost = dialect.do_commit, False

    def lost(connection: PoolProxiedConnection) -> None:
        nonlocal is_lost
        commit(connection)
        assert isinstance(connection.driver_connection, sqlite3.Connection)
        is_lost = is_lost or connection.driver_connection.total_changes > 0  # from the first one that stores something
        if is_lost:
            raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(dialect, "do_commit", lost)
        answer = fanny.runs(f"/problem {ABOUT_CHEMO}")
    assert "Perhaps recorded" in answer.text
    assert "Not recorded" not in answer.text
    assert "/sc liste" in answer.text
    assert answer.message is not None
    assert ABOUT_CHEMO in text_of(answer.message)
    assert REFERENCE in fanny.runs("/sc liste").text
    assert len(table(town, "problems")) == 1
