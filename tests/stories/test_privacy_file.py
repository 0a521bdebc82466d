"""What was redacted does not stay in the database's file either."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sc_bot.domain.answerable import facilitators
from sc_bot.usecases.problems.facilitator import redact_problem
from tests.delivery.office import open_office

SLIPPED = "coquelicot du troisième"
LONG = "La chimio arrive en retard. " * 200 + SLIPPED  # over one page of the file


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite library that, like many, leaves removed words in the file unless it is told otherwise."""
    connect: Callable[..., sqlite3.Connection] = sqlite3.dbapi2.connect

    def forgetful(*given: object, **named: object) -> sqlite3.Connection:
        connection = connect(*given, **named)
        connection.execute("PRAGMA secure_delete=OFF")
        return connection

    monkeypatch.setattr("sqlite3.dbapi2.connect", forgetful)


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("text", [f"La chimio arrive en retard, {SLIPPED}", LONG])
def test_redacted_words_are_nowhere_in_the_file(url: str, text: str) -> None:
    """Neither in a row nor in a page that is free now, once the write-ahead log is taken in."""
    path = Path(url.removeprefix("sqlite:///"))
    with open_office(url) as office:
        reference = office.report(text).reference
        written_down(path)
        assert SLIPPED.encode() in path.read_bytes()
        facilitator = facilitators(office.community)[0].slack_id or ""
        redact_problem(office.database, office.asked(facilitator), reference, SLIPPED)
    written_down(path)
    assert SLIPPED.encode() not in path.read_bytes()


def written_down(path: Path) -> None:
    """Take the write-ahead log into the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
