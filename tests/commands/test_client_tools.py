"""PostgreSQL's own tools: missing, too old, and without a password on their command line."""

import json
import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backups import back_up
from storage.engine import open_engine
from storage.schema import newest
from tests.bare import bare_database
from tests.commands.conftest import Cli
from tests.commands.schemas import left_in

SPY = """#!{python}
import json, os, sys
from psycopg.conninfo import conninfo_to_dict

if "--version" not in sys.argv:
    address = next(each for each in sys.argv if each.startswith("--dbname="))[len("--dbname="):]
    password = open(conninfo_to_dict(address)["passfile"]).read()
    json.dump([sys.argv, password], open("seen", "w"))
os.execv("{real}", sys.argv)
"""


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


SLOW = """#!/bin/sh
[ "$1" = --version ] || sleep 1.2
exec {real} "$@"
"""


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_a_copy_may_take_longer_than_a_transaction_may_do_nothing(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The transaction whose moment is copied waits for `pg_dump`, on a large database for long."""
    slow = tmp_path / "bin" / "pg_dump"
    slow.parent.mkdir()
    slow.write_text(SLOW.format(real=shutil.which("pg_dump")))
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    hasty = open_engine(url, patience=timedelta(seconds=0.4))  # who does nothing for twice that is sent away
    assert back_up(hasty, tmp_path / "copy").schema == newest()
    hasty.dispose()


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.slow)])
def test_an_address_of_two_servers_is_one_for_the_tools_too(cli: Cli, url: str) -> None:
    """A server and its standby, as docs/deploy.md writes them."""
    server, _, name = url.partition("@")[2].rpartition("/")
    host = server if ":" in server else f"{server}:5432"
    both = f"postgres://postgres@/{name}?host={host}&host={host}&target_session_attrs=read-write"
    made = cli("db", "backup", "copy", DATABASE_URL=both)
    assert made.exit_code == 0, made.stderr
    with bare_database("postgresql") as elsewhere:
        empty = elsewhere.rpartition("/")[2]
        back = cli("db", "restore", "copy", DATABASE_URL=both.replace(f"/{name}?", f"/{empty}?"))
        assert back.exit_code == 0, back.stderr
