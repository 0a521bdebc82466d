"""The same gestures over Socket Mode, with the SDK's own client."""

import json
from collections.abc import Iterator

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen

Heard = list[SocketModeRequest]


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    """One workspace for all: the SDK's client takes a second to close."""
    with FakeSlack(pace=False) as fake:
        fake.add_person("UFANNY001", "Fanny Laroche")
        yield fake


@pytest.fixture(scope="module")
def heard(slack: FakeSlack) -> Iterator[Heard]:
    """What a connected client hears; it answers commands with a text."""
    requests: Heard = []

    def listen(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        requests.append(request)
        payload = {"text": "reçu"} if request.type == "slash_commands" else None
        client.send_socket_mode_response(SocketModeResponse(request.envelope_id, payload))

    web = WebClient(base_url=slack.api_url, retry_handlers=[])
    client = SocketModeClient(slack.app_token, web_client=web, auto_reconnect_enabled=False)
    client.socket_mode_request_listeners.append(listen)
    client.connect()
    assert slack.wait_for(lambda: slack.socket.connections)
    yield requests
    client.close()


@pytest.fixture(autouse=True)
def over_the_socket(slack: FakeSlack) -> None:
    """Slack reaches the bot over Socket Mode in this file."""
    slack.transport = "socket"


def test_a_command_and_its_answer_travel_over_the_socket(heard: Heard, fanny: Screen) -> None:
    """The payload arrives in an envelope; the ack's payload is shown to the author."""
    assert fanny.runs("/problem x").text == "reçu"
    assert (heard[-1].type, heard[-1].payload["text"]) == ("slash_commands", "x")
    assert heard[-1].accepts_response_payload


def test_an_event_is_acknowledged_by_its_envelope(slack: FakeSlack, heard: Heard, fanny: Screen) -> None:
    """An event needs an ack and no answer."""
    assert fanny.opens_home().acknowledged
    assert heard[-1].payload["event"]["type"] == "app_home_opened"
    assert slack.link.undelivered == []


def test_a_bot_token_opens_no_connection(slack: FakeSlack) -> None:
    """Only an app-level token with connections:write gets a WebSocket address."""
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        WebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.bot_token)


def test_a_ticket_admits_one_connection(slack: FakeSlack) -> None:
    """The address works once; a second visit with the same ticket is turned away, not greeted."""
    url = str(WebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.app_token)["url"])
    with connect(url) as first:
        assert json.loads(first.recv())["type"] == "hello"
        with connect(url) as second, pytest.raises(ConnectionClosed) as closed:
            second.recv()
    assert closed.value.rcvd
    assert closed.value.rcvd.reason == "link_disabled"


def test_without_a_connection_nothing_is_acknowledged() -> None:
    """An event that no connection took waits to be sent again."""
    with FakeSlack() as lonely:
        lonely.add_person("UFANNY001", "Fanny Laroche")
        lonely.transport = "socket"
        assert not lonely.as_person("UFANNY001").opens_home().acknowledged
        assert len(lonely.link.undelivered) == 1
