"""`sc-bot demo`: the told story holds in the terminal, on a kept database too."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from urllib.request import urlopen

import pytest
from rich.console import Console

from sc_bot.commands.telling import Teller
from sc_bot.playground.stage.opening import open_stage
from tests.commands.conftest import Cli

pytestmark = pytest.mark.slow  # a whole stage each time
COMMAND = (sys.executable, "-m", "sc_bot", "demo")


@pytest.mark.parametrize("kind", ["postgresql"])  # in French, on SQLite, it is played after the past
def test_the_story_holds_on_the_first_day(url: str) -> None:
    """Every step, told in English to the reader, and to each person of it in their own language."""
    said = StringIO()
    with open_stage(url, past=False) as stage:
        assert Teller(stage, Console(file=said, width=200), "en").tell(), said.getvalue()
    assert "ONC-1 est enregistré" in said.getvalue()
    assert "CS-1 is recorded" in said.getvalue()
    assert "✗" not in said.getvalue()


def test_a_step_that_does_not_hold_ends_the_story() -> None:
    """It says which claim failed, and why; an ack that comes late is reason enough."""
    said = StringIO()
    with open_stage(past=False) as stage:
        stage.slack.link.ack_seconds = 0.0
        assert not Teller(stage, Console(file=said, width=200), "en").tell()
    assert "✗ Bastien, the hospital's managing director, has it." in said.getvalue()
    assert "operation_timeout" in said.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite"])  # a past takes long; on PostgreSQL, the first day is enough
def test_the_command_plays_it_after_the_regions_past(cli: Cli, url: str) -> None:
    """Whatever real tokens are around; it exits 0 as every step held."""
    real = {"SLACK_APP_TOKEN": "xapp-real", "SLACK_BOT_TOKEN": "xoxb-real", "SLACK_CLIENT_ID": "1"}
    result = cli("demo", "--play", "--lang", "fr", "--db", url, **real)
    assert result.exit_code == 0, result.output
    assert "La boucle est bouclée." in " ".join(result.output.split())
    assert "xoxb-real" not in json.dumps(result.output)


@pytest.mark.slow
def test_the_page_is_served_until_told_to_stop() -> None:
    """The address is printed; the page answers there, on loopback only; SIGTERM ends everything with 0."""
    with demo("--port", "0", "--no-browser") as (process, url):
        assert url.startswith("http://127.0.0.1:")
        with urlopen(url) as answer:  # noqa: S310 - our own page
            assert b"sc_bot" in answer.read()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


@pytest.mark.slow
def test_a_port_that_is_taken_is_said() -> None:
    """The one that was asked for is refused in words; the usual one gives way to a free one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = subprocess.run([*COMMAND, "--no-browser", "--port", str(port)], capture_output=True, text=True)  # noqa: S603, PLW1510 - our own command
    assert refused.returncode == 2
    assert f"Port {port} is taken." in refused.stderr


def test_a_real_workspaces_database_is_refused(cli: Cli, url: str, region_file: str) -> None:
    """In a sentence, before anything is touched."""
    assert cli("org", "import", region_file, "--workspace", "T0REAL001", DATABASE_URL=url).exit_code == 0
    refused = cli("demo", "--play", "--db", url)
    assert refused.exit_code == 2
    assert "the demo does not touch it" in refused.output


@contextmanager
def demo(*options: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run the demo; the process, and the address that it prints."""
    with subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        assert process.stdout is not None
        try:
            yield process, next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
        finally:
            process.kill()
