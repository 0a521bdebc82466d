"""`sc-bot doctor` about those who work by themselves, and about the disk."""

import shutil
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import text

from sc_bot.doctor.findings import Level
from sc_bot.doctor.working import about_room, about_tidying, about_work
from sc_bot.domain.beats import SENDING, SILENT, Watch
from storage.upkeep import tidies_by_itself
from tests.commands.conftest import Cli
from tests.commands.test_doctor import examined
from tests.house import Town

WELL = Watch(processes=2, since_success={SENDING: timedelta(0)}, failures={SENDING: 0}, resting={})


def levels(watch: Watch) -> list[Level]:
    """How much each finding matters."""
    return [each.level for each in about_work(watch)]


def test_who_works_is_said() -> None:
    """Two at work; none for three minutes; none ever."""
    assert levels(WELL) == [Level.WELL]
    gone = Watch(processes=0, since_success={SENDING: SILENT * 2}, failures={}, resting={})
    assert levels(gone) == [Level.FIX]
    assert levels(Watch(processes=0, since_success={}, failures={}, resting={})) == [Level.LOOK]


def test_a_part_that_is_stuck_or_fails_is_named_with_its_log_line() -> None:
    """Silent for half an hour: to fix; some failures in a row: worth a look; each once."""
    since = {SENDING: timedelta(0), "pulse": SILENT * 2, "followups": timedelta(minutes=1)}
    watch = Watch(processes=1, since_success=since, failures={"pulse": 9, "followups": 4}, resting={})
    _, stuck, failing = about_work(watch)
    assert (stuck.level, "pulse" in stuck.what, "tick pulse failed" in stuck.todo) == (Level.FIX, True, True)
    assert (failing.level, "followups" in failing.what) == (Level.LOOK, True)


def test_what_slack_wants_to_rest_is_said() -> None:
    """Nothing has to be done; it is said all the same."""
    watch = Watch(processes=1, since_success={SENDING: timedelta(0)}, failures={}, resting={("T1", "*"): timedelta(90)})
    assert [each.level for each in about_work(watch)] == [Level.WELL, Level.LOOK]


@pytest.mark.parametrize(
    ("free", "level"), [(5_000_000_000, Level.WELL), (900_000_000, Level.LOOK), (50_000_000, Level.FIX)]
)
def test_a_disk_that_fills_up_is_said_in_time(free: int, level: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a gigabyte: a look; under a tenth of it: to be done."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert [each.level for each in about_room("sc_bot.db")] == [level]


def test_a_database_elsewhere_has_its_own_disk() -> None:
    """PostgreSQL's is not ours to look at."""
    assert list(about_room(None)) == []


def test_a_server_that_does_not_tidy_up_is_said() -> None:
    """Worth a look, with what to type; a server that does is no news."""
    assert list(about_tidying(by_itself=True)) == []
    (found,) = about_tidying(by_itself=False)
    assert (found.level, "ALTER SYSTEM SET autovacuum = on" in found.todo) == (Level.LOOK, True)


def test_the_command_asks_the_server_whether_it_tidies_up(
    town: Town, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both settings count: without its counts the server never finds that there is something to do."""
    is_sqlite = town.house.worker_database.engine.dialect.name == "sqlite"
    for answer in ("true", "false"):
        monkeypatch.setattr("storage.upkeep._SETTINGS", text(f"SELECT {answer}"))
        _, findings = examined(cli, town.slack, town.house.settings.database_url)
        assert ("autovacuum" in {each.about for each in findings}) == (answer == "false" and not is_sqlite)


def test_the_servers_settings_are_read(town: Town) -> None:
    """As the server says them; SQLite has none."""
    database = town.house.worker_database
    if database.engine.dialect.name == "sqlite":
        assert tidies_by_itself(database)
        return
    with database.looking() as connection:
        said = [connection.execute(text(f"SHOW {name}")).scalar_one() for name in ("autovacuum", "track_counts")]
    assert tidies_by_itself(database) == (said == ["on", "on"])


def test_the_command_says_that_nobody_has_worked_yet(town: Town, cli: Cli) -> None:
    """In a town whose worker never ran as a process."""
    _, findings = examined(cli, town.slack, town.house.settings.database_url)
    said = {each.about: each.level for each in findings}
    assert said["worker"] is Level.LOOK
    assert ("disk" in said) == (town.house.worker_database.engine.dialect.name == "sqlite")
