"""The page's HTTP server: its files, questions and orders as JSON, and a stream of changes. Loopback only."""

import json
import sys
import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from mimetypes import guess_type
from socket import SHUT_RDWR, socket
from typing import Any, Self
from urllib.parse import parse_qsl, quote

from sc_bot.playground.model import Payload
from sc_bot.playground.page.backstage import Unknown
from sc_bot.playground.page.page import File, Page

LONGEST = 1_000_000  # bytes of one order
HEARTBEAT_SECONDS = 15.0
BREATH_SECONDS = 0.03  # changes in this time are told together
STATIC = files("sc_bot.playground.page").joinpath("static")
NAMES = {each.name: each for each in STATIC.iterdir()}
CARE = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""Nothing is loaded from elsewhere, and nothing that a person typed can run."""


class PageServer(ThreadingHTTPServer):
    """One thread a connection. `stop` ends the streams, and hangs up on everybody else."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, page: Page, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.page = page
        number = self.server_address[1]
        self.hosts = {f"127.0.0.1:{number}", f"localhost:{number}"}
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        self._connections: set[socket] = set()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def start(self) -> Self:
        """Serve, in a thread of its own."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving and free the port."""
        self.page.live.end()
        self.shutdown()
        self.server_close()
        self._thread.join()
        for connection in list(self._connections):
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base class has it
        """Somebody is connected."""
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as the base class has it
        """Somebody no longer is."""
        self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle is nothing to report; anything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # an address as the parent has it


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PageServer

    def do_GET(self) -> None:
        """Files, questions, the stream."""
        if not self._is_at_home():
            return
        path, _, query = self.path.partition("?")
        room, _, name = path.removeprefix("/").partition("/")
        if room == "api" and name == "live":
            self._stream()
        elif room == "api" and name in self.server.page.questions:
            self._answer(lambda: self.server.page.questions[name](dict(parse_qsl(query))))
        elif room == "files":
            self._download(name.partition("/")[0])
        else:
            self._static("index.html" if not room else name if room == "static" else "")

    def do_POST(self) -> None:
        """Orders."""
        length = self.headers.get("Content-Length") or ""
        if not length.isdecimal() or int(length) > LONGEST:
            self.close_connection = True
            self._json(413, {"problem": "too long"})
            return
        body = self.rfile.read(int(length))
        if not self._is_at_home():
            return
        name = self.path.removeprefix("/api/")
        order = self.server.page.orders.get(name)
        asked = _object(body) if self.headers.get_content_type() == "application/json" else None
        if order is None or asked is None:
            self._json(404 if order is None else 400, {"problem": "this cannot be asked"})
            return
        self._answer(lambda: order(asked))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the parent's signature
        """What the base class refuses, such as another method, is refused as everything else here."""
        self.close_connection = True  # what came with it was not read
        self._json(405 if code == HTTPStatus.NOT_IMPLEMENTED else code, {"problem": "this cannot be asked"})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep quiet: what matters is on the page."""

    def _is_at_home(self) -> bool:
        """Only this machine's own page may ask: no other site, nor a name that somebody points here."""
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        if host in self.server.hosts and origin in {None, f"http://{host}"}:
            return True
        self._json(403, {"problem": "this page answers itself only"})
        return False

    def _answer(self, ask: Any) -> None:  # noqa: ANN401 - a question, asked
        try:
            self._json(200, ask())
        except Unknown as unknown:
            self._json(404, {"problem": str(unknown)})
        except (KeyError, TypeError, ValueError) as error:
            self._json(400, {"problem": f"not understood: {type(error).__name__}"})

    def _static(self, name: str) -> None:
        found = NAMES.get(name)
        if found is None:
            self._json(404, {"problem": "no such page"})
            return
        self._send(200, File(found.read_bytes(), guess_type(name)[0] or "text/plain"))

    def _download(self, file_id: str) -> None:
        try:
            file = self.server.page.file(file_id)
        except Unknown as unknown:
            self._json(404, {"problem": str(unknown)})
            return
        image = file.kind.startswith("image/") and file.kind != "image/svg+xml"
        name = quote(file.name, safe="", errors="replace")
        how = "inline" if image else "attachment"
        self._send(200, file, {"Content-Disposition": f"{how}; filename*=UTF-8''{name}"})

    def _stream(self) -> None:
        """Server-sent events: the number of changes, each time that it grows."""
        self.close_connection = True
        self._begin(200, {"Content-Type": "text/event-stream"})
        seen = -1
        while (now := self.server.page.live.after(seen, HEARTBEAT_SECONDS)) is not None:
            line = f"data: {now}\n\n" if now != seen else ": still here\n\n"
            seen = now
            self.wfile.write(line.encode())
            threading.Event().wait(BREATH_SECONDS)

    def _json(self, status: int, content: Payload) -> None:
        body = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
        self._send(status, File(body, "application/json; charset=utf-8"))

    def _send(self, status: int, file: File, more: dict[str, str] | None = None) -> None:
        self._begin(status, {"Content-Type": file.kind, "Content-Length": str(len(file.content)), **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(file.content)

    def _begin(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        end = {"Connection": "close"} if self.close_connection else {}
        for name, value in {**headers, **CARE, **end}.items():
            self.send_header(name, value)
        self.end_headers()


def _object(body: bytes) -> Payload | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
