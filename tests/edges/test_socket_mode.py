"""The same handlers over Socket Mode; an ack means that it is stored."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackClientNotConnectedError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from sc_bot import socket_mode
from sc_bot.socket_mode import SocketMode, SocketModeRefused, connect
from tests.edges.slack_socket import SlackSocket, send, slack_socket
from tests.edges.wire import says, wire

WORDS = "the words of a report"
TOKEN = "xapp-not-to-be-seen"


def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=enterprise_id, team_id=team_id, bot_token="xoxb-1", bot_id="B1", bot_user_id="U0"
    )


def _app(on_problem: Callable[[Ack, dict[str, str]], None]) -> App:
    app = App(
        authorize=_authorize,
        process_before_response=True,
        signing_secret="unused",
        token_verification_enabled=False,
    )
    app.command("/problem")(on_problem)
    return app


def _echo(ack: Ack, command: dict[str, str]) -> None:
    ack(f"heard: {command['text']}")


class Line:
    """Where answers go in the tests without a wire."""

    def __init__(self, *, broken: bool = False) -> None:
        self.sent: list[dict[str, object]] = []
        self._broken = broken

    def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        """Remember, or fail as a lost connection does."""
        if self._broken:
            raise SlackClientNotConnectedError("gone")
        self.sent.append(response.to_dict())


class Dispatcher(App):
    """A Bolt app that gives a fixed reply or breaks."""

    def __init__(self, reply: BoltResponse | Exception) -> None:
        super().__init__(authorize=_authorize, signing_secret="unused", token_verification_enabled=False)
        self._reply = reply
        self.seen: list[BoltRequest] = []

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """The fixed reply."""
        self.seen.append(req)
        if isinstance(self._reply, Exception):
            raise self._reply
        return self._reply


def _envelope(kind: str = "slash_commands", *, retry: int | None = None) -> SocketModeRequest:
    return SocketModeRequest(
        type=kind, envelope_id="e1", payload={"type": "x"}, retry_attempt=retry,
        retry_reason=None if retry is None else "timeout",
    )  # fmt: skip


ACK = {"envelope_id": "e1"}


@pytest.mark.parametrize(
    ("kind", "reply", "sent"),
    [
        ("slash_commands", BoltResponse(status=200), [ACK]),
        ("slash_commands", BoltResponse(status=200, body="hello"), [ACK | {"payload": {"text": "hello"}}]),
        ("interactive", BoltResponse(status=200, body={"a": 1}), [ACK | {"payload": {"a": 1}}]),
        ("events_api", BoltResponse(status=200, body="ignored"), [ACK]),
        ("events_api", BoltResponse(status=503), []),
        ("events_api", BoltResponse(status=404), []),
        ("slash_commands", BoltResponse(status=500, body="x"), []),
    ],
)
def test_only_success_is_acknowledged(kind: str, reply: BoltResponse, sent: list[object]) -> None:
    """Answers travel in the ack, events take none, and a failure gets no ack at all."""
    line = Line()
    socket_mode._answer(Dispatcher(reply), line, _envelope(kind))
    assert line.sent == sent


def test_a_crash_is_logged_without_words_and_not_acknowledged(caplog: pytest.LogCaptureFixture) -> None:
    """Slack sends it again; the log has the place only."""
    line = Line()
    with caplog.at_level(logging.DEBUG):
        socket_mode._answer(Dispatcher(RuntimeError(WORDS)), line, _envelope())
    assert line.sent == []
    assert "RuntimeError" in caplog.text
    assert WORDS not in caplog.text


def test_an_answer_lost_with_its_connection_is_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    """Slack gets no ack and sends it again; that is all."""
    socket_mode._answer(Dispatcher(BoltResponse(status=200)), Line(broken=True), _envelope())
    assert "was lost" in caplog.text


def test_a_redelivery_says_so_as_over_http() -> None:
    """Handlers read the same headers in both modes."""
    app = Dispatcher(BoltResponse(status=200))
    socket_mode._answer(app, Line(), _envelope("events_api", retry=2))
    socket_mode._answer(app, Line(), _envelope("events_api"))
    assert app.seen[0].headers == {"x-slack-retry-num": ["2"], "x-slack-retry-reason": ["timeout"]}
    assert app.seen[1].headers == {}


@contextlib.contextmanager
def _connected(slack: SlackSocket, app: App, connections: int = 1) -> Iterator[SocketMode]:
    running = connect(app, TOKEN, api_url=slack.api.url, connections=connections)
    try:
        yield running
    finally:
        running.close()


def test_a_command_is_heard_answered_and_heard_again_after_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that Slack closes is replaced, and payloads come in over the new one."""
    monkeypatch.setattr(socket_mode, "SHORTEST_WAIT", 0.05)
    with slack_socket() as slack, _connected(slack, _app(_echo)) as running:
        first = slack.accept()
        assert running.health() == (True, "1 of 1 Socket Mode connections")
        send(first, "e1", "hello")
        assert slack.ack() == {"envelope_id": "e1", "payload": {"text": "heard: hello"}}
        first.close()
        second = slack.accept()
        send(second, "e2", "again")
        assert slack.ack()["envelope_id"] == "e2"
        second.close()


def test_nothing_of_a_payload_or_its_answer_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Not even at the finest level, where slack_sdk would print both."""
    with (
        caplog.at_level(logging.DEBUG, logger="sc_bot"),
        slack_socket() as slack,
        _connected(slack, _app(_echo)),
    ):
        connection = slack.accept()
        send(connection, "e1", WORDS)
        slack.ack()
        connection.close()
    assert WORDS not in caplog.text
    assert TOKEN not in caplog.text


def test_closing_lets_a_running_handler_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was taken is acknowledged before the connection goes; what comes meanwhile is left to others."""
    entered, may_end, disconnecting = threading.Event(), threading.Event(), threading.Event()
    heard: list[str] = []
    disconnect = socket_mode._disconnect

    def slow(ack: Ack, command: dict[str, str]) -> None:
        heard.append(command["text"])
        entered.set()
        may_end.wait(5)
        _echo(ack, command)

    def watched(client: SocketModeClient) -> None:
        disconnecting.set()
        disconnect(client)

    monkeypatch.setattr(socket_mode, "_disconnect", watched)
    with slack_socket() as slack:
        running = connect(_app(slow), TOKEN, api_url=slack.api.url, connections=1)
        connection = slack.accept()
        send(connection, "e1", "first")
        assert entered.wait(5)
        closer = threading.Thread(target=running.close)
        closer.start()
        assert running._closing.wait(5)
        send(connection, "e2", "too late")
        assert not disconnecting.wait(0.1)
        may_end.set()
        assert slack.ack()["envelope_id"] == "e1"
        connection.close()
        closer.join(5)
        assert heard == ["first"]
        assert running.health() == (False, "0 of 1 Socket Mode connections")


def test_a_token_that_slack_refuses_is_told_at_once(caplog: pytest.LogCaptureFixture) -> None:
    """Trying again is of no use; the token itself is not shown."""
    with (
        wire(says({"ok": False, "error": "invalid_auth"})) as api,
        pytest.raises(SocketModeRefused, match="invalid_auth") as refused,
    ):
        connect(_app(_echo), TOKEN, api_url=api.url)
    assert TOKEN not in str(refused.value) + caplog.text


def test_when_slack_is_away_at_the_start_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot may start before its network does."""
    monkeypatch.setattr(socket_mode, "SHORTEST_WAIT", 0.05)
    with slack_socket() as slack:
        there, slack.api.behaviour = slack.api.behaviour, "close"
        with _connected(slack, _app(_echo)) as running:
            assert running.health()[0] is False
            slack.api.behaviour = there
            slack.accept().close()
