"""`sc-bot db backup` and `restore`: what is said, what is kept, what is refused."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from storage.schema import newest
from tests.bare import bare_database
from tests.commands.conftest import Cli
from tests.commands.schemas import BEFORE, left_in, schema_of


def test_a_backup_is_put_back_into_an_empty_place_and_nowhere_else(
    cli: Cli, kind: str, region_url: str, tmp_path: Path
) -> None:
    """Both say schema and rows; the copy is its owner's alone; where something is, nothing is touched."""
    made = cli("db", "backup", "copy", "--json", DATABASE_URL=region_url)
    assert made.exit_code == 0, made.stderr
    said = json.loads(made.stdout)
    assert said["schema"] == newest()
    assert said["rows"]["communities"] == 1
    assert stat.S_IMODE(Path("copy").stat().st_mode) == 0o600
    assert left_in(tmp_path) == {"copy"}
    with bare_database(kind) as elsewhere:
        back = cli("db", "restore", "copy", "--json", DATABASE_URL=elsewhere)
        assert json.loads(back.stdout)["rows"] == said["rows"], back.stderr
        assert cli("db", "check", DATABASE_URL=elsewhere).exit_code == 0
        again = cli("db", "restore", "copy", DATABASE_URL=elsewhere)
        assert again.exit_code == 1
        assert "not empty" in again.stderr
        assert json.loads(cli("db", "check", "--json", DATABASE_URL=elsewhere).stdout)["rows"] == said["rows"]


def test_an_older_backup_is_put_back_and_says_what_to_do(cli: Cli, kind: str, older_url: str) -> None:
    """The schema that it has, and `sc-bot db upgrade`."""
    assert cli("db", "backup", "copy", DATABASE_URL=older_url).exit_code == 0
    with bare_database(kind) as elsewhere:
        back = cli("db", "restore", "copy", DATABASE_URL=elsewhere)
        assert back.exit_code == 0
        assert f"schema {BEFORE}" in back.stderr
        assert "sc-bot db upgrade" in back.stderr
        assert cli("db", "upgrade", DATABASE_URL=elsewhere).exit_code == 0
        assert schema_of(elsewhere) == newest()


def test_a_file_of_that_name_is_kept_unless_it_may_go(cli: Cli, url: str, tmp_path: Path) -> None:
    """And nothing half-made stays beside it."""
    (tmp_path / "copy").write_text("last year's")
    refused = cli("db", "backup", "copy", DATABASE_URL=url)
    assert refused.exit_code == 1
    assert "--overwrite" in refused.stderr
    assert (tmp_path / "copy").read_text() == "last year's"
    assert cli("db", "backup", "copy", "--overwrite", DATABASE_URL=url).exit_code == 0
    assert left_in(tmp_path) == {"copy"}


def test_what_a_killed_copy_left_goes_with_a_later_one(cli: Cli, tmp_path: Path) -> None:
    """It holds reports; one that is still being written stays, and so does whatever is not ours."""
    cli("db", "upgrade")
    old, young, theirs = (tmp_path / each for each in (".sc_bot.1.partial", ".sc_bot.2.partial", "film.partial"))
    for each in (old, young, theirs):
        each.write_text("half a copy")
    for each in (old, theirs):
        os.utime(each, (0, 0))
    assert cli("db", "backup", "copy").exit_code == 0
    assert left_in(tmp_path) == {"sc_bot.db", "copy", young.name, theirs.name}


def cut(file: Path) -> None:
    """Lose the end of it."""
    os.truncate(file, file.stat().st_size // 2)


def spoil(file: Path) -> None:
    """Change some bytes in the middle."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4_000] = b"\xff" * 4_000
    file.write_bytes(content)


def replace(file: Path) -> None:
    """Be something else altogether."""
    file.write_text("a letter")


@pytest.mark.parametrize("harm", [cut, spoil, replace])
def test_what_is_no_whole_copy_is_refused_before_anything_changes(
    cli: Cli, kind: str, region_url: str, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """The empty place stays empty."""
    assert cli("db", "backup", "copy", DATABASE_URL=region_url).exit_code == 0
    harm(tmp_path / "copy")
    with bare_database(kind) as elsewhere:
        refused = cli("db", "restore", "copy", DATABASE_URL=elsewhere)
        assert refused.exit_code == 1, refused.output
        assert schema_of(elsewhere) is None


def test_a_backup_of_a_newer_version_is_not_put_back(cli: Cli, tmp_path: Path) -> None:
    """It says which schema it has and which are known."""
    cli("db", "upgrade")
    with sqlite3.connect("sc_bot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert cli("db", "backup", "copy").exit_code == 0
    refused = cli("db", "restore", "copy", DATABASE_URL=f"sqlite:///{tmp_path}/new.db")
    assert refused.exit_code == 1
    assert "9999" in refused.stderr
    assert "newer version" in refused.stderr
    assert not (tmp_path / "new.db").exists()


def test_the_database_itself_is_no_place_for_its_backup(cli: Cli) -> None:
    """Not even with --overwrite."""
    cli("db", "upgrade")
    assert "the database itself" in cli("db", "backup", "sc_bot.db", "--overwrite").stderr
    assert cli("db", "check").exit_code == 0


def test_a_live_file_is_no_backup(cli: Cli, tmp_path: Path) -> None:
    """With its companion beside it, it is a database in use."""
    cli("db", "upgrade")
    with sqlite3.connect("sc_bot.db") as connection:
        connection.execute("INSERT INTO stops VALUES ('T0', 'because')")
        connection.commit()
        refused = cli("db", "restore", "sc_bot.db", DATABASE_URL=f"sqlite:///{tmp_path}/new.db")
    connection.close()
    assert "live database" in refused.stderr


def test_a_backup_of_the_other_database_says_so(cli: Cli, tmp_path: Path) -> None:
    """The two formats are not exchanged for each other."""
    (tmp_path / "copy").write_bytes(b"PGDMP and more")
    assert "backup of PostgreSQL" in cli("db", "restore", "copy").stderr


SOMETHING = (
    "CREATE TABLE patients (id int)",
    "CREATE SEQUENCE numbers",
    "CREATE TYPE state AS ENUM ('a')",
    "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA theirs; CREATE VIEW theirs.notes AS SELECT 1 AS id",
)


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_whatever_somebody_made_is_something(cli: Cli, kind: str, url: str) -> None:
    """Only a database in which nobody made anything is an empty place."""
    assert cli("db", "backup", "copy", DATABASE_URL=url).exit_code == 0
    for each in SOMETHING:
        with bare_database(kind) as elsewhere:
            with psycopg.connect(elsewhere.replace("+psycopg", ""), autocommit=True) as somebody:
                somebody.execute(each)
            refused = cli("db", "restore", "copy", DATABASE_URL=elsewhere)
            assert (refused.exit_code, "not empty" in refused.stderr) == (1, True), each


def test_a_folder_that_is_not_there_is_named(cli: Cli, url: str, tmp_path: Path) -> None:
    """The folder that was meant, not the unfinished file that nobody asked for."""
    refused = cli("db", "backup", str(tmp_path / "nowhere" / "copy"), DATABASE_URL=url)
    assert (refused.exit_code, refused.stderr.strip()) == (
        1,
        f"{tmp_path / 'nowhere'} is no folder: make it first, or choose another",
    )
