"""`sc-bot due`: a phrase or a file of phrases, and where the committees come from."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sc_bot.commands.root import app
from sc_bot.settings import Settings
from tests.due_dates.tables import SAMPLE

NOW = "2026-11-19T10:30"
REGION = str(files("sc_bot.playground.region").joinpath("estrie.org.yaml"))


@pytest.fixture(autouse=True)
def _unset_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
    """Run `sc-bot due`."""
    return CliRunner().invoke(app, ["due", *arguments], input=stdin, env=environment)


def answers(result: Result) -> list[dict[str, object]]:
    """One object a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_phrase_is_answered_as_json() -> None:
    """The keys that others rely on, first."""
    (answer,) = answers(run("d'ici vendredi", "--lang", "fr", "--now", NOW, "--json"))
    assert list(answer.items())[:4] == [("status", "ok"), ("due", "2026-11-20"), ("candidates", []), ("reason", None)]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("samedi", "Saturday, November 21, 2026 (weekend; next working day 2026-11-23)"),
        ("lundi ou mardi", "2026-11-23 or 2026-11-24"),
        ("hier", "past; for example: demain 14 h"),
    ],
)
def test_a_phrase_is_answered_in_words(phrase: str, words: str) -> None:
    """With the weekday, the warning, the candidates, the example."""
    assert words in run(phrase, "--now", NOW).stdout


def test_the_sample_is_answered_line_by_line() -> None:
    """The header is skipped, the empty and the blank phrase are not; one line each."""
    said = answers(run("--batch", str(SAMPLE), "--org", REGION, "--now", NOW))
    assert len(said) == 172
    assert [each["status"] for each in said].count("error") > 30


def test_standard_input_and_a_missing_language() -> None:
    """- reads standard input; without a column the language of the option holds."""
    said = answers(run("--batch", "-", "--lang", "en", "--now", NOW, stdin=b"Mar 1\nmar. 1er\tfr\n\t\n"))
    assert [each["due"] for each in said] == ["2027-03-01", "2026-12-01", None]


def test_committees_come_from_the_file() -> None:
    """Without it nobody knows of any, and no database is made for the asking."""
    phrase = "avant le prochain comité directeur"
    (known,) = answers(run(phrase, "--now", NOW, "--org", REGION, "--json"))
    (unknown,) = answers(run(phrase, "--now", NOW, "--json"))
    assert (known["due"], unknown["reason"]) == ("2026-12-08", "needs_calendar")
    assert list(Path.cwd().iterdir()) == []


def test_committees_come_from_the_stored_community(region_url: str) -> None:
    """As `sc-bot route` finds it."""
    (answer,) = answers(run("au comité de soutien", "--now", NOW, "--json", DATABASE_URL=region_url))
    assert answer["due"] == "2026-12-01T13:30-05:00"


def test_without_a_community_quebec_is_meant() -> None:
    """Its zone and its holidays, also in years to come."""
    (answer,) = answers(run("Saint-Jean", "--now", "2031-06-01T10:30", "--json"))
    assert (answer["due"], answer["warning"]) == ("2031-06-24", "holiday")


def test_another_zone() -> None:
    """The moment is local to it, and so is the answer."""
    (answer,) = answers(run("EOD", "--lang", "en", "--now", NOW, "--tz", "America/Vancouver", "--json"))
    assert answer["due"] == "2026-11-19T17:00-08:00"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give a phrase"),
        (["vendredi", "--batch", "-"], "Give a phrase"),
        (["vendredi", "--tz", "Mars/Olympus"], "no time zone"),
        (["vendredi", "--now", "noon"], "no moment"),
    ],
)
def test_what_cannot_be_asked_is_explained(arguments: list[str], words: str) -> None:
    """On standard error, with exit code 2."""
    result = run(*arguments)
    assert (result.exit_code, words in result.stderr) == (2, True)
