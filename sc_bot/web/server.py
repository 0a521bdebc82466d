"""The HTTP server: waitress with bounds, in a thread or not; closing lets running requests end."""

import contextlib
import logging
import socket
import threading
import time
from typing import TYPE_CHECKING, Final

from waitress import wasyncore  # type: ignore[import-untyped]  # waitress publishes no types
from waitress.channel import HTTPChannel  # type: ignore[import-untyped] # waitress publishes no types
from waitress.parser import (  # type: ignore[import-untyped] # as above
    HTTPRequestParser,
    ParsingError,
    TransferEncodingNotImplemented,
)
from waitress.server import create_server  # type: ignore[import-untyped] # as above

from sc_bot.web.guard import LARGEST_BODY

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

THREADS: Final = 8
MOST_CONNECTIONS: Final = 500
IDLE_SECONDS: Final = 30  # Slack answers no slower; a stalled client gets no more of our time
LARGEST_HEADERS: Final = 64 * 1024
NOTICE_SECONDS: Final = 0.2  # how soon closing is noticed when nothing happens
GRACE_SECONDS: Final = 10.0  # over the three seconds that Slack waits for an answer


class _Parser(HTTPRequestParser):  # type: ignore[misc]  # untyped, as above
    """Calls a malformed request malformed, where waitress says 501 or trips over it."""

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except (ValueError, TransferEncodingNotImplemented):
            raise ParsingError("the request line or a header cannot be read") from None


class _Channel(HTTPChannel):  # type: ignore[misc]  # untyped, as above
    parser_class = _Parser


class Server:
    """A running server. ``run`` blocks; ``start`` uses a thread; ``close`` ends either."""

    def __init__(self, app: "WSGIApplication", listener: socket.socket) -> None:
        self.port: int = listener.getsockname()[1]
        self._sockets: dict[int, object] = {}
        self._waitress = create_server(
            app,
            map=self._sockets,
            sockets=[listener],
            threads=THREADS,
            max_request_body_size=LARGEST_BODY + 1,  # waitress refuses from this size on
            max_request_header_size=LARGEST_HEADERS,
            connection_limit=MOST_CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            asyncore_use_poll=True,  # select() breaks at 1,024 open files
            ident="",
            clear_untrusted_proxy_headers=False,  # a cookie is told by one whether it came over https; nothing else is
            log_socket_errors=False,  # a client that goes away is no error of ours, and may do it often
        )
        self._waitress.channel_class = _Channel
        self._closing = threading.Event()
        self._ended = threading.Event()
        self._started = False

    def run(self) -> None:
        """Serve until ``close`` is called from another thread or a signal handler."""
        self._started = True
        try:
            while not self._closing.is_set():
                self._turn()
            self._drain()
        finally:
            self._waitress.task_dispatcher.shutdown()
            wasyncore.close_all(self._sockets, ignore_all=True)
            self._ended.set()

    def start(self) -> "Server":
        """Serve in a thread."""
        self._started = True
        threading.Thread(target=self.run, name="web", daemon=True).start()
        return self

    def close(self, *, wait: bool = True) -> None:
        """Take no new connections, let running requests end, then stop.

        A signal handler in the thread of ``run`` has to pass ``wait=False``.
        """
        self._closing.set()
        with contextlib.suppress(OSError):  # it may have ended already
            self._waitress.pull_trigger()  # so that the loop notices now
        if not self._started:
            self.run()
            return
        if wait:
            self._ended.wait(GRACE_SECONDS + 10)

    def _turn(self) -> None:
        wasyncore.loop(timeout=NOTICE_SECONDS, use_poll=True, map=self._sockets, count=1)

    def _drain(self) -> None:
        wasyncore.dispatcher.close(self._waitress)  # the listening socket only
        deadline = time.monotonic() + GRACE_SECONDS
        while self._is_busy() and time.monotonic() < deadline:
            self._turn()

    def _is_busy(self) -> bool:
        channels = list(self._waitress.active_channels.values())
        return any(c.requests or c.request is not None or c.total_outbufs_len for c in channels)


def serve(app: "WSGIApplication", host: str, port: int) -> Server:
    """Listen on ``host`` and ``port`` (0: any free one, see ``Server.port``); serving begins with ``start``.

    Raises:
        OSError: The address is taken or not ours.
    """
    # More waiting requests than threads is normal when Slack sends a burst, and no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return Server(app, socket.create_server((host, port), family=family))
