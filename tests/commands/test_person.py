"""`sc-bot person`, the registers of `sc-bot privacy`, and `sc-bot db verify`, on a region that has settled."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sc_bot.usecases.history.sealing import seal_days
from storage.database import StoredDatabase
from tests.commands.conftest import Cli
from tests.databases import empty_database
from tests.house import THURSDAY, WORKER_PATIENCE


@pytest.fixture
def url() -> Iterator[str]:
    """A region that has settled."""
    with empty_database("sqlite", region=True) as url:
        yield url


def test_a_persons_data_are_written_for_their_eyes_and_the_reading_is_noted(cli: Cli, url: str, tmp_path: Path) -> None:
    """JSON, readable by its owner alone; by e-mail, Slack id or id."""
    out = tmp_path / "rosalie.json"
    done = cli("person", "export", "UCVES1000", "--out", str(out), "--community", "estrie", DATABASE_URL=url)
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads(out.read_text("utf-8"))[0]["stored"]["people"][0]["name"] == "Rosalie Thuotel"
    assert out.stat().st_mode & 0o077 == 0
    said = json.loads(cli("privacy", "accesses", "--json", DATABASE_URL=url).stdout)
    assert (said["subject"], said["screen"], said["reader"]) == ("CVE-S1", "export command", None)
    assert cli("privacy", "accesses", DATABASE_URL=url).stdout.split()[2:] == ["-", "CVE-S1", "export", "command"]
    assert cli("privacy", "incidents", DATABASE_URL=url).stderr == "none\n"


def test_an_erasure_is_only_said_until_it_is_meant(cli: Cli, url: str) -> None:
    """Without --yes nothing changes; with it, nobody is known by this id any more."""
    said = cli("person", "erase", "CVE-S1", DATABASE_URL=url)
    assert "Nothing was changed" in said.stdout
    assert cli("person", "erase", "CVE-S1", "--yes", "--json", DATABASE_URL=url).exit_code == 0
    gone = cli("person", "erase", "CVE-S1", DATABASE_URL=url)
    assert (gone.exit_code, gone.stderr) == (1, "Nobody is stored under this id.\n")


def test_a_role_is_given_to_somebody_else_first(cli: Cli, url: str) -> None:
    """It is said before, and refused when it is meant."""
    said = json.loads(cli("person", "erase", "HSF-MD", "--json", DATABASE_URL=url).stdout)
    assert said["roles"] == ["managing_director"]
    refused = cli("person", "erase", "HSF-MD", "--yes", DATABASE_URL=url)
    assert refused.exit_code == 1
    assert "Nothing was changed" in refused.stderr


def test_the_register_of_incidents_is_empty_at_first(cli: Cli, url: str) -> None:
    """One object a line; none yet."""
    assert cli("privacy", "incidents", "--json", DATABASE_URL=url).stdout == ""
    assert cli("privacy", "incidents", "--community", "nowhere", DATABASE_URL=url).exit_code == 1


def test_the_history_is_verified_and_a_change_is_named(cli: Cli, url: str) -> None:
    """Whole at first; then a seal is touched, and exit 1 says on which day."""
    assert "no day is sealed yet" in cli("db", "verify", DATABASE_URL=url).stdout
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    seal_days(database, THURSDAY + timedelta(days=1))
    whole = json.loads(cli("db", "verify", "--json", DATABASE_URL=url).stdout)
    assert (whole["day"], whole["findings"]) == ("2026-11-19", [])
    assert cli("db", "verify", "--expect", whole["seal"][:16], DATABASE_URL=url).exit_code == 0
    assert cli("db", "verify", "--expect", "0" * 16, DATABASE_URL=url).exit_code == 1
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE seals SET previous = 'x'")
    database.close()
    wrong = cli("db", "verify", DATABASE_URL=url)
    assert wrong.exit_code == 1
    assert "2026-11-19: the seal itself does not fit" in wrong.stdout
