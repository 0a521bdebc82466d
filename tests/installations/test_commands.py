"""The command line with several workspaces: keys, the doctor, and which workspace is meant."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from sc_bot.commands.root import app
from sc_bot.domain.pulse import Wave
from sc_bot.running import house_running
from sc_bot.sealing import Sealed, SealedTokens
from sc_bot.settings import Settings
from sc_bot.ticking import ticks
from sc_bot.usecases.pulse.turning import about
from sc_bot.usecases.rotating import Rotated, rotate_answers
from storage.tables import communities, installations, pulse_answers
from tests.house import THURSDAY
from tests.installations.hosting import AUTRE, ESTRIE, KEY, Hosting
from tests.installations.test_purging import end

NEW = "a new key of the tests and of nothing else"
Cli = Callable[..., Result]
REGION = str(files("sc_bot.playground.region").joinpath("estrie.org.yaml"))


@pytest.fixture
def cli(hosting: Hosting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """A command with the settings of the hosting; others given by name."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    here = hosting.house.settings
    given = {
        "DATABASE_URL": here.database_url.replace("postgresql+psycopg", "postgresql"),
        "SLACK_CLIENT_ID": hosting.slack.host.oauth.client_id,
        "SLACK_CLIENT_SECRET": hosting.slack.host.oauth.client_secret,
        "SLACK_SIGNING_SECRET": hosting.slack.signing_secret,
        "SLACK_API_URL": here.slack_api_url,
        "SC_BOT_ENCRYPTION_KEYS": KEY,
    }

    def run(*arguments: str, **more: str) -> Result:
        return CliRunner().invoke(app, list(arguments), env={**given, **more})

    return run


def told(result: Result) -> list[dict[str, Any]]:
    """What a command said as JSON."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def answer_the_pulse(hosting: Hosting, key: str, answers: int) -> int:
    """A wave under way, with so many sealed answers."""
    hosting.settle(hosting.slack)
    database, sealed = hosting.house.worker_database, Sealed([key.encode()])
    day = THURSDAY.date()
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace(ESTRIE)[0]
        wave = Wave(id=0, workspace=ESTRIE, community=place.id, day=day, begun_on=day, ends_on=day, since=day)
        people = [f"P-{number}" for number in range(answers)]
        begun = uow.pulse.begin(place, wave, people)
        assert begun is not None
        for each in people:
            assert uow.pulse.hand_in(begun.id, each, sealed.seal(each.encode(), about(begun.id)))
    return begun.id


def test_new_keys_are_fresh(cli: Cli) -> None:
    """Each time another one, long enough."""
    keys = [cli("keys", "new").stdout.strip() for _ in range(2)]
    assert len(set(keys)) == 2
    assert {len(each) for each in keys} == {44}


def test_rotating_seals_everything_with_the_first_key_once(hosting: Hosting, cli: Cli) -> None:
    """Tokens and the answers of the pulse; the second time nothing is left to do, and the old key can be dropped."""
    hosting.slack.host.oauth.rotates = True
    hosting.install()
    wave = answer_the_pulse(hosting, KEY, 230)
    both = {"SC_BOT_ENCRYPTION_KEYS": f"{NEW},{KEY}"}
    first, second = (told(cli("keys", "rotate", "--json", **both))[0] for _ in range(2))
    assert first == {
        "tokens": {"anew": 1, "already": 0, "unopened": 0},
        "answers": {"anew": 230, "already": 0, "unopened": 0},
    }
    assert second == {
        "tokens": {"anew": 0, "already": 1, "unopened": 0},
        "answers": {"anew": 0, "already": 230, "unopened": 0},
    }
    tokens, answers = SealedTokens([NEW.encode()]), Sealed([NEW.encode()])
    with hosting.house.web_database.looking() as connection:
        row = connection.execute(select(installations)).one()
        sealed = connection.execute(select(pulse_answers.c.sealed)).scalars().all()
    assert tokens.open(row.token, ESTRIE)
    assert tokens.open(row.refresh, ESTRIE)
    assert {answers.open(each, about(wave)) for each in sealed} == {f"P-{number}".encode() for number in range(230)}


def test_a_rotation_that_is_stopped_is_finished_by_the_next(on_both: Hosting) -> None:
    """Each step stands by itself; what is sealed anew is not touched again."""
    answer_the_pulse(on_both, KEY, 120)
    database, keys = on_both.house.worker_database, Sealed([NEW.encode(), KEY.encode()])
    assert next(iter(rotate_answers(database, keys))) == Rotated(anew=100)
    assert sum(rotate_answers(database, keys), Rotated()) == Rotated(anew=20, already=100)


def test_what_no_key_opens_is_told_and_left_alone(hosting: Hosting, cli: Cli) -> None:
    """Lost keys lose what they sealed, and nothing else; the mend is said."""
    hosting.install()
    before = hosting.installation()
    rotated = cli("keys", "rotate", SC_BOT_ENCRYPTION_KEYS=NEW)
    assert rotated.exit_code == 1
    assert "1 opened by no key" in rotated.stdout
    assert "install the bot again" in rotated.stderr
    assert hosting.installation() == before
    assert cli("keys", "rotate", SC_BOT_ENCRYPTION_KEYS="").exit_code == 2


def test_a_client_made_before_a_rotation_goes_on(hosting: Hosting, cli: Cli) -> None:
    """The token is the same: nobody has to open it anew."""
    hosting.install()
    api = hosting.house.slack(ESTRIE)
    cli("keys", "rotate", SC_BOT_ENCRYPTION_KEYS=f"{NEW},{KEY}")
    assert hosting.house.slack(ESTRIE) is api


def test_the_doctor_looks_at_each_workspace(hosting: Hosting, cli: Cli) -> None:
    """One well, one removed, one whose key is lost: each with what to do."""
    hosting.slack.another(AUTRE, "autre-region")
    hosting.slack.another("T0PERDU00", "perdu")
    for team in (ESTRIE, AUTRE, "T0PERDU00"):
        hosting.install(team)
    hosting.settle(hosting.slack)
    end(hosting.house.worker_database, AUTRE)
    other = SealedTokens([b"lost"]).seal("xoxb-1", "T0PERDU00")
    with hosting.house.worker_database.writing() as connection:
        here = installations.c.workspace == "T0PERDU00"
        connection.execute(installations.update().where(here).values(token=other))
    result = cli("doctor", "--json")
    said = {each["about"]: each for each in reversed(told(result)) if each["about"].startswith("T0")}
    assert result.exit_code == 1
    assert (said[ESTRIE]["level"], "estrie-fictive" in said[ESTRIE]["what"]) == ("well", True)
    assert (said[AUTRE]["level"], "deleted on 2026-10-31" in said[AUTRE]["what"]) == ("look", True)
    lost = next(each for each in told(result) if each["about"] == "T0PERDU00" and each["level"] == "fix")
    assert "no key opens its token" in lost["what"]
    assert "SC_BOT_ENCRYPTION_KEYS" in lost["todo"]
    assert any("no community yet" in each["what"] for each in told(result) if each["about"] == "T0PERDU00")


def test_a_workspace_may_be_called_anything(hosting: Hosting, cli: Cli) -> None:
    """Whoever finds the bot installs it: their name neither ends the doctor nor clears the screen."""
    hosting.slack.workspace.domain = "[/région] [red]\x1b[2J\nx"
    hosting.install()
    result = cli("doctor")
    assert "[/région] [red] [2J x" in " ".join(result.stdout.split())
    assert "\x1b[2J" not in result.stdout


def test_a_region_that_left_is_nothing_to_be_fixed(hosting: Hosting, cli: Cli) -> None:
    """It is said once, with the day, for whoever thinks that it was a mistake."""
    hosting.install()
    hosting.settle(hosting.slack)
    end(hosting.house.worker_database, ESTRIE)
    said = [each for each in told(cli("doctor", "--json")) if "removed" in each["what"] or "wait" in each["what"]]
    assert [(each["about"], each["level"]) for each in said if each["about"] != "worker"] == [(ESTRIE, "look")]


def test_the_doctor_says_what_a_refused_token_needs(hosting: Hosting, cli: Cli) -> None:
    """And that nobody has installed the bot, where nobody has; and that a key could be guessed."""
    empty = told(cli("doctor", "--json", SC_BOT_ENCRYPTION_KEYS="short"))
    assert any("nobody has installed" in each["what"] for each in empty)
    assert any("too short" in each["what"] for each in empty)
    hosting.install()
    hosting.slack.uninstall(tell=False)
    refused = next(each for each in told(cli("doctor", "--json")) if each["about"] == ESTRIE)
    assert (refused["level"], "account_inactive" in refused["what"]) == ("fix", True)
    assert "/slack/install" in refused["todo"]


def test_the_community_of_each_workspace_is_meant_by_its_id(hosting: Hosting, cli: Cli, tmp_path: Path) -> None:
    """The same file in two workspaces: each command says which one, or lists them."""
    hosting.slack.another(AUTRE, "autre-region")
    for team in (ESTRIE, AUTRE):
        hosting.install(team)
        assert cli("org", "import", REGION, "--workspace", team).exit_code == 0
    which = [
        ("export", "--out", str(tmp_path / "book.xlsx")),
        ("route", "le formulaire de l'hôpital"),
        ("due", "demain"),
        ("org", "export"),
    ]
    for command in which:
        asked = cli(*command)
        assert asked.exit_code != 0
        assert f"in {AUTRE}" in asked.stderr
        assert "--workspace" in asked.stderr
        assert cli(*command, "--workspace", AUTRE).exit_code == 0
    compared = cli("org", "check", REGION)
    assert (compared.exit_code, f"in {AUTRE}" in compared.stderr) == (2, True)
    assert cli("org", "check", REGION, "--workspace", AUTRE).exit_code == 0
    without = cli("org", "import", REGION)
    assert (without.exit_code, ESTRIE in without.stderr, AUTRE in without.stderr) == (2, True, True)


def test_an_import_asks_the_directory_of_the_workspace_that_is_meant(hosting: Hosting, cli: Cli) -> None:
    """Channel names become the ids of that one; where nothing is installed, this is said."""
    other = hosting.slack.another(AUTRE, "autre-region")
    channels = {each: other.add_channel(each.removeprefix("#")).id for each in ("#cs-hsf", "#cs-triage")}
    hosting.install(AUTRE)
    assert cli("org", "import", REGION, "--workspace", AUTRE).exit_code == 0
    with hosting.house.web_database.reading() as uow:
        known = uow.communities.in_workspace(AUTRE)[0].channels
    assert dict(known) == channels
    nowhere = cli("org", "import", REGION, "--workspace", "T0NOBODY0")
    assert nowhere.exit_code == 0
    assert "not installed in T0NOBODY0" in nowhere.stderr


def test_nothing_is_imported_into_what_is_being_deleted(hosting: Hosting, cli: Cli) -> None:
    """The purge would take it along."""
    hosting.install()
    with hosting.house.worker_database.unit_of_work() as uow:
        uow.purges.begin([ESTRIE], hosting.real.now)
    refused = cli("org", "import", REGION, "--workspace", ESTRIE)
    assert (refused.exit_code, "is being deleted" in refused.stderr) == (1, True)
    with hosting.house.web_database.looking() as connection:
        assert connection.execute(select(communities)).all() == []


def test_the_doctor_looks_at_the_mail_of_several_workspaces(hosting: Hosting, cli: Cli) -> None:
    """As of one: whoever is not in Slack hears nothing otherwise, and nobody would know."""
    hosting.install()
    hosting.settle(hosting.slack)
    said = [each for each in told(cli("doctor", "--json", SMTP_HOST="127.0.0.1")) if each["about"] == "e-mail"]
    assert [(each["level"], "SMTP_FROM is not" in each["what"]) for each in said] == [("fix", True)]


def test_a_check_names_the_channels_that_outsiders_read_in_each_workspace(hosting: Hosting, cli: Cli) -> None:
    """The token of the workspace is asked, for what is stored and for a file."""
    other = hosting.slack.another(AUTRE, "autre-region")
    channel = other.add_channel("cs-hsf")
    hosting.install(AUTRE)
    assert cli("org", "import", REGION, "--workspace", AUTRE).exit_code == 0
    channel.shared = True
    for arguments in (("org", "check"), ("org", "check", REGION)):
        assert "another organisation read #cs-hsf" in cli(*arguments).stderr


def test_one_token_and_several_workspaces_exclude_each_other(cli: Cli) -> None:
    """One of them would be used for everybody."""
    refused = cli("web", SLACK_BOT_TOKEN="xoxb-1")
    assert refused.exit_code == 2
    assert "set one or the other" in refused.stderr


def test_the_manifest_has_what_several_workspaces_need(cli: Cli) -> None:
    """Where the code goes, what ends an installation, and on demand rotation and organisations."""
    url = ("--url", "https://bot.example.org")
    plain, whole = (told(cli("manifest", "--json", *url, *more))[0] for more in ((), ("--rotation", "--org")))
    assert plain["oauth_config"]["redirect_urls"] == ["https://bot.example.org/slack/oauth_redirect"]
    assert {"app_uninstalled", "tokens_revoked"} <= set(plain["settings"]["event_subscriptions"]["bot_events"])
    names = ("token_rotation_enabled", "org_deploy_enabled")
    assert [[each["settings"][name] for name in names] for each in (plain, whole)] == [[False] * 2, [True] * 2]
    assert cli("manifest", "--rotation").exit_code == 2


def test_everything_in_one_process_has_the_pages_too(hosting: Hosting) -> None:
    """`sc-bot run`: the way to Slack's page, and ticks that renew and purge."""
    hosting.house.settings.require("run")
    with house_running(hosting.house.settings, "run") as running:
        page = hosting.browser.get(f"http://127.0.0.1:{running.port}/slack/install")
        assert page.status == 302
        assert {"tokens", "purge"} <= {each.name for each in ticks(running.house)}
        running.look()
