"""`sc-bot db`: migrate, check, and say what is wrong."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.conftest import Cli


def test_an_empty_database_is_refused_until_it_is_upgraded(cli: Cli) -> None:
    """`db check` says what to do, `db upgrade` does it, and doing it again changes nothing."""
    before = cli("db", "check")
    assert before.exit_code == 1
    assert "sc-bot db upgrade" in before.stderr
    assert cli("db", "upgrade").exit_code == 0
    assert cli("db", "upgrade").exit_code == 0
    after = cli("db", "check")
    assert (after.exit_code, after.stderr) == (0, "")


def test_an_upgraded_database_of_either_kind_is_sound(cli: Cli, url: str) -> None:
    """With --json one object says the same, and nothing else is on standard output."""
    result = cli("db", "check", "--json", DATABASE_URL=url)
    said = json.loads(result.stdout)
    assert result.exit_code == 0
    assert said["schema"] == said["needs"]
    assert (said["wrong"], said["damage"]) == (None, None)


def test_a_newer_schema_is_left_alone(cli: Cli) -> None:
    """A database of a later version is neither changed nor called old."""
    cli("db", "upgrade")
    with sqlite3.connect("sc_bot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    result = cli("db", "upgrade")
    assert result.exit_code == 1
    assert "newer version" in result.stderr


def test_a_damaged_file_is_found(cli: Cli) -> None:
    """A row that points to nothing is damage."""
    cli("db", "upgrade")
    with sqlite3.connect("sc_bot.db") as connection:
        connection.execute(
            "INSERT INTO community_events (workspace, community, at, subject) VALUES ('T', 42, '2026-11-19', 'x')"
        )
    connection.close()
    result = cli("db", "check")
    assert result.exit_code == 1
    assert "restore a backup" in result.stderr


def spoil(table: str, file: str = "sc_bot.db") -> None:
    """Bytes of a table's page are others, as after a bad disk."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(Path(file).read_bytes())
    content[(page - 1) * size : page * size] = b"\xaa" * size
    Path(file).write_bytes(content)


@pytest.mark.parametrize("table", ["alembic_version", "outbox", "beats"])
def test_a_file_whose_bytes_are_others_is_called_damaged(cli: Cli, table: str) -> None:
    """Not "is it running?": to look again would not help. Wherever it is met, the mend is said."""
    cli("db", "upgrade")
    spoil(table)
    result = cli("db", "check")
    assert (result.exit_code, "damaged" in result.stderr, "restore a backup" in result.stderr) == (1, True, True)
    assert "damaged" in cli("undelivered").stderr or table == "beats"


def test_a_file_that_is_no_database_is_said_to_be_none(cli: Cli, tmp_path: Path) -> None:
    """Somebody's letter, by a mistyped path; it is left as it is."""
    (tmp_path / "letter").write_text("Chère Fanny, " * 100)
    result = cli("db", "check", DATABASE_URL="sqlite:///letter")
    assert (result.exit_code, "no database of SQLite" in result.stderr) == (1, True)
    assert (tmp_path / "letter").read_text() == "Chère Fanny, " * 100


def test_a_database_that_does_not_answer_is_said_in_a_sentence(cli: Cli) -> None:
    """No traceback, no password, and where to look next."""
    result = cli("db", "check", DATABASE_URL="postgresql://someone:s3cret@127.0.0.1:1/nothing")
    assert result.exit_code == 1
    assert "does not answer" in result.stderr
    assert "s3cret" not in result.output


def test_commands_that_read_say_that_the_database_must_be_set_up(cli: Cli) -> None:
    """A database that answers but holds nothing is not called unreachable."""
    for command in (("route", "hospital"), ("org", "export"), ("org", "check")):
        result = cli(*command)
        assert result.exit_code == 1
        assert "sc-bot db upgrade" in result.stderr
