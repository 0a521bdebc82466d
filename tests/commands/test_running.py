"""`sc-bot run`, `web`, `worker`: what starts, what it refuses, how it stops."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from sc_bot.delivery.worker import Worker
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.faults import server_error
from sc_bot.playground.tokens import BOT_SCOPES, Token
from sc_bot.ports import Delays
from sc_bot.running import Running, TokenOfAnother, house_running
from sc_bot.settings import Settings
from storage.beats import read_watch
from tests.commands.conftest import Cli
from tests.house import THURSDAY, populate, region


def get(port: int | None, path: str) -> tuple[int, str]:
    """Ask the bot's web server."""
    connection = HTTPConnection("127.0.0.1", port or 0, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def settings_for(url: str, slack: FakeSlack, *, app_token: bool = False) -> Settings:
    """What the environment would say."""
    return Settings(
        database_url=url,
        port=0,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=None if app_token else SecretStr(slack.signing_secret),
        slack_app_token=SecretStr(slack.app_token) if app_token else None,
        slack_api_url=slack.api_url,
    )


def known(house: Running) -> bool:
    """Whether a process that sends has given a sign; waits a moment if not."""
    if read_watch(house.house.worker_database, datetime.now(UTC)).processes:
        return True
    time.sleep(0.1)
    return False


@contextmanager
def running(url: str, *, app_token: bool = False) -> Iterator[tuple[FakeSlack, Running]]:
    """The fictional region on a fake Slack, with everything running as `sc-bot run` runs it."""
    with (
        FakeSlack(pace=False) as slack,
        house_running(
            settings_for(url, slack, app_token=app_token), "run", clock=lambda: THURSDAY, delays=Delays()
        ) as house,
    ):
        populate(slack, region())
        slack.bot_url = f"http://127.0.0.1:{house.port}/slack/events"
        yield slack, house


def test_run_answers_slack_sends_what_waits_and_shows_how_it_is(region_url: str) -> None:
    """One process takes a report, tells the director by itself, and is alive, ready and counted."""
    with running(region_url) as (slack, house):
        answer = slack.as_person("UHSFS1000").runs("/problem @HSF le résumé arrive trop tard")
        director = slack.as_person("UHSFMD000")
        assert "CS-1" in answer.text
        assert slack.wait_for(lambda: any("CS-1" in each.text for each in director.messages))
        assert get(house.port, "/healthz") == (200, "alive\n")
        assert get(house.port, "/readyz") == (200, "ready\n")
        status, figures = get(house.port, "/metrics")
        assert status == 200
        assert "sc_bot_database_reachable 1.0" in figures
        assert 'sc_bot_open_problems{state="routed",workspace="T0ESTRIE0"} 1.0' in figures


def test_who_sends_is_known_soon_after_the_start(region_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A doctor who is asked then does not say that nobody works, also where the senders begin after the ticks."""
    start = Worker.run

    def late(*given: Any, **named: Any) -> None:
        time.sleep(0.3)
        start(*given, **named)

    monkeypatch.setattr(Worker, "run", late)
    with running(region_url) as (_slack, house):
        assert any(known(house) for _ in range(100))  # the sign after the first comes in half a minute


def test_no_start_says_that_the_token_is_ignored(
    region_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Bolt reads the environment, too, and has no use for the token; we have."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-playground")
    with running(region_url):
        assert "ignored" not in caplog.text


def test_socket_mode_takes_the_same_report_and_leaves_the_door_shut(region_url: str) -> None:
    """With an app token payloads come over the socket; over HTTP there is health, and no entrance."""
    with running(region_url, app_token=True) as (slack, house):
        assert slack.as_person("UHSFS1000").runs("/problem par HTTP").reply.status == 401
        slack.transport = "socket"
        assert "CS-1" in slack.as_person("UHSFS1000").runs("/problem @HSF le résumé arrive trop tard").text
        assert get(house.port, "/readyz")[0] == 200


def test_a_token_of_another_workspace_sends_nothing(region_url: str) -> None:
    """It says of which one it is and what to do; with its own, and while Slack does not say, it starts."""
    with FakeSlack(pace=False) as slack:
        slack.another("T0AUTRE00", "autre-region")
        slack.host.tokens.issue("xoxb-other", Token("bot", BOT_SCOPES, team="T0AUTRE00"))
        settings = settings_for(region_url, slack)
        other = settings.model_copy(update={"slack_bot_token": SecretStr("xoxb-other")})
        with pytest.raises(TokenOfAnother) as refused, house_running(other, "worker"):
            pass
        assert "for the workspace T0AUTRE00; what is stored is of T0ESTRIE0" in str(refused.value)
        assert "xoxb" not in str(refused.value)
        slack.misbehave("auth.test", server_error())
        with house_running(other, "worker"), house_running(settings, "worker"):
            assert slack.calls_of("auth.test")


def test_an_old_schema_is_not_ready(region_url: str) -> None:
    """A database that is taken back under a running bot is told by /readyz, with what to do."""
    with running(region_url) as (_slack, house):
        with house.house.web_database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
        status, reason = get(house.port, "/readyz")
        assert status == 503
        assert "sc-bot db upgrade" in reason


def test_a_schema_that_became_newer_does_not_stop_who_runs(region_url: str) -> None:
    """The old processes serve until the new ones have taken their place."""
    with running(region_url) as (slack, house):
        with house.house.web_database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        assert get(house.port, "/readyz") == (200, "ready\n")
        assert "CS-1" in slack.as_person("UHSFS1000").runs("/problem @HSF le résumé arrive trop tard").text


@pytest.mark.parametrize("command", ["run", "web", "worker"])
def test_nobody_starts_with_a_newer_schema(cli: Cli, command: str, tmp_path: Path) -> None:
    """It says so, and leaves the database alone: not even a copy is made, however often it is started again."""
    cli("db", "upgrade")
    with sqlite3.connect("sc_bot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = {each.name for each in tmp_path.iterdir()}
    result = cli(command, SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s")
    assert result.exit_code == 1
    assert "newer version" in result.stderr
    assert {each.name for each in tmp_path.iterdir()} == before


@pytest.mark.parametrize("command", ["web", "worker"])
def test_an_empty_database_is_refused(cli: Cli, command: str) -> None:
    """Several processes share a database that somebody upgrades on purpose: nothing is created by the way."""
    result = cli(command, SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s")
    assert result.exit_code == 1
    assert "sc-bot db upgrade" in result.stderr


def test_what_is_not_set_is_named(cli: Cli) -> None:
    """Each missing name, with what it is for, and no traceback."""
    result = cli("run")
    assert result.exit_code == 2
    assert "SLACK_BOT_TOKEN" in result.stderr
    assert "SLACK_SIGNING_SECRET" in result.stderr


def test_a_taken_port_is_said(cli: Cli) -> None:
    """A sentence; the process does not hang on its other threads."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = cli("run", "--port", port, SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s")
    assert result.exit_code == 1
    assert "in use" in result.stderr


def test_a_refused_app_token_is_said(cli: Cli) -> None:
    """Slack's own word for it, without the token; nothing keeps running."""
    with FakeSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": "xapp-mistyped"}
        result = cli("run", "--port", "0", SLACK_API_URL=slack.api_url, **tokens)
    assert result.exit_code == 1
    assert "SLACK_APP_TOKEN: invalid_auth" in result.stderr
    assert "mistyped" not in result.output


def test_sigterm_ends_it_in_order(tmp_path: Path) -> None:
    """`sc-bot run` makes its SQLite file, serves, and leaves with exit code 0 when it is told to stop."""
    with FakeSlack() as slack, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{tmp_path}/sc_bot.db",
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "PORT": str(port),
            "LOG_FORMAT": "json",
        }
        command = [sys.executable, "-m", "sc_bot", "run"]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own
            try:
                assert _ready(port)
                process.send_signal(signal.SIGTERM)
                _, logged = process.communicate(timeout=60)
            finally:
                process.kill()  # else a failure would wait for it for ever
    assert process.returncode == 0
    assert b'"stopping"' in logged
    assert slack.bot_token.encode() not in logged


def _ready(port: int) -> bool:
    for _ in range(1200):  # on a machine that has much else to do, a start takes long
        try:
            return get(port, "/readyz")[0] == 200
        except OSError:
            time.sleep(0.05)
    return False
