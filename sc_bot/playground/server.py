"""The HTTP server on loopback: Web API, response URLs, uploads. Faults happen here, on the wire."""

import base64
import binascii
import json
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from sc_bot.playground.errors import TooFast
from sc_bot.playground.faults import Fault
from sc_bot.playground.host import Host
from sc_bot.playground.journal import Call
from sc_bot.playground.model import Payload
from sc_bot.playground.web_api import RESPONSE_URL, UPLOAD, Received, WebApi

GOOD = Fault("none")
REDIRECT = 302


class SlackServer(ThreadingHTTPServer):
    """One thread a request; `stop` ends every pause that a fault asked for."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, host: Host, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.host = host
        self.web_api = WebApi(host)
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)

    def start(self) -> None:
        """Serve, in a thread of its own."""
        self._thread.start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that dies in the middle is nothing to report; anything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # an address as the parent has it

    def stop(self) -> None:
        """Stop serving and free the port."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: SlackServer

    def do_GET(self) -> None:
        """Answer a Web API call with its arguments in the query."""
        self.do_POST()

    def do_POST(self) -> None:
        """Send each path to what answers it."""
        url = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True  # the client died while it was sending: nothing was asked
            return
        if url.path.startswith("/api/"):
            self._web_api(url.path.removeprefix("/api/"), url.query, body)
        elif url.path.startswith("/actions/"):
            self._response_url(url.path, body)
        elif url.path.startswith("/upload/v1/"):
            self._upload(url.path.removeprefix("/upload/v1/"), body)
        elif url.path == "/oauth/v2/authorize":
            self._authorize(url.query)
        else:
            self._send(404, "not found")
        self.server.host.journal.changed()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep quiet: the journal has it all."""

    def _web_api(self, method: str, query: str, body: bytes) -> None:
        scheme, _, secret = self.headers.get("Authorization", "").partition(" ")
        sent = secret.strip() if scheme.lower() == "bearer" else None
        app = _id_and_secret(secret) if scheme.lower() == "basic" else None
        received = Received(method, sent, self.headers.get("Content-Type", ""), query, body, app)
        call = self.server.web_api.log(received)
        fault = self.server.web_api.next_fault(received) or GOOD
        self._exchange(call, fault, lambda: (200, self.server.web_api.perform(received)))

    def _authorize(self, query: str) -> None:
        with self.server.host.journal.lock:
            status, said = self.server.host.oauth.authorize(dict(parse_qsl(query, keep_blank_values=True)))
        self._send(status, "" if status == REDIRECT else said, {"Location": said} if status == REDIRECT else None)

    def _response_url(self, path: str, body: bytes) -> None:
        call = self.server.web_api.log_response_url(body)
        fault = self.server.host.faults.next_for(RESPONSE_URL) or GOOD
        self._exchange(call, fault, lambda: self.server.web_api.respond(path, call.args))

    def _exchange(self, call: Call, fault: Fault, perform: Callable[[], tuple[int, Payload]]) -> None:
        """Let a call take effect and answer it, as far as its fault allows."""
        call.fault = None if fault is GOOD else fault.name
        self.server.stopping.wait(fault.lands_after)
        status = fault.status
        try:
            if fault.lands:
                done, call.effect = perform()
                status = done if fault.status == GOOD.status else fault.status
        except TooFast as refusal:
            self._too_fast(call, refusal.retry_after)
            return
        self.server.host.journal.changed()
        self.server.stopping.wait(fault.answers_after)
        self._answer(call, fault, status)

    def _answer(self, call: Call, fault: Fault, status: int) -> None:
        if fault.outcome == "lost":
            self.close_connection = True
            return
        content = call.effect if fault.body is None else fault.body
        if fault.outcome == "cut":
            self._send(status, content or {}, cut=True)
            return
        call.status = status
        call.answer = content if isinstance(content, dict) else None
        self._send(status, content or {}, dict(fault.headers))

    def _too_fast(self, call: Call, retry_after: int) -> None:
        call.status, call.answer = 429, {"ok": False, "error": "ratelimited"}
        self._send(429, call.answer, {"Retry-After": str(retry_after)})

    def _upload(self, file_id: str, body: bytes) -> None:
        host = self.server.host
        fault = host.faults.next_for(UPLOAD) or GOOD
        status = self.server.web_api.take_bytes(file_id, body) if fault.lands else fault.status
        if fault.outcome == "lost":
            self.close_connection = True
            return
        self._send(fault.status if fault is not GOOD else status, f"OK - {len(body)}", dict(fault.headers))

    def _send(
        self, status: int, content: Payload | str, headers: dict[str, str] | None = None, *, cut: bool = False
    ) -> None:
        is_text = isinstance(content, str)
        body = (content if isinstance(content, str) else json.dumps(content)).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if is_text else "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if cut else body)
        except ConnectionError:
            self.close_connection = True  # an impatient client is gone: nobody is left to tell


def _id_and_secret(basic: str) -> tuple[str, str] | None:
    """What an app says about itself in its header."""
    try:
        name, _, secret = base64.b64decode(basic.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return name, secret
