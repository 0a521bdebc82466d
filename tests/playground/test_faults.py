"""Misbehaviour on demand, as the bot's own client meets it."""

import http.client
import socket
import time
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from sc_bot.playground import faults
from sc_bot.playground.fake_slack import FakeSlack
from tests.playground.stand_in import StandIn


def texts(slack: FakeSlack) -> list[str]:
    """What landed."""
    return [message.text for message in slack.messages]


@pytest.mark.parametrize(("retry_after", "header"), [(7, "7"), (None, None), ("soon", "soon")])
def test_too_many_requests(slack: FakeSlack, web: WebClient, retry_after: int | str | None, header: str | None) -> None:
    """A 429 lands nothing; its Retry-After may be missing or no number."""
    slack.misbehave("chat.postMessage", faults.rate_limited(retry_after))
    with pytest.raises(SlackApiError) as refused:
        web.chat_postMessage(channel="C0TRIAGE1", text="a")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers.get("Retry-After") == header
    assert texts(slack) == []


def test_a_server_error_may_have_landed(slack: FakeSlack, web: WebClient) -> None:
    """A 5xx says nothing about the effect: one lands, the other does not."""
    slack.misbehave("chat.postMessage", faults.server_error(503), faults.server_error(500, lands=True))
    for text in ("a", "b"):
        with pytest.raises(SlackApiError):
            web.chat_postMessage(channel="C0TRIAGE1", text=text)
    assert texts(slack) == ["b"]
    assert [call.status for call in slack.calls] == [503, 500]


def test_an_answer_can_be_lost_before_or_after_the_effect(slack: FakeSlack, web: WebClient) -> None:
    """The client sees the same closed connection; only the log knows what landed."""
    slack.misbehave("chat.postMessage", faults.lost_before_effect(), faults.lost_after_effect())
    for text in ("a", "b"):
        with pytest.raises((http.client.HTTPException, OSError)):
            web.chat_postMessage(channel="C0TRIAGE1", text=text)
    assert texts(slack) == ["b"]
    assert [call.effect is not None for call in slack.calls] == [False, True]
    assert [call.answer for call in slack.calls] == [None, None]


def test_a_post_can_land_after_its_clients_patience(slack: FakeSlack) -> None:
    """The client times out while nothing has landed; then it lands."""
    slack.misbehave("chat.postMessage", faults.late(0.25))
    hasty = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=0.05)  # type: ignore[arg-type] # it takes seconds
    with pytest.raises(TimeoutError):
        hasty.chat_postMessage(channel="C0TRIAGE1", text="a")
    assert texts(slack) == []
    assert slack.wait_for(lambda: texts(slack) == ["a"])


def test_a_slow_answer_has_landed_at_once(slack: FakeSlack) -> None:
    """The effect is there while the answer is still on its way."""
    slack.misbehave("chat.postMessage", faults.slow(0.2))
    hasty = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=0.05)  # type: ignore[arg-type] # as above
    with pytest.raises(TimeoutError):
        hasty.chat_postMessage(channel="C0TRIAGE1", text="a")
    assert texts(slack) == ["a"]


def test_half_an_answer_has_landed(slack: FakeSlack, web: WebClient) -> None:
    """The body stops in the middle; the message stands."""
    slack.misbehave("chat.postMessage", faults.cut_body())
    with pytest.raises(http.client.IncompleteRead):
        web.chat_postMessage(channel="C0TRIAGE1", text="a")
    assert texts(slack) == ["a"]


def test_a_revoked_token_stays_revoked_until_restored(slack: FakeSlack, web: WebClient) -> None:
    """After the fault every method refuses the token, until the app is installed again."""
    slack.misbehave("chat.postMessage", faults.token_revoked())
    for method in ("chat.postMessage", "auth.test"):
        with pytest.raises(SlackApiError, match="token_revoked"):
            web.api_call(method, json={"channel": "C0TRIAGE1", "text": "a"})
    slack.restore()
    assert web.auth_test()["ok"]


def test_errors_by_name_and_then_good_manners(slack: FakeSlack, web: WebClient) -> None:
    """A queue of faults is used up in order; `behave` forgets the rest."""
    slack.misbehave("auth.test", faults.refused("internal_error"), faults.refused("fatal_error"))
    with pytest.raises(SlackApiError, match="internal_error"):
        web.auth_test()
    slack.behave()
    assert web.auth_test()["ok"]


def test_a_response_url_can_fail_too(slack: FakeSlack, bot: StandIn) -> None:
    """Faults and the log know response URLs under one name."""
    slack.misbehave("response_url", faults.server_error(500), faults.rate_limited(3))
    slack.as_person("UFANNY001").runs("/sc")
    url = WebhookClient(bot.payloads[0]["response_url"])
    assert [url.send(text=text).status_code for text in ("a", "b", "c")] == [500, 429, 200]
    assert [m.text for m in slack.as_person("UFANNY001").messages] == ["c"]
    assert [call.args["text"] for call in slack.calls_of("response_url")] == ["a", "b", "c"]


def test_a_client_that_dies_while_sending_posts_nothing(slack: FakeSlack) -> None:
    """Half a request is no request."""
    address = urlsplit(slack.api_url)
    with socket.create_connection((str(address.hostname), address.port or 0)) as dying:
        head = f"POST /api/chat.postMessage HTTP/1.1\r\nAuthorization: Bearer {slack.bot_token}\r\n"
        form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\n"
        dying.sendall(f"{head}{form}channel=C0TRIAGE1&text=half".encode())
        dying.shutdown(socket.SHUT_WR)
        assert dying.recv(100) == b""
    assert slack.calls == []


def test_chance_is_repeatable(slack: FakeSlack, web: WebClient) -> None:
    """One seed gives one series of accidents."""
    series = []
    for _ in range(2):
        slack.misbehave_by_chance("auth.test", 7, {faults.refused("internal_error"): 0.5})
        series.append([web.api_call("api.test")["ok"] and _answers(web) for _ in range(12)])
    assert series[0] == series[1]
    assert set(series[0]) == {True, False}


def _answers(web: WebClient) -> bool:
    try:
        return bool(web.auth_test()["ok"])
    except SlackApiError:
        return False


def test_stopping_does_not_wait_for_a_slow_answer() -> None:
    """A pause that a fault asked for ends with the server."""
    with FakeSlack() as fake:
        fake.misbehave("auth.test", faults.slow(60))
        hasty = WebClient(token=fake.bot_token, base_url=fake.api_url, retry_handlers=[], timeout=0.05)  # type: ignore[arg-type] # as above
        with pytest.raises(TimeoutError):
            hasty.auth_test()
        assert fake.wait_for(lambda: fake.calls[0].effect)
        began = time.monotonic()
    assert time.monotonic() - began < 30
