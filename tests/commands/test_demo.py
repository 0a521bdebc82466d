"""`sc-bot demo`: the told story holds, and a kept database can be used again."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from sc_bot.commands.demo.showing import Teller
from sc_bot.commands.demo.stage import open_stage
from tests.commands.conftest import Cli


def test_the_story_plays_to_its_end(cli: Cli, url: str) -> None:
    """Every step holds on either database, each is told in their own language; real tokens around are not used."""
    real = {"SLACK_APP_TOKEN": "xapp-real", "SLACK_BOT_TOKEN": "xoxb-real", "SLACK_CLIENT_ID": "1"}
    result = cli("demo", "--play", "--db", url, **real)
    assert result.exit_code == 0, result.output
    assert "ONC-1 est enregistré" in result.output
    assert "CS-1 is recorded" in result.output
    assert "✗" not in result.output


@pytest.mark.slow
def test_the_story_can_be_told_again_over_the_same_database(cli: Cli, tmp_path: Path) -> None:
    """A second demo is another workspace, later than the first."""
    url = f"sqlite:///{tmp_path}/kept.db"
    assert cli("demo", "--play", "--db", url).exit_code == 0
    again = cli("demo", "--play", "--db", url)
    assert again.exit_code == 0, again.output


def test_whatever_is_typed_is_answered() -> None:
    """Words, an unknown person, an unknown command, and a window, which a line of text cannot fill in."""
    said = StringIO()
    with open_stage(None) as stage:
        teller = Teller(stage, Console(file=said, width=200))
        for line in ("ZZZ-1: hello", "/zut", "/problem", "GTV-MD: hello there", "OMD-S1: /problem @HSF nobody answers"):
            teller.take(line)
    assert "Nobody here is ZZZ-1." in said.getvalue()
    assert "The bot has no command /zut." in said.getvalue()
    assert "A window opens: Signaler un problème." in said.getvalue()
    assert "Report it" in said.getvalue()
    assert "With Bastien Morelière, Saint-Firmin Hospital." in said.getvalue()  # on the card, not in its notification
