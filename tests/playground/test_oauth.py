"""The fake Slack installs apps as strictly as the real one."""

from collections.abc import Mapping
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.oauth import Choice

BACK = "http://127.0.0.1:9/slack/oauth_redirect"
ASKED = {"client_id": "111.222", "scope": "chat:write,im:write", "state": "s"}
APP = {"client_id": "111.222", "client_secret": "playground-client-secret"}


@pytest.fixture
def app(slack: FakeSlack) -> FakeSlack:
    """An app with an address, and somebody who will allow it."""
    slack.host.oauth.redirect_urls = (BACK,)
    slack.host.oauth.choice = Choice(team_id="T0ESTRIE0", by="UFANNY001")
    return slack


def authorize(slack: FakeSlack, asked: Mapping[str, str]) -> tuple[int, str]:
    """Open Slack's page: status, and where it leads or what it says."""
    address = urlsplit(slack.api_url)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=5)
    connection.request("GET", f"/oauth/v2/authorize?{urlencode(asked)}")
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.getheader("Location") or text


def code(slack: FakeSlack, **more: str) -> str:
    """What the browser brings back."""
    _, there = authorize(slack, ASKED | more)
    return parse_qs(urlsplit(there).query)["code"][0]


def refusal(web: WebClient, **given: str) -> str:
    """Slack's word for why there is no token."""
    with pytest.raises(SlackApiError) as refused:
        web.api_call("oauth.v2.access", params={**APP, **given})
    return str(refused.value.response["error"])


def whose(slack: FakeSlack, token: str) -> str:
    """What auth.test says to a token, or its error."""
    client = WebClient(token=token, base_url=slack.api_url, retry_handlers=[], timeout=5)
    try:
        return str(client.auth_test()["team_id"])
    except SlackApiError as error:
        return str(error.response["error"])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"client_id": "9"}, "client_id"),
        ({"redirect_uri": "http://127.0.0.1:9/elsewhere"}, "redirect_uri"),
        ({"scope": ""}, "permissions"),
        ({"scope": "admin"}, "permissions"),
    ],
)
def test_a_wrong_address_stays_on_slacks_own_page(app: FakeSlack, wrong: dict[str, str], said: str) -> None:
    """Nobody is sent anywhere by it."""
    status, text = authorize(app, ASKED | wrong)
    assert (status, said in text) == (400, True)


def test_who_says_no_comes_back_with_an_error(app: FakeSlack) -> None:
    """And with the state."""
    app.host.oauth.choice = None
    status, there = authorize(app, ASKED)
    assert (status, parse_qs(urlsplit(there).query)) == (302, {"state": ["s"], "error": ["access_denied"]})


def test_a_code_works_once(app: FakeSlack, web: WebClient) -> None:
    """For a token with the scopes that were asked for."""
    given = code(app)
    answer = web.api_call("oauth.v2.access", params={**APP, "code": given})
    assert (answer["team"]["id"], answer["is_enterprise_install"], answer["scope"]) == (
        "T0ESTRIE0",
        False,
        "chat:write,im:write",
    )
    assert whose(app, answer["access_token"]) == "T0ESTRIE0"
    assert refusal(web, code=given) == "code_already_used"


def test_a_code_is_for_one_app_one_address_and_ten_minutes(app: FakeSlack, web: WebClient) -> None:
    """Each refusal under Slack's own name."""
    assert refusal(web, code="nonsense") == "invalid_code"
    assert refusal(web, code=code(app), client_secret="wrong") == "bad_client_secret"
    assert refusal(web, code=code(app), client_id="9") == "invalid_client_id"
    assert refusal(web, code=code(app), redirect_uri=BACK) == "bad_redirect_uri"
    assert refusal(web, code=code(app, redirect_uri=BACK)) == "bad_redirect_uri"
    late, real = code(app), app.host.oauth.seconds
    app.host.oauth.seconds = lambda: real() + 601
    assert refusal(web, code=late) == "code_expired"


def test_a_rotating_token_expires_and_its_renewal_works_once(app: FakeSlack, web: WebClient) -> None:
    """Twelve hours; the old one lives on until then."""
    app.host.oauth.rotates = True
    first = web.api_call("oauth.v2.access", params={**APP, "code": code(app)})
    renewal = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = web.api_call("oauth.v2.access", params={**APP, **renewal})
    assert {whose(app, each["access_token"]) for each in (first, second)} == {"T0ESTRIE0"}
    assert refusal(web, **renewal) == "invalid_refresh_token"
    assert refusal(web, grant_type="password") == "invalid_grant_type"
    real = app.host.tokens.seconds
    app.host.tokens.seconds = lambda: real() + first["expires_in"]
    assert whose(app, first["access_token"]) == "token_expired"


def test_a_revoked_token_opens_nothing(app: FakeSlack, web: WebClient) -> None:
    """`test` only says what would be."""
    token = web.api_call("oauth.v2.access", params={**APP, "code": code(app)})["access_token"]
    mine = WebClient(token=token, base_url=app.api_url, retry_handlers=[], timeout=5)
    assert mine.auth_revoke(test=True)["revoked"] is False
    assert mine.auth_revoke()["revoked"] is True
    assert whose(app, token) == "token_revoked"
    again = web.api_call("oauth.v2.access", params={**APP, "code": code(app)})["access_token"]
    assert again != token
    app.host.tokens.end("T0ESTRIE0", "account_inactive")
    assert whose(app, again) == "account_inactive"


def test_each_token_opens_its_own_workspace(app: FakeSlack, web: WebClient) -> None:
    """What is posted with one is not in the other; a channel of the other is unknown."""
    other = app.another("T0AUTRE00", "autre")
    other.add_channel("ici", channel_id="C0AUTRE01", members=[other.bot.id])
    app.host.oauth.choice = Choice(team_id="T0AUTRE00", by="UX")
    token = web.api_call("oauth.v2.access", params={**APP, "code": code(app)})["access_token"]
    theirs = WebClient(token=token, base_url=app.api_url, retry_handlers=[], timeout=5)
    theirs.chat_postMessage(channel="C0AUTRE01", text="Ici")
    assert (len(other.messages), len(app.messages)) == (1, 0)
    with pytest.raises(SlackApiError, match="channel_not_found"):
        theirs.chat_postMessage(channel="C0TRIAGE1", text="Là")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        web.chat_postMessage(channel="C0AUTRE01", text="Là")


def test_the_log_of_calls_holds_no_secret(app: FakeSlack, web: WebClient) -> None:
    """Whoever looks underneath sees none."""
    given = code(app)
    web.api_call("oauth.v2.access", params={**APP, "code": given})
    assert not {"client_secret", "code"} & app.calls_of("oauth.v2.access")[-1].args.keys()
