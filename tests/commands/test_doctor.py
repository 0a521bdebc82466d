"""`sc-bot doctor`: what is wrong is said, with what to do, and exit 1 when it must be done."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from sc_bot.doctor.database import about_sqlite
from sc_bot.doctor.findings import Finding, Level
from sc_bot.doctor.slack import about_clock, about_scopes
from sc_bot.manifest import SCOPES
from sc_bot.playground.fake_slack import FakeSlack
from tests.commands.conftest import Cli
from tests.commands.test_database import spoil
from tests.commands.test_metrics import archive
from tests.house import Town

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A workspace, and nothing else."""
    with FakeSlack() as slack:
        yield slack


def examined(cli: Cli, slack: FakeSlack, url: str, **more: str) -> tuple[int, list[Finding]]:
    """Run the doctor, and read what it says."""
    environment = {
        "DATABASE_URL": url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        **more,
    }
    result = cli("doctor", "--json", **environment)
    said = [json.loads(line) for line in result.stdout.splitlines()]
    return result.exit_code, [Finding(Level(each.pop("level")), **each) for each in said]


def to_fix(findings: list[Finding]) -> list[str]:
    """What must be fixed, by what it is about."""
    return [each.about for each in findings if each.level is Level.FIX]


def test_a_working_house_has_nothing_to_fix(town: Town, cli: Cli) -> None:
    """The region's own database and Slack: exit 0, and every finding that asks for something says what to do."""
    code, findings = examined(cli, town.slack, town.house.settings.database_url)
    assert (code, to_fix(findings)) == (0, [])
    assert {"SLACK_BOT_TOKEN", "clock", "database", "sending", "estrie", "channels"} <= {
        each.about for each in findings
    }
    assert all(each.todo for each in findings if each.level is not Level.WELL)


def test_a_database_without_a_community_must_be_filled(cli: Cli, slack: FakeSlack, url: str) -> None:
    """The next step of a new installation."""
    code, findings = examined(cli, slack, url)
    assert (code, to_fix(findings)) == (1, ["community"])


def test_an_empty_database_must_be_upgraded(cli: Cli, slack: FakeSlack) -> None:
    """Nothing behind it is looked at."""
    code, findings = examined(cli, slack, "sqlite:///new.db")
    assert (code, to_fix(findings)) == (1, ["schema"])


def test_a_refused_token_is_named_and_not_shown(cli: Cli, slack: FakeSlack, url: str) -> None:
    """Which token, and Slack's own word; never the token."""
    result = cli(
        "doctor",
        DATABASE_URL=url,
        SLACK_BOT_TOKEN="xoxb-mistyped",
        SLACK_APP_TOKEN="xapp-mistyped",
        SLACK_API_URL=slack.api_url,
    )
    assert result.exit_code == 1
    assert "SLACK_BOT_TOKEN" in result.stdout
    assert "SLACK_APP_TOKEN" in result.stdout
    assert "invalid_auth" in result.stdout
    assert "mistyped" not in result.output


def test_slack_out_of_reach_is_said(cli: Cli, slack: FakeSlack, url: str) -> None:
    """No traceback; the rest is still looked at."""
    code, findings = examined(cli, slack, url, SLACK_API_URL="http://127.0.0.1:1/api/")
    assert code == 1
    assert "Slack" in to_fix(findings)
    assert any(each.about == "database" for each in findings)


def test_an_unreachable_database_is_said_without_its_password(cli: Cli, slack: FakeSlack) -> None:
    """The driver's first line, which names host and port."""
    url = "postgresql://somebody:s3cret@127.0.0.1:1/nothing"
    code, findings = examined(cli, slack, url)
    assert (code, to_fix(findings)) == (1, ["database"])
    assert not any("s3cret" in each.what for each in findings)


@pytest.mark.parametrize("table", ["alembic_version", "outbox", "beats"])
def test_of_a_damaged_file_the_doctor_says_so_and_all_that_it_found_before(
    cli: Cli, slack: FakeSlack, table: str
) -> None:
    """Wherever the damage is; it sends nobody to the doctor."""
    assert cli("db", "upgrade").exit_code == 0
    spoil(table)
    code, findings = examined(cli, slack, "sqlite:///sc_bot.db")
    (found,) = (each for each in findings if each.about == "database" and each.level is Level.FIX)
    assert (code, "restore a backup" in found.todo) == (1, True)
    assert "SLACK_BOT_TOKEN" in {each.about for each in findings}


def test_a_stopped_workspace_and_dead_letters_are_told_with_their_reason(town: Town, cli: Cli) -> None:
    """After a revoked token nothing is lost, and the doctor says so; a dead letter says what to do."""
    archive(town, "cs-hsf")
    town.person("HSF-S1").runs("/problem @HSF le résumé arrive trop tard")
    town.deliver()
    town.slack.revoke()
    town.person("HSF-S1").runs("/problem @HSF encore")
    town.deliver()
    code, findings = examined(cli, town.slack, town.house.settings.database_url)
    assert code == 1
    assert "sending" in to_fix(findings)
    dead = next(each for each in findings if each.about == "dead letters")
    assert "is_archived" in dead.what
    assert "unarchive" in dead.todo


def test_a_channel_without_the_bot_is_named(town: Town, cli: Cli) -> None:
    """A headline could not be posted there: which channel, and what to type."""
    channel = town.slack.workspace.named("cs-hsf")
    assert channel is not None
    channel.members.remove(town.slack.bot.id)
    code, findings = examined(cli, town.slack, town.house.settings.database_url)
    found = next(each for each in findings if each.about == "channels")
    assert (code, found.level, "#cs-hsf" in found.what, "/invite" in found.todo) == (0, Level.LOOK, True, True)
    assert "#cs-gtv" not in found.what


def test_a_community_without_its_director_must_be_fixed(town: Town, cli: Cli) -> None:
    """Reports would go unanswered: who is missing, and where."""
    with town.house.web_database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        uow.communities.retire_person(place, "HSF-MD", actor=None, now=NOW)
    _, findings = examined(cli, town.slack, town.house.settings.database_url)
    assert any("HSF has no managing director" in each.what for each in findings if each.level is Level.FIX)


@pytest.mark.parametrize(
    ("version", "level"),
    [
        ("3.40.1", Level.LOOK),
        ("3.44.5", Level.LOOK),
        ("3.44.6", Level.WELL),
        ("3.45.0", Level.LOOK),
        ("3.50.7", Level.WELL),
        ("3.51.2", Level.LOOK),
        ("3.51.3", Level.WELL),
        ("3.52.0", Level.WELL),
    ],
)
def test_the_sqlite_versions_with_the_known_bug(version: str, level: Level) -> None:
    """Fixed in 3.51.3, with backports in two older series."""
    assert about_sqlite(version).level is level


@pytest.mark.parametrize(
    ("seconds", "level"), [(0, Level.WELL), (-29, Level.WELL), (60, Level.LOOK), (-299, Level.FIX), (301, Level.FIX)]
)
def test_a_clock_that_is_off(seconds: int, level: Level) -> None:
    """Five minutes make every signature too old: before that, a warning."""
    there = {"date": "Thu, 19 Nov 2026 15:30:00 GMT"}
    assert [each.level for each in about_clock(there, NOW + timedelta(seconds=seconds))] == [level]


def test_missing_and_unused_scopes_are_named() -> None:
    """Each missing scope with what it is for; what is granted in excess is worth a look."""
    granted = {*SCOPES} - {"im:history"} | {"channels:history"}
    missing, unused = about_scopes({"x-oauth-scopes": ",".join(granted)})
    assert (missing.level, missing.what.partition(" ")[0]) == (Level.FIX, "im:history")
    assert (unused.level, "channels:history" in unused.what) == (Level.LOOK, True)
