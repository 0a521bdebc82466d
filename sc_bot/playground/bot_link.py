"""From Slack to the bot: signed HTTP or Socket Mode, timed, logged, repeatable."""

import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode, urlsplit

from sc_bot.playground.journal import Journal
from sc_bot.playground.model import Payload
from sc_bot.playground.socket_mode import SocketMode

Sort = Literal["slash_commands", "interactive", "events_api"]
Transport = Literal["http", "socket"]
PATIENCE = 10.0  # seconds after which the fake hangs up
MOST_RETRIES = 3


@dataclass(frozen=True)
class Reply:
    """What the bot answered, or why there is no answer."""

    status: int
    text: str
    seconds: float = 0.0
    error: str | None = None

    @property
    def json(self) -> Payload:
        """The answer as an object; empty if it is none."""
        try:
            value = json.loads(self.text)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    @property
    def acknowledged(self) -> bool:
        """Whether Slack takes this for an ack."""
        return self.error is None and self.status == http.client.OK


@dataclass
class Sent:
    """One request to the bot, byte for byte, with every reply it got."""

    sort: Sort
    payload: Payload
    transport: Transport
    body: bytes
    headers: dict[str, str]
    replies: list[Reply] = field(default_factory=list)
    retries: int = 0


def signed(secret: str, body: bytes, at: float) -> dict[str, str]:
    """The headers by which the bot knows that Slack is speaking."""
    base = f"v0:{int(at)}:".encode() + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(int(at)), "X-Slack-Signature": f"v0={digest}"}


class BotLink:
    """Delivers to the bot; an ack later than `ack_seconds` is an error, as in Slack."""

    def __init__(self, signing_secret: str, socket: SocketMode, journal: Journal) -> None:
        self._secret = signing_secret
        self._socket = socket
        self._journal = journal
        self.bot_url = ""
        self.transport: Transport = "http"
        self.ack_seconds = 3.0
        self.sent: list[Sent] = []
        self.undelivered: list[Sent] = []
        self.errors: list[str] = []

    def deliver(self, sort: Sort, payload: Payload) -> Reply:
        """Send one payload and wait for its ack. Events that fail wait for `redeliver`."""
        sent = self._prepared(sort, payload)
        with self._journal.lock:
            self.sent.append(sent)
        reply = self.replay(sent)
        if sort == "events_api" and not reply.acknowledged:
            self.undelivered.append(sent)
        return reply

    def replay(self, sent: Sent, more_headers: Mapping[str, str] | None = None) -> Reply:
        """Send the same bytes again, with the same signature."""
        if sent.transport == "http":
            reply = self._post(sent, {**sent.headers, **(more_headers or {})})
        else:
            reply = self._envelope(sent, dict(more_headers or {}))
        if reply.error is None and reply.seconds > self.ack_seconds:
            reply = Reply(reply.status, reply.text, reply.seconds, "operation_timeout")
        elif reply.error is None and reply.status != http.client.OK:
            reply = Reply(reply.status, reply.text, reply.seconds, "http_service_error")
        self._keep(sent, reply)
        return reply

    def redeliver(self) -> list[Reply]:
        """Send failed events once more, as Slack does at once, after a minute and after five."""
        with self._journal.lock:
            failed, self.undelivered = self.undelivered, []
        return [self._retry(sent) for sent in failed]

    def fail(self, what: str) -> None:
        """Note what a person saw go wrong."""
        with self._journal.lock:
            self.errors.append(what)

    def _retry(self, sent: Sent) -> Reply:
        last, sent.retries = sent.replies[-1], sent.retries + 1
        reason = "http_timeout" if last.error == "operation_timeout" else "http_error"
        again = self._signed_now(sent)
        reply = self.replay(again, {"X-Slack-Retry-Num": str(sent.retries), "X-Slack-Retry-Reason": reason})
        sent.replies.append(reply)
        if not reply.acknowledged and sent.retries < MOST_RETRIES:
            self.undelivered.append(sent)
        return reply

    def _keep(self, sent: Sent, reply: Reply) -> None:
        with self._journal.lock:
            sent.replies.append(reply)
            if reply.error:
                self.errors.append(f"{sent.sort}: {reply.error} ({reply.status}, {reply.seconds:.1f} s)")
        self._journal.changed()

    def _prepared(self, sort: Sort, payload: Payload) -> Sent:
        if sort == "events_api":
            body, content_type = json.dumps(payload).encode(), "application/json"
        else:
            form = payload if sort == "slash_commands" else {"payload": json.dumps(payload)}
            body, content_type = urlencode(form).encode(), "application/x-www-form-urlencoded"
        sent = Sent(sort, payload, self.transport, body, {"Content-Type": content_type})
        return self._signed_now(sent)

    def _signed_now(self, sent: Sent) -> Sent:
        # Signatures live on real time, whatever clock the workspace shows: the bot looks at its own.
        headers = {**sent.headers, **signed(self._secret, sent.body, time.time())}
        return Sent(sent.sort, sent.payload, sent.transport, sent.body, headers)

    def _post(self, sent: Sent, headers: Mapping[str, str]) -> Reply:
        url = urlsplit(self.bot_url)
        began = time.monotonic()
        connection = http.client.HTTPConnection(url.hostname or "127.0.0.1", url.port, timeout=PATIENCE)
        try:
            connection.request("POST", url.path, sent.body, {**headers, "Connection": "close"})
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
            return Reply(response.status, text, time.monotonic() - began)
        except (OSError, http.client.HTTPException) as error:
            return Reply(0, "", time.monotonic() - began, f"http_client_error: {type(error).__name__}")
        finally:
            connection.close()

    def _envelope(self, sent: Sent, headers: dict[str, str]) -> Reply:
        began = time.monotonic()
        retry: Payload = {}
        if headers:
            retry = {
                "retry_attempt": int(headers["X-Slack-Retry-Num"]),
                "retry_reason": headers["X-Slack-Retry-Reason"],
            }
        ack = self._socket.send(sent.sort, sent.payload, retry, PATIENCE)
        seconds = time.monotonic() - began
        if ack is None:
            return Reply(0, "", seconds, "operation_timeout")
        return Reply(200, json.dumps(ack) if ack else "", seconds)
