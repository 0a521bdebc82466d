"""`sc-bot db backup`, `restore`, `upgrade`: what is said, what is kept, what is refused."""

import json
import os
import resource
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from sc_bot.running import make_ready
from storage.engine import open_engine
from storage.schema import current, downgrade, known, newest, upgrade
from tests.bare import bare_database
from tests.commands.conftest import Cli
from tests.house import WORKER_PATIENCE

SPY = """#!{python}
import json, os, sys
from urllib.parse import parse_qs, urlsplit

if "--version" not in sys.argv:
    address = urlsplit(next(each for each in sys.argv if each.startswith("--dbname="))[len("--dbname="):])
    password = open(parse_qs(address.query)["passfile"][0]).read()
    json.dump([sys.argv, password], open("seen", "w"))
os.execv("{real}", sys.argv)
"""
BEFORE = known()[-2]


def left_in(folder: Path) -> set[str]:
    """The names of all files there."""
    return {each.name for each in folder.iterdir()}


@pytest.fixture
def older_url(kind: str) -> Iterator[str]:
    """A database with the schema before the newest."""
    with bare_database(kind) as url:
        engine = open_engine(url, patience=WORKER_PATIENCE)
        upgrade(engine, BEFORE)
        engine.dispose()
        yield url


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


def test_an_upgrade_copies_first_and_keeps_a_few(cli: Cli, older_url: str, tmp_path: Path) -> None:
    """The copy's name says schema and moment; it holds the schema before; the oldest ones go, and nothing else."""
    stem = Path(older_url.rpartition("/")[2]).stem
    old = [f"{stem}.before-upgrade.schema-0001.2020010{day}T000000Z.db" for day in range(1, 5)]
    for name in (*old, "sc_bot.before-christmas.db"):
        (tmp_path / name).touch()
    done = cli("db", "upgrade", "--backups", str(tmp_path), DATABASE_URL=older_url)
    assert done.exit_code == 0, done.stderr
    assert schema_of(older_url) == newest()
    new = left_in(tmp_path) - {*old, "sc_bot.before-christmas.db"}
    assert len(new) == 1
    assert f"{stem}.before-upgrade.schema-{BEFORE}." in (made := new.pop())
    assert made in done.stderr
    assert left_in(tmp_path) == {made, *old[2:], "sc_bot.before-christmas.db"}
    assert cli("db", "upgrade", DATABASE_URL=older_url).exit_code == 0
    assert len(left_in(tmp_path)) == 4, "a current database is not copied"


def test_a_sqlite_file_is_copied_beside_itself(cli: Cli, tmp_path: Path) -> None:
    """Unless somebody says not to."""
    cli("db", "upgrade")
    assert left_in(tmp_path) == {"sc_bot.db"}, "nothing is in it yet"
    set_back()
    cli("db", "upgrade", "--no-backup")
    assert left_in(tmp_path) == {"sc_bot.db"}
    set_back()
    cli("db", "upgrade")
    assert len(left_in(tmp_path)) == 2


def test_run_copies_its_file_before_it_upgrades(cli: Cli, tmp_path: Path) -> None:
    """What `sc-bot run` does first when it starts on SQLite; several processes on PostgreSQL leave that to somebody."""
    cli("db", "upgrade")
    set_back()
    make_ready("sqlite:///sc_bot.db", may_upgrade=True)
    assert schema_of("sqlite:///sc_bot.db") == newest()
    (copy,) = left_in(tmp_path) - {"sc_bot.db"}
    assert schema_of(f"sqlite:///{copy}") == BEFORE


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


def test_without_room_for_a_copy_nothing_is_upgraded(cli: Cli, tmp_path: Path) -> None:
    """It says what the disk said; the file is as it was, and nothing half-made lies beside it."""
    cli("db", "upgrade")
    set_back()
    room = (tmp_path / "sc_bot.db").stat().st_size // 2
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        refused = cli("db", "upgrade")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refused.exit_code == 1
    assert "Nothing was kept" in refused.stderr
    assert left_in(tmp_path) == {"sc_bot.db"}
    assert schema_of("sqlite:///sc_bot.db") == BEFORE


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_without_the_client_tools_it_says_what_to_install(
    cli: Cli, older_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A backup is refused; an upgrade goes on, and says clearly that none was made."""
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = cli("db", "backup", "copy", DATABASE_URL=older_url)
    assert refused.exit_code == 1
    assert "postgresql-client" in refused.stderr
    upgraded = cli("db", "upgrade", DATABASE_URL=older_url)
    assert upgraded.exit_code == 0
    assert "NO BACKUP" in upgraded.stderr


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_tools_that_are_older_than_the_server_are_refused(
    cli: Cli, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before they begin, with the version to install."""
    old = tmp_path / "bin" / "pg_dump"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}:{os.environ['PATH']}")
    refused = cli("db", "backup", "copy", DATABASE_URL=url)
    assert refused.exit_code == 1
    assert "version 9" in refused.stderr
    assert left_in(tmp_path) == {"bin"}


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_a_password_is_never_on_a_command_line(
    cli: Cli, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Everybody on a machine can read those; the tool finds it in a private file, and still gets in."""
    spy = tmp_path / "bin" / "pg_dump"
    spy.parent.mkdir()
    spy.write_text(SPY.format(python=sys.executable, real=shutil.which("pg_dump")))
    spy.chmod(0o755)
    monkeypatch.setenv("PATH", f"{spy.parent}:{os.environ['PATH']}")
    made = cli("db", "backup", "copy", DATABASE_URL=url.replace("postgres@", "postgres:s3cret%3Apass%5Cword@"))
    assert made.exit_code == 0, made.stderr
    arguments, password = json.loads((tmp_path / "seen").read_text())
    assert "s3cret" not in " ".join(arguments)
    assert password == "*:*:*:*:s3cret\\:pass\\\\word\n"
