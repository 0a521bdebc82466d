"""From *Add to Slack* to the first message, and every way in which it does not get there."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from pydantic import SecretStr

from sc_bot.manifest import SCOPES
from sc_bot.playground.faults import Fault, cut_body, lost_after_effect, rate_limited, refused, server_error
from sc_bot.playground.model import Message
from sc_bot.ports import NotAvailable
from tests.databases import empty_database
from tests.installations.hosting import AUTRE, ESTRIE, FANNY, INSTALL, REDIRECT, Browser, Hosting, open_hosting

HOSTILE = "<script>alert(1)</script>&quot;\r\nSet-Cookie: x=1"


def own(messages: list[Message]) -> list[str]:
    """What the bot wrote."""
    return [each.text for each in messages if each.from_bot]


def test_two_workspaces_install_it_and_each_hears_its_own(on_both: Hosting) -> None:
    """One bot, two regions: a report in one is told there, with the token of that one, and nowhere else."""
    other = on_both.slack.another(AUTRE, "autre-region")
    for slack in (on_both.slack, other):
        page = on_both.install(slack.workspace.team_id)
        assert page.status == 200
        assert f"--workspace {slack.workspace.team_id}" in page.text
        on_both.settle(slack)
    other.as_person(FANNY).runs("/problem Le résumé arrive trois semaines trop tard @HSF")
    on_both.deliver()
    assert own(other.messages)
    assert not own(on_both.slack.messages)
    assert not on_both.slack.errors
    assert on_both.house.deliveries.counts().keys() == {"sent"}


def test_slack_is_asked_for_what_the_bot_uses_and_told_no_address(hosting: Hosting) -> None:
    """The scopes are those of the manifest; where a code goes stands in the app's settings, not in a request."""
    hosting.chooses()
    asked = parse_qs(urlsplit(hosting.browser.get(hosting.url(INSTALL)).location).query)
    assert set(asked["scope"][0].split(",")) == set(SCOPES)
    assert "redirect_uri" not in asked


def test_it_is_begun_in_one_process_and_finished_in_another(on_both: Hosting) -> None:
    """What was begun is in the database, as hashes: any web process finishes it."""
    on_both.chooses()
    assert on_both.finish(on_both.begin(web=0), web=1).status == 200
    assert on_both.installation() is not None


def test_who_can_read_the_database_cannot_finish_what_others_began(hosting: Hosting) -> None:
    """Neither the state nor the browser's half is stored as it is."""
    hosting.chooses()
    back = hosting.begin()
    with hosting.house.web_database.looking() as connection:
        rows = str(connection.exec_driver_sql("SELECT * FROM begun_installations").all())
    state, half = parse_qs(urlsplit(back).query)["state"][0], hosting.browser.cookie.partition("=")[2]
    assert state not in rows
    assert half not in rows


def test_a_state_works_once(on_both: Hosting) -> None:
    """The second time says so, and asks Slack nothing."""
    on_both.chooses()
    back = on_both.begin()
    assert on_both.finish(back).status == 200
    asked = len(on_both.slack.calls_of("oauth.v2.access"))
    again = on_both.finish(back)
    assert again.status == 400
    assert "used already" in again.text
    assert len(on_both.slack.calls_of("oauth.v2.access")) == asked


def test_a_state_works_for_ten_minutes(hosting: Hosting) -> None:
    """Later it is as if it had never been begun; and what is too old is forgotten at the next one."""
    hosting.chooses()
    back = hosting.begin()
    hosting.real.forward(minutes=10)
    assert hosting.finish(back).status == 400
    hosting.begin()
    hosting.real.forward(minutes=11)
    hosting.begin()
    with hosting.house.web_database.looking() as connection:
        assert len(connection.exec_driver_sql("SELECT state FROM begun_installations").all()) == 1


@pytest.mark.parametrize("cookie", ["", "sc_bot_install=short", f"sc_bot_install={'x' * 43}"])
def test_another_browser_does_not_get_in(hosting: Hosting, cookie: str) -> None:
    """Somebody who is sent an address installs nothing for the one who sent it."""
    hosting.chooses()
    back = hosting.begin()
    hosting.browser = Browser(cookie=cookie)
    page = hosting.finish(back)
    assert page.status == 400
    assert "Not begun in this browser" in page.text
    assert not hosting.slack.calls_of("oauth.v2.access")
    assert hosting.installation() is None


def test_two_windows_of_one_browser_can_both_be_finished(hosting: Hosting) -> None:
    """The second one keeps the half that the first one uses."""
    hosting.chooses()
    first, second = hosting.begin(), hosting.begin()
    assert [hosting.finish(each).status for each in (first, second)] == [200, 200]


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_the_cookie_is_for_this_alone(hosting: Hosting, scheme: str) -> None:
    """No script reads it, no other site sends it along, and over https it stays there."""
    given = hosting.browser.get(hosting.url(INSTALL), **{"X-Forwarded-Proto": scheme}).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/slack", "Max-Age=600"} <= set(given.split("; "))
    assert ("Secure" in given.split("; ")) == (scheme == "https")


def test_a_look_at_the_address_uses_nothing_up(hosting: Hosting) -> None:
    """Whatever tries addresses with HEAD finds no page there."""
    hosting.chooses()
    back = hosting.begin()
    assert hosting.browser.get(back, method="HEAD").status == 405
    assert hosting.finish(back).status == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"error": "access_denied"}, "You did not allow it"),
        ({"error": HOSTILE}, "Slack ended the installation"),
        ({"error": ""}, "Slack ended the installation"),
        ({"code": HOSTILE}, "works once and for a few minutes"),
        ({"code": ""}, "Slack ended the installation"),
        ({"code": "x" * 5000}, "works once and for a few minutes"),
    ],
)
def test_what_comes_back_is_anybodys_words(
    hosting: Hosting, query: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is neither shown nor logged, makes no header, and stores nothing."""
    hosting.chooses()
    state = parse_qs(urlsplit(hosting.begin()).query)["state"][0]
    page = hosting.browser.get(hosting.url(f"{REDIRECT}?{urlencode({'state': state, **query})}"))
    assert page.status == 400
    assert said in page.text
    assert "script" not in page.text
    assert hosting.installation() is None
    logged = "".join(capsys.readouterr())
    assert "alert" not in logged
    assert state not in logged


@pytest.mark.parametrize("query", ["", "state=", f"state={HOSTILE}", "state=%ff%00%ud800&code=1", "&" * 3000])
def test_an_address_that_nobody_began_is_a_page(hosting: Hosting, query: str) -> None:
    """Whatever is typed there, no traceback and no question to Slack."""
    page = hosting.browser.get(hosting.url(f"{REDIRECT}?{query}").replace("\r\n", "%0d%0a").replace(" ", "+"))
    assert page.status == 400
    assert "too old" in page.text
    assert not hosting.slack.calls_of("oauth.v2.access")


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (refused("invalid_code"), 400, "works once"),
        (refused("code_expired"), 400, "works once"),
        (refused("bad_client_secret"), 500, "SLACK_CLIENT_SECRET"),
        (refused("bad_redirect_uri"), 500, "redirect URL"),
        (refused("invalid_client_id"), 500, "SLACK_CLIENT_ID"),
        (refused("brand_new_error"), 400, "Slack ended"),
        (refused("internal_error"), 502, "Slack did not answer"),
        (rate_limited(), 502, "Slack did not answer"),
        (server_error(), 502, "Slack did not answer"),
        (lost_after_effect(), 502, "Slack did not answer"),
        (cut_body(), 502, "Slack did not answer"),
        (Fault("no_bot", body={"ok": True, "team": {"id": ESTRIE}, "access_token": "xoxp-1"}), 500, "manifest"),
    ],
)
def test_each_fault_at_the_last_step_has_its_page(hosting: Hosting, fault: Fault, status: int, said: str) -> None:
    """What happened, that nothing was kept, what to do; afterwards it works at the next try."""
    hosting.chooses()
    back = hosting.begin()
    hosting.slack.misbehave("oauth.v2.access", fault)
    page = hosting.finish(back)
    assert (page.status, said in page.text, "Nothing was kept" in page.text) == (status, True, True)
    assert hosting.installation() is None
    assert hosting.install().status == 200


def test_a_wrong_secret_of_ours_is_told_as_ours() -> None:
    """The fake Slack checks it, as the real one does; the page does not blame the person."""
    with (
        empty_database("sqlite") as url,
        open_hosting(url, processes=1, slack_client_secret=SecretStr("wrong")) as hosting,
    ):
        page = hosting.install()
    assert page.status == 500
    assert "no fault of yours" in page.text


def test_a_database_that_is_away_is_told(hosting: Hosting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before Slack is asked, and after it; never with a traceback."""
    hosting.chooses()
    back = hosting.begin()

    def away() -> None:
        raise NotAvailable("away")

    monkeypatch.setattr(type(hosting.house.web_database), "unit_of_work", lambda _: away())
    for page in (hosting.finish(back), hosting.browser.get(hosting.url(INSTALL))):
        assert page.status == 503
        assert "did not answer" in page.text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("fr-CA,en;q=0.8", "fr"), ("en-CA, fr;q=0.9", "en"), ("fr;q=0.1,en;q=0.5", "en"), ("de", "en"), ("", "en"),
     ("fr;q=x", "en"), ("es,fr;q=0.2", "fr"), ("en;q=0,fr;q=0.1", "fr")],
)  # fmt: skip
def test_a_page_is_in_the_language_that_the_browser_likes(hosting: Hosting, accepted: str, language: str) -> None:
    """French or English."""
    hosting.browser.language = accepted
    page = hosting.browser.get(hosting.url(REDIRECT))
    assert re.search(r'<html lang="(..)"', page.text)[1] == language  # type: ignore[index] # it is there
    assert ("Recommencer" in page.text) == (language == "fr")


def test_who_installs_twice_before_there_is_a_community_is_told_what_is_left(hosting: Hosting) -> None:
    """The step that is left is said until it is done; then that everything is as it was."""
    hosting.install()
    assert f"--workspace {ESTRIE}" in hosting.install().text
    hosting.settle(hosting.slack)
    assert "its community is as it was" in hosting.install().text


def test_a_name_is_shown_as_it_is(hosting: Hosting) -> None:
    """A workspace may be called anything."""
    page = hosting.install(team_name="<b>Région</b> {x} & fils")
    assert "&lt;b&gt;Région&lt;/b&gt; {x} &amp; fils" in page.text
    assert "<b>" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["referrer-policy"] == "no-referrer"
