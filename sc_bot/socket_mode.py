"""The same handlers over Socket Mode: no public address, the same promises.

An ack means "it is stored" here too: an envelope whose handling failed gets none, so Slack sends it again.
slack_sdk's own reconnecting is off. It gives up for good when its first connection fails, and some losses it
never notices; one keeper of ours looks after all connections instead.
"""

import contextlib
import json
import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Final, Protocol

from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from sc_bot.domain.safe_traceback import traceback_without_words

logger = logging.getLogger(__name__)

GRACE_SECONDS: Final = 10.0  # for handlers that run when we close
SHORTEST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 30.0
_TOKEN_REFUSED: Final = frozenset({
    "account_inactive", "invalid_auth", "missing_scope", "not_allowed_token_type", "not_authed",
    "token_revoked",
})  # fmt: skip


class SocketModeRefused(Exception):  # a refusal, named for what it says
    """Slack does not accept the app token, so that trying again is of no use."""


class Socket(Protocol):
    """Where an answer goes."""

    def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        """Send ``response``; raises SlackClientError if the connection is gone."""


def connect(
    app: App, app_token: str, *, api_url: str, connections: int = 2, ping_interval: float = 5.0
) -> "SocketMode":
    """Connect, and stay connected until ``close``.

    Args:
        app: The Bolt app, made with ``process_before_response=True``.
        app_token: The app-level token, ``xapp-…``.
        api_url: Where the Web API is.
        connections: How many at a time; Slack sends each payload to any one, so two survive the loss of one.
        ping_interval: Seconds between pings; a connection silent for four of them is replaced.

    Raises:
        SocketModeRefused: The token is not accepted. (When Slack is not there, it is tried again.)
    """
    socket_mode = SocketMode(app, app_token, api_url=api_url, connections=connections, ping_interval=ping_interval)
    socket_mode.start()
    return socket_mode


class SocketMode:
    """A few connections to Slack, one keeper that replaces lost ones."""

    def __init__(self, app: App, app_token: str, *, api_url: str, connections: int, ping_interval: float) -> None:
        self._app = app
        self._running = 0
        self._idle = threading.Condition()
        self._closing = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="socket-mode", daemon=True)
        quiet = logging.getLogger(f"{__name__}.wire")
        quiet.setLevel(logging.WARNING)  # slack_sdk prints payloads and acks below
        web = WebClient(base_url=api_url, timeout=10, logger=quiet, retry_handlers=[])
        self._clients = [
            SocketModeClient(
                app_token,
                logger=quiet,
                web_client=web,
                auto_reconnect_enabled=False,
                ping_interval=ping_interval,
            )
            for _ in range(connections)
        ]
        for client in self._clients:
            client.socket_mode_request_listeners.append(self._on_request)

    def start(self) -> None:
        """Connect once and leave the rest to the keeper.

        Raises:
            SocketModeRefused: The token is not accepted.
        """
        try:
            self._connect_missing()
        except SocketModeRefused:
            self.close()
            raise
        self._keeper.start()

    def health(self) -> tuple[bool, str]:
        """Whether payloads can come in, and how many connections are up."""
        up = sum(client.is_connected() for client in self._clients)
        return up > 0, f"{up} of {len(self._clients)} Socket Mode connections"

    def close(self) -> None:
        """Take no new payloads, let running handlers answer, disconnect."""
        self._closing.set()
        with self._idle:
            self._idle.wait_for(lambda: self._running == 0, timeout=GRACE_SECONDS)
        if self._keeper.is_alive():
            self._keeper.join(GRACE_SECONDS)
        with ThreadPoolExecutor(len(self._clients)) as pool:  # each may take a few seconds
            list(pool.map(_disconnect, self._clients))

    def _keep(self) -> None:
        wait = SHORTEST_WAIT
        while not self._closing.wait(wait):
            try:
                all_up = self._connect_missing()
            except SocketModeRefused as refusal:
                logger.error("%s", refusal)  # the words are ours; a traceback says no more  # noqa: TRY400 - the traceback is printed without its words
                all_up = False
            wait = SHORTEST_WAIT if all_up else min(wait * 2, LONGEST_WAIT)

    def _connect_missing(self) -> bool:
        return all([_connect(client) for client in self._clients if not client.is_connected()])  # each one is tried  # noqa: C419 - every one is tried, not only up to the first success

    def _on_request(self, socket: Socket, request: SocketModeRequest) -> None:
        with self._idle:
            if self._closing.is_set():
                return  # no ack: Slack gives it to another connection
            self._running += 1
        try:
            _answer(self._app, socket, request)
        finally:
            with self._idle:
                self._running -= 1
                self._idle.notify_all()


def _connect(client: SocketModeClient) -> bool:
    try:
        client.connect_to_new_endpoint()
    except SlackApiError as error:
        name = str(error.response.get("error"))
        if name in _TOKEN_REFUSED:
            raise SocketModeRefused(f"Slack does not accept SLACK_APP_TOKEN: {name}") from None
        logger.warning("Socket Mode: Slack answered %s; trying again", name)
    except Exception as error:  # noqa: BLE001 - network, or slack_sdk's own races: the keeper must go on
        logger.warning("Socket Mode: no connection (%s); trying again", type(error).__name__)
    return client.is_connected()


def _disconnect(client: SocketModeClient) -> None:
    client.closed = True
    client.message_queue.put(None)  # wakes its reader, which would sleep up to a second before it looks
    with contextlib.suppress(AttributeError):  # slack_sdk's, when Slack hangs up at the same moment
        client.disconnect()
    client.close()


def _answer(app: App, socket: Socket, request: SocketModeRequest) -> None:
    try:
        reply: BoltResponse = app.dispatch(
            BoltRequest(mode="socket_mode", body=request.payload, headers=_retry_headers(request))
        )
    except Exception as error:  # noqa: BLE001 - whatever broke, it was not stored: no ack
        logger.error("a payload could not be handled\n%s", traceback_without_words(error))  # no words  # noqa: TRY400 - the traceback is printed without its words
        return
    if reply.status != HTTPStatus.OK:
        logger.warning("no ack for a payload of type %s: status %s", request.type, reply.status)
        return
    try:
        socket.send_socket_mode_response(SocketModeResponse(request.envelope_id, payload=_payload(request, reply)))
    except (SlackClientError, OSError):
        logger.warning("the answer to a payload of type %s was lost with its connection", request.type)


def _retry_headers(request: SocketModeRequest) -> dict[str, str | Sequence[str]]:
    """The headers that say "once more" over HTTP, so that handlers need to know only these."""
    headers: dict[str, str | Sequence[str]] = {}
    if request.retry_attempt is not None:
        headers["x-slack-retry-num"] = str(request.retry_attempt)
    if request.retry_reason is not None:
        headers["x-slack-retry-reason"] = request.retry_reason
    return headers


def _payload(request: SocketModeRequest, reply: BoltResponse) -> dict[str, object] | None:
    """What the person sees at once; events take none."""
    if not reply.body or request.type == "events_api":
        return None
    if reply.first_headers().get("content-type", "").startswith("application/json"):
        value = json.loads(reply.body)
        return value if isinstance(value, dict) else None
    return {"text": reply.body}
