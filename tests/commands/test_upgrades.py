"""`sc-bot db upgrade` and `run`: a copy comes first."""

import resource
from datetime import UTC, datetime
from pathlib import Path

from sc_bot.running import make_ready
from storage.backups import forget_copies
from storage.engine import open_engine
from storage.schema import newest
from tests.commands.conftest import Cli
from tests.commands.schemas import BEFORE, left_in, schema_of, set_back
from tests.house import WORKER_PATIENCE
from tests.migrations.more import one_more


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


def test_a_copy_beside_the_file_goes_after_thirty_days(cli: Cli, tmp_path: Path) -> None:
    """It holds what was removed since; what somebody else put there is theirs."""
    cli("db", "upgrade")
    names = [f"sc_bot.before-upgrade.schema-0001.202611{day:02}T000000Z.db" for day in (1, 2, 20)]
    for name in (*names, "sc_bot.before-christmas.db"):
        (tmp_path / name).touch()
    engine = open_engine("sqlite:///sc_bot.db", patience=WORKER_PATIENCE)
    assert forget_copies(engine, datetime(2026, 12, 2, 12, tzinfo=UTC)) == 2
    engine.dispose()
    assert left_in(tmp_path) == {"sc_bot.db", names[2], "sc_bot.before-christmas.db"}


def test_run_copies_its_file_before_it_upgrades(cli: Cli, tmp_path: Path) -> None:
    """What `sc-bot run` does first when it starts on SQLite; several processes on PostgreSQL leave that to somebody."""
    cli("db", "upgrade")
    set_back()
    make_ready("sqlite:///sc_bot.db", may_upgrade=True)
    assert schema_of("sqlite:///sc_bot.db") == newest()
    (copy,) = left_in(tmp_path) - {"sc_bot.db"}
    assert schema_of(f"sqlite:///{copy}") == BEFORE


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


def test_a_failed_upgrade_is_said_in_a_sentence(cli: Cli, tmp_path: Path) -> None:
    """Which step, that nothing changed, what to do; no traceback. The copy that was made first stays."""
    cli("db", "upgrade")
    with one_more("INSERT INTO no_such_table SELECT 1", tmp_path / "elsewhere"):
        failed = cli("db", "upgrade")
    assert failed.exit_code == 1
    assert "9000 failed" in failed.stderr
    assert "start the version of sc-bot that you had" in failed.stderr
    assert schema_of("sqlite:///sc_bot.db") == newest()
    assert len(left_in(tmp_path) - {"sc_bot.db", "elsewhere"}) == 1
