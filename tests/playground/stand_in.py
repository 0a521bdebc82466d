"""A stand-in for the bot: believes signed requests, remembers them, answers what it is told."""

import json
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier


class StandIn(ThreadingHTTPServer):
    """An HTTP endpoint whose answers wait in a queue; an empty queue acknowledges."""

    daemon_threads = True

    def __init__(self, signing_secret: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.verifier = SignatureVerifier(signing_secret)
        self.payloads: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.answers: deque[tuple[int, object]] = deque()
        self.delay = 0.0
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}/slack/events"

    def will_answer(self, content: object, status: int = 200) -> None:
        """The next request gets this answer."""
        self.answers.append((status, content))

    def stop(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_POST(self) -> None:
        """Check the signature, remember the payload, answer."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = dict(self.headers.items())
        time.sleep(self.server.delay)
        if not self.server.verifier.is_valid_request(body, headers):
            self.send_error(401)
            return
        self.server.bodies.append(body)
        self.server.headers.append({name.lower(): value for name, value in headers.items()})
        self.server.payloads.append(self._payload(body))
        status, content = self.server.answers.popleft() if self.server.answers else (200, "")
        answer = (content if isinstance(content, str) else json.dumps(content)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep quiet."""

    def _payload(self, body: bytes) -> dict[str, Any]:
        if "json" in self.headers["Content-Type"]:
            return dict(json.loads(body))
        form = {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
        return dict(json.loads(form["payload"])) if "payload" in form else form
