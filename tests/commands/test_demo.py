"""`sc-bot demo`: the told story holds, and a kept database can be used again."""

from pathlib import Path

from tests.commands.conftest import Cli


def test_the_story_plays_to_its_end(cli: Cli, url: str) -> None:
    """Every step holds on either database, each is told in their own language; real tokens around are not used."""
    real = {"SLACK_APP_TOKEN": "xapp-real", "SLACK_BOT_TOKEN": "xoxb-real", "SLACK_CLIENT_ID": "1"}
    result = cli("demo", "--play", "--db", url, **real)
    assert result.exit_code == 0, result.output
    assert "ONC-1 est enregistré" in result.output
    assert "CS-1 is recorded" in result.output
    assert "✗" not in result.output


def test_the_story_can_be_told_again_over_the_same_database(cli: Cli, tmp_path: Path) -> None:
    """A second demo is another workspace, later than the first."""
    url = f"sqlite:///{tmp_path}/kept.db"
    assert cli("demo", "--play", "--db", url).exit_code == 0
    again = cli("demo", "--play", "--db", url)
    assert again.exit_code == 0, again.output
