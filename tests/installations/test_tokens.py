"""A token is used for the workspace that it was granted for, opened by the right key only, and written down nowhere."""

import json

import pytest
from sqlalchemy import select

from sc_bot.delivery.workspaces import Workspaces
from sc_bot.domain.slack_answers import Ok, SlackApi
from sc_bot.sealing import NoKeys, SealedTokens, new_key
from sc_bot.slack import SlackClient
from storage.tables import installations
from tests.installations.hosting import AUTRE, ESTRIE, FANNY, KEY, Hosting
from tests.installations.test_ending import tell


def team_of(api: SlackApi | None) -> object:
    """Whose token it is, as Slack says."""
    assert api is not None
    answer = api.call("auth.test")
    assert isinstance(answer, Ok)
    return answer.data["team_id"]


def test_each_workspace_gets_its_own_token(hosting: Hosting) -> None:
    """In the web process and in the worker; one that installed nothing gets none."""
    hosting.slack.another(AUTRE, "autre-region")
    for team in (ESTRIE, AUTRE):
        hosting.install(team)
    for slack in (hosting.house.slack, hosting.houses[1].bot.slack):
        assert [team_of(slack(team)) for team in (ESTRIE, AUTRE)] == [ESTRIE, AUTRE]
        assert slack("T0NOBODY0") is None


def test_a_token_in_another_workspaces_row_opens_no_more(hosting: Hosting) -> None:
    """Who can write into the database cannot make one region's bot speak in another."""
    hosting.slack.another(AUTRE, "autre-region")
    for team in (ESTRIE, AUTRE):
        hosting.install(team)
    stolen = hosting.installation(AUTRE)
    assert stolen is not None
    with hosting.house.web_database.writing() as connection:
        here = installations.c.workspace == ESTRIE
        connection.execute(installations.update().where(here).values(token=stolen.token, version=9))
    assert hosting.house.slack(ESTRIE) is None
    assert team_of(hosting.house.slack(AUTRE)) == AUTRE


def test_what_is_made_of_a_token_is_kept_while_the_row_stays(hosting: Hosting) -> None:
    """The row is read each time; the client is made once a version."""
    hosting.install()
    made: list[str] = []

    def client(token: str, _team: str | None) -> SlackApi:
        made.append(token)
        return SlackClient(token, hosting.slack.api_url)

    slack = Workspaces(hosting.house.worker_database, SealedTokens([KEY.encode()]), client)
    assert slack(ESTRIE) is slack(ESTRIE)
    hosting.slack.uninstall(tell=False)
    hosting.install()
    slack(ESTRIE)
    assert len(set(made)) == len(made) == 2


def test_what_was_purged_and_is_installed_anew_gets_its_new_token_everywhere(hosting: Hosting) -> None:
    """A process that called nobody there meanwhile has the old token at hand, under the version that begins again."""
    hosting.install()
    web = hosting.houses[1].bot.slack
    assert team_of(web(ESTRIE)) == ESTRIE
    hosting.slack.uninstall(tell=False)
    with hosting.house.web_database.unit_of_work() as uow:
        uow.installations.delete(ESTRIE)
    hosting.real.forward(days=31)
    hosting.install()
    assert team_of(web(ESTRIE)) == ESTRIE


def test_an_action_of_one_workspace_is_not_one_of_another(hosting: Hosting) -> None:
    """The same person, the same reference, a true signature: the workspace of the request decides."""
    other = hosting.slack.another(AUTRE, "autre-region")
    for slack in (hosting.slack, other):
        hosting.install(slack.workspace.team_id)
        hosting.settle(slack)
    hosting.slack.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    reference = "CS-1"
    assert "pilulier" in hosting.slack.as_person(FANNY).runs(f"/sc show {reference}").text
    assert "pilulier" not in other.as_person(FANNY).runs(f"/sc show {reference}").text


def test_no_token_is_written_down_anywhere(hosting: Hosting, capsys: pytest.CaptureFixture[str]) -> None:
    """Not in the database, in a log, in a page, in a figure, in what is printed of an object."""
    hosting.slack.host.oauth.rotates = True
    page = hosting.install()
    hosting.settle(hosting.slack)
    answer = hosting.slack.calls_of("oauth.v2.access")[-1].answer or {}
    secrets = [answer["access_token"], answer["refresh_token"], hosting.slack.host.oauth.client_secret]
    hosting.slack.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    hosting.real.forward(hours=11)
    renewing = hosting.house.renewing
    assert renewing is not None
    renewing()
    hosting.deliver()
    tell(hosting, {"type": "app_uninstalled"})
    with hosting.house.web_database.looking() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        rows = "".join(str(connection.exec_driver_sql(f"SELECT * FROM {each}").all()) for each in tables)  # noqa: S608 - its own tables
    shown = repr(hosting.houses) + repr(hosting.installation()) + repr(renewing)
    sent = json.dumps([call.args for call in hosting.slack.calls])
    everywhere = rows + shown + sent + page.text + "".join(capsys.readouterr())
    assert [each for each in secrets if str(each) in everywhere] == []


def test_without_a_key_nothing_is_sealed() -> None:
    """Never stored in clear."""
    with pytest.raises(NoKeys):
        SealedTokens([]).seal("xoxb-1", ESTRIE)
    assert SealedTokens([]).open("anything", ESTRIE) is None


def test_keys_are_new_each_time_and_each_opens() -> None:
    """The first seals; what an older one sealed is opened, and sealed anew once."""
    old, new = new_key().encode(), new_key().encode()
    sealed = SealedTokens([old]).seal("xoxb-1", ESTRIE)
    both = SealedTokens([new, old])
    anew = both.sealed_anew(sealed, ESTRIE)
    assert (both.open(sealed, ESTRIE), both.open(sealed, AUTRE)) == ("xoxb-1", None)
    assert anew not in (None, sealed)
    assert both.sealed_anew(str(anew), ESTRIE) == anew
    assert SealedTokens([new]).open(str(anew), ESTRIE) == "xoxb-1"
    assert SealedTokens([new]).sealed_anew(sealed, ESTRIE) is None


def test_only_what_is_sealed_is_stored(hosting: Hosting) -> None:
    """The token of the row opens with the key, and with no other."""
    hosting.install()
    with hosting.house.web_database.looking() as connection:
        stored = connection.execute(select(installations.c.token)).scalar_one()
    assert SealedTokens([KEY.encode()]).open(stored, ESTRIE) == hosting.slack.host.oauth.issued[ESTRIE, False]
    assert SealedTokens([b"another"]).open(stored, ESTRIE) is None
