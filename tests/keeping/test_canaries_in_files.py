"""Every file that the bot makes, in Slack or by a command, looked through to the last letter of each table in it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sc_bot.commands.root import app
from sc_bot.domain.notices import FORMS
from tests.house import Town
from tests.keeping.canaries import BEHALF, NAME, REFUSED, RESTRICTED, WORDS
from tests.keeping.telling import inside, let_terms_end, said_in_slack
from tests.keeping.test_officer import choose
from tests.stories.acting import does
from tests.stories.looking import everything
from tests.workbook.books import NOW

OUTSIDE = "EXT-1"


def sent(town: Town, who: str, *commands: str) -> list[str]:
    """What the files say that somebody gets who asks for them."""
    before = set(town.slack.workspace.files)
    for each in commands:
        town.person(who).runs(each)
        town.deliver()
    files = town.slack.workspace.files
    return [inside(files[each].content or b"") for each in files if each not in before]


def secrets(town: Town) -> tuple[str, ...]:
    """What stands in no file at all."""
    return (NAME, REFUSED, RESTRICTED, BEHALF, town.slack.bot_token, town.slack.signing_secret)


def test_the_steering_workbook_holds_what_its_reader_may_read(singing: Town) -> None:
    """A report's words for those who read them on a screen; of the rest no letter, in no sheet and no property."""
    for who in ("HSF-DG", "CVE-DG", "ADV-1"):
        (book,) = sent(singing, who, "/sc export")
        assert "ONC-1" in book
        assert [each for each in secrets(singing) if each in book and (who, each) != ("ADV-1", RESTRICTED)] == []


def test_research_data_hold_no_word_of_anybody(singing: Town) -> None:
    """In none of their forms."""
    found = sent(singing, OUTSIDE, *(f"/sc export {each}" for each in FORMS))
    assert len(found) == len(FORMS)
    assert [each for each in (*secrets(singing), WORDS) if each in "".join(found)] == []


def test_a_file_about_somebody_else_holds_none_of_it(singing: Town) -> None:
    """The director who has the problem in hand did something, and wrote nothing of this."""
    does(singing, "HSF-MD", "problem.acknowledge")
    before = set(singing.slack.workspace.files)
    choose(singing, "export", "UHSFMD000")
    singing.deliver()
    files = singing.slack.workspace.files
    (file,) = [inside(files[each].content or b"") for each in files if each not in before]
    assert "acknowledged" in file
    assert [each for each in (*secrets(singing), WORDS) if each in file] == []


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_what_the_command_writes_holds_none_of_it(
    singing: Town, region_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """The committee's workbook in each form; the community file, which names people and nothing that they wrote."""
    monkeypatch.setenv("DATABASE_URL", region_url)
    out, filed = tmp_path / f"book.{form}", tmp_path / "file.yaml"
    moment = NOW.replace(tzinfo=None).isoformat()
    done = CliRunner().invoke(app, ["export", "--out", str(out), "--format", form, "--now", moment])
    assert done.exit_code == 0, done.output
    assert [each for each in secrets(singing) if each in inside(out.read_bytes()) + done.output] == []
    done = CliRunner().invoke(app, ["org", "export", "--out", str(filed)])
    assert done.exit_code == 0, done.output
    said = filed.read_text("utf-8") + done.output
    assert [each for each in (*secrets(singing)[1:], WORDS) if each in said] == []


def test_after_a_purge_no_file_of_the_bot_holds_a_word(singing: Town, region_url: str) -> None:
    """Those that stand in Slack are gone; one that is made then holds nothing of it."""
    sent(singing, "HSF-DG", "/sc export")
    assert WORDS in said_in_slack(singing)
    for each in ("ONC-1", "ONC-2"):
        does(singing, "HSF-MD", "problem.close", each, closing="not_solvable", reason="Imposé")
    let_terms_end(singing, 13)
    let_terms_end(singing, 60)
    found = sent(singing, "HSF-DG", "/sc export")
    gone = (*secrets(singing)[1:], WORDS)
    assert [each for each in gone if each in said_in_slack(singing) + "".join(found) + everything(region_url)] == []
