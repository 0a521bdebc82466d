"""`sc-bot org`: import, export, check."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sc_bot.commands.root import app
from sc_bot.domain.community import Role
from sc_bot.org_file import read_community, write_community
from sc_bot.playground.fake_slack import FakeSlack
from tests.community.valley import NOW, TEAM, changed, opened, saved, valley
from tests.org_file.small import SMALL, broken


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The community file."""
    path = tmp_path / "valley.org.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def alone(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An environment with a database and no token."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def slack(alone: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSlack]:  # noqa: ARG001 - its environment
    """The same, with a token and a workspace of a few people and many channels."""
    with FakeSlack(team_id=TEAM) as slack:
        for number in range(250):
            slack.add_channel(f"c-{number:03d}")
        slack.add_channel("hsf", channel_id="C0HSF", members=[slack.bot.id])
        slack.add_channel("triage", channel_id="C0TRIAGE", members=[slack.bot.id], private=True)
        slack.add_person("UKERRY000", "Kerry Osgoodby", email="Kerry@example.org", locale="en-CA")
        monkeypatch.setenv("SLACK_BOT_TOKEN", slack.bot_token)
        monkeypatch.setenv("SLACK_API_URL", slack.api_url)
        yield slack


def run(*arguments: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(app, ["org", *map(str, arguments)])


def lines(result: Result) -> list[dict[str, object]]:
    """What `--json` printed: nothing but objects."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_import_names_line_and_key_of_each_mistake_and_writes_nothing(alone: str, file: Path) -> None:
    """Two mistakes are two lines, and the database stays empty."""
    file.write_text(broken("staff: 950", "staff: many", broken("NRS-1]", "NRS-9]")), encoding="utf-8")
    result = run("import", file, "--workspace", TEAM)
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert [each.split(": ")[1] for each in told] == ["institutions[0].staff", "institutions[0].delegates[0]"]
    assert all(each.startswith(f"{file}:") for each in told)
    with opened(alone) as database, database.reading() as uow:
        assert uow.communities.workspaces() == []


@pytest.mark.usefixtures("alone")
def test_mistakes_are_told_as_json_and_in_french_when_asked(file: Path) -> None:
    """One object a line, with line, key, kind and sentence."""
    file.write_text(broken("staff: 950", "staff: many"), encoding="utf-8")
    [mistake] = lines(run("import", file, "--workspace", TEAM, "--json", "--lang", "fr"))
    assert (mistake["key"], mistake["line"]) == ("institutions[0].staff", 30)
    assert "nombre" in str(mistake["message"])


@pytest.mark.usefixtures("alone")
def test_the_export_of_an_import_is_the_file(file: Path) -> None:
    """On standard output, and importing it again changes nothing."""
    assert run("import", file, "--workspace", TEAM).exit_code == 0
    exported = run("export")
    assert read_community(exported.stdout) == valley()
    file.write_text(exported.stdout, encoding="utf-8")
    again = run("import", file)
    assert again.exit_code == 0
    assert "nothing changed" in again.stdout


@pytest.mark.usefixtures("alone")
def test_without_a_token_the_workspace_must_be_given_once(file: Path) -> None:
    """The first import asks for it; later the only workspace is meant."""
    first = run("import", file)
    assert first.exit_code == 2
    assert "--workspace" in first.stderr
    assert run("import", file, "--workspace", TEAM).exit_code == 0
    assert run("import", file).exit_code == 0


def test_a_change_made_in_slack_is_listed_as_kept_and_force_undoes_it(alone: str, file: Path) -> None:
    """Nothing is undone silently: kept by default, applied and listed with --force."""
    run("import", file, "--workspace", TEAM)
    with opened(alone) as database, database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(TEAM)
        nurse = changed(valley(), "NRS-1", line=3).person("NRS-1")
        assert nurse is not None
        saved(uow, place, nurse)
    kept = lines(run("import", file, "--json"))[0]
    assert (kept["what"], kept["id"]) == ("kept", "NRS-1")
    assert kept["fields"] == [{"field": "line", "before": "2", "after": "3"}]
    applied = lines(run("import", file, "--force", "--json"))[0]
    assert (applied["what"], applied["id"]) == ("applied", "NRS-1")
    assert read_community(run("export").stdout) == valley()


def test_a_file_that_contradicts_slack_is_refused_until_forced(alone: str, file: Path) -> None:
    """Slack named one new director, the file names another: two are refused, by institution."""
    run("import", file, "--workspace", TEAM)
    demoted = changed(valley(), "HSF-MD", roles=(Role.CAREGIVER,))
    with opened(alone) as database, database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(TEAM)
        for each in changed(demoted, "NRS-1", roles=(Role.MANAGING_DIRECTOR,)).people[:3]:
            saved(uow, place, each)
    other = changed(demoted, "MOD-1", roles=(Role.MODERATOR, Role.MANAGING_DIRECTOR), institution="HSF")
    file.write_text(write_community(other), encoding="utf-8")
    refused = run("import", file)
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert "HSF" in refused.stderr
    assert run("import", file, "--force").exit_code == 0


@pytest.mark.usefixtures("slack")
def test_channel_names_become_ids_and_people_are_found_by_email(alone: str, file: Path) -> None:
    """Over several pages of channels, private ones too; what nobody knows is a warning."""
    result = run("import", file)
    assert result.exit_code == 0, result.stderr
    assert "#gtv" in result.stderr
    assert "#hsf" not in result.stderr
    with opened(alone) as database, database.reading() as uow:
        [place] = uow.communities.in_workspace(TEAM)
        assert place.channels == {"#hsf": "C0HSF", "#triage": "C0TRIAGE"}
        assert [each.person.id for each in uow.communities.members(TEAM, "UKERRY000")] == ["GTV-MD"]


def test_a_channel_that_another_organisation_reads_is_told(slack: FakeSlack, file: Path) -> None:
    """By the import and by the check: what is posted there is no more than a neutral line."""
    slack.workspace.channels["C0HSF"].shared = True
    for command in ("import", "check"):
        result = run(command, file)
        assert "people of another organisation read #hsf:" in result.stderr, command
    slack.workspace.channels["C0HSF"].shared = False
    assert "another organisation" not in run("check").stderr


@pytest.mark.usefixtures("slack")
def test_without_a_token_the_ids_of_before_are_kept(alone: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Channels and ties by e-mail stay as they were found."""
    run("import", file)
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    assert run("import", file).exit_code == 0
    with opened(alone) as database, database.reading() as uow:
        [place] = uow.communities.in_workspace(TEAM)
        assert place.channels["#hsf"] == "C0HSF"
        assert uow.communities.members(TEAM, "UKERRY000")


def test_another_workspace_than_the_tokens_is_refused(slack: FakeSlack, file: Path) -> None:
    """The token says which workspace is meant; a revoked one ends the command with its reason."""
    assert run("import", file, "--workspace", "T0OTHER").exit_code == 2
    slack.revoke()
    result = run("import", file)
    assert result.exit_code == 1
    assert "token_revoked" in result.stderr


@pytest.mark.usefixtures("alone")
def test_check_tells_what_would_change_and_writes_nothing(file: Path) -> None:
    """Differences and health of a file, against what is stored."""
    run("import", file, "--workspace", TEAM)
    file.write_text(write_community(changed(valley(), "NRS-1", title="cheffe")), encoding="utf-8")
    told = lines(run("check", file, "--json"))
    assert {"what": "applied", "kind": "changed", "section": "people", "id": "NRS-1"}.items() <= told[0].items()
    assert any(each["what"] == "concern" and each["concern"] == "no_privacy_officer" for each in told)
    assert read_community(run("export").stdout) == valley()


def test_check_of_what_is_stored_fails_when_a_director_is_missing(alone: str, file: Path) -> None:
    """Somebody left: exit 1, and the institution is named."""
    run("import", file, "--workspace", TEAM)
    assert run("check").exit_code == 0
    with opened(alone) as database, database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(TEAM)
        uow.communities.retire_person(place, "HSF-MD", actor=None, now=NOW)
    result = run("check", "--json")
    assert result.exit_code == 1
    assert any("HSF" in str(each.get("message")) for each in lines(result))


@pytest.mark.usefixtures("alone")
def test_a_code_that_another_community_has_is_refused(file: Path) -> None:
    """References of two communities must not be the same."""
    run("import", file, "--workspace", TEAM)
    file.write_text(SMALL.replace("id: vallee", "id: plaine"), encoding="utf-8")
    result = run("import", file)
    assert result.exit_code == 1
    assert "vallee" in result.stderr
