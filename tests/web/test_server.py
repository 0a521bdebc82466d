"""The front door over real sockets: bad requests are refused, running ones end, memory stays."""

import random
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from sc_bot.web import Server, SlackReply, SlackRequest, front_door, serve
from sc_bot.web.server import THREADS
from tests.web.signing import FORM, SECRET, signed

MIB = 1024 * 1024
BODY = b"command=%2Fproblem&text=hello"


def _door(desk: "Desk") -> Server:
    app = front_door(desk.handle, signing_secret=SECRET, ready=lambda: (True, "ready"), metrics=str)
    return serve(app, "127.0.0.1", 0).start()


class Desk:
    """Answers at once, or when told to."""

    def __init__(self) -> None:
        self.taken = 0
        self.entered = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()

    def handle(self, _: SlackRequest) -> SlackReply:
        """Take one request."""
        self.taken += 1
        self.entered.set()
        self.may_answer.wait(5)
        return SlackReply(200, "taken")


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Behind the shared server."""
    return Desk()


@pytest.fixture(scope="module")
def server(desk: Desk) -> Iterator[Server]:
    """One server for the whole file."""
    running = _door(desk)
    yield running
    running.close()


def _send(port: int, raw: bytes) -> bytes:
    """What comes back before the connection closes; nothing if it was reset."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        try:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        except TimeoutError:
            raise
        except OSError:  # reset, broken pipe, not connected: which one is a matter of microseconds
            return b""
        return answer


def _status(answer: bytes) -> int:
    return int(answer.split()[1]) if answer else 0


def _post(body: bytes, headers: dict[str, str] | None = None, *, length: int | None = None) -> bytes:
    lines = [f"{name}: {value}" for name, value in (headers or {"Content-Type": FORM}).items()]
    size = len(body) if length is None else length
    head = "\r\n".join(["POST /slack/events HTTP/1.1", "Host: x", f"Content-Length: {size}", *lines])
    return head.encode("latin-1") + b"\r\nConnection: close\r\n\r\n" + body


def _now() -> int:
    return int(time.time())


def test_a_signed_request_is_taken(server: Server) -> None:
    """The real path, with the real clock."""
    answer = _send(server.port, _post(BODY, signed(BODY, at=_now())))
    assert _status(answer) == 200
    assert answer.endswith(b"taken")
    assert b"waitress" not in answer


def test_a_signed_chunked_request_is_taken(server: Server) -> None:
    """A length is not needed."""
    headers = "".join(f"{name}: {value}\r\n" for name, value in signed(BODY, at=_now()).items())
    head = f"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n{headers}"
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    raw = head.encode() + b"Connection: close\r\n\r\n" + chunks
    assert _status(_send(server.port, raw)) == 200


OVERSIZED = {
    "declared": _post(b"", length=MIB + 1),
    "declared far too large": _post(b"", length=10**18),
    "declared beyond any number": _post(b"").replace(b"Length: 0", b"Length: " + b"9" * 5000),
    "sent": _post(b"x" * (2 * MIB)),
    "chunked": b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    + b"10000\r\n%s\r\n" % (b"x" * 65536) * 20,
    "no request line": b"A" * 100_000 + b"\r\n\r\n",
    "headers": b"GET /healthz HTTP/1.1\r\n" + b"X-A: %s\r\n" % (b"y" * 1000) * 100 + b"\r\n",
}


@pytest.mark.parametrize("case", OVERSIZED)
def test_what_is_too_large_is_refused_or_cut(server: Server, case: str) -> None:
    """4xx, or the connection closed on a client that still sends."""
    assert _status(_send(server.port, OVERSIZED[case])) in {0, 400, 413, 431}


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: chunked, chunked\r\n\r\nzz\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nno colon\r\n\r\n",
        b"get /healthz HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS?\r\n\r\n",
        b"POST /slack/events HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"POST /%zz%00 HTTP/1.1\r\n\r\n",
    ],
)
def test_a_malformed_request_is_the_senders_mistake(server: Server, raw: bytes) -> None:
    """No request line or header, however odd, is answered with 5xx."""
    assert 400 <= _status(_send(server.port, raw)) < 500


def _bad_requests(count: int) -> Iterator[bytes]:
    """Forged, malformed and nonsensical requests, the same ones each time."""
    chance = random.Random(7)  # noqa: S311 - repeatable noise, no secret
    bodies = [b'{"a":', b"[]", b"payload={", b"payload=[]", b"\xff\xfe\x00", BODY, b"", b"[" * 5000]
    for number in range(count):
        body = chance.choice(bodies) + chance.randbytes(chance.randrange(40))
        headers = signed(body, at=_now(), content_type=chance.choice([FORM, "application/json", "x/y", ""]))
        match number % 5:
            case 0:
                headers["X-Slack-Signature"] = "v0=" + chance.randbytes(32).hex()
            case 1:
                headers["X-Slack-Signature"] = chance.randbytes(20).decode("latin-1").translate({10: 65, 13: 65})
            case 2:
                headers["X-Slack-Request-Timestamp"] = chance.choice(["", "0", "-1", "9" * 30, "NaN", "²"])
            case 3:
                headers = {"Content-Type": chance.choice([FORM, "application/json"])}
            case _:
                yield chance.randbytes(chance.randrange(1, 300)) + b"\r\n\r\n"
                continue
        yield _post(body, headers)


def test_hundreds_of_bad_requests_are_refused_and_leave_nothing(server: Server, desk: Desk) -> None:
    """Each gets 4xx or a closed connection, none gets to the desk, and memory does not grow with them."""
    taken = desk.taken
    for raw in _bad_requests(100):
        _send(server.port, raw)  # warm: caches and buffers are there
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        statuses = [_status(_send(server.port, raw)) for raw in _bad_requests(400)]
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert {status for status in statuses if not (status == 0 or 400 <= status < 500)} == set()
    assert statuses.count(401) > 200
    assert desk.taken == taken
    assert grown < MIB


def test_closing_lets_requests_end_that_are_in() -> None:
    """Who was let in gets an answer, also those who queue for a thread; who comes later finds it closed."""
    desk = Desk()
    desk.may_answer.clear()
    server = _door(desk)
    request = _post(BODY, signed(BODY, at=_now()))
    with ThreadPoolExecutor(THREADS + 3) as clients:
        answers = [clients.submit(_send, server.port, request) for _ in range(THREADS + 3)]
        assert desk.entered.wait(5)
        _wait_until(lambda: len(server._waitress.active_channels) == THREADS + 3)
        _wait_until(lambda: all(c.requests for c in list(server._waitress.active_channels.values())))
        closer = threading.Thread(target=server.close)
        closer.start()
        _wait_until(lambda: _is_refused(server.port))
        desk.may_answer.set()
        assert [_status(answer.result(5)) for answer in answers] == [200] * (THREADS + 3)
    closer.join(5)
    server.close()  # once more does no harm


def _wait_until(true: Callable[[], bool]) -> None:
    for _ in range(500):
        if true():
            return
        time.sleep(0.01)
    pytest.fail("it did not come to pass in five seconds")


def _is_refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


def test_a_server_that_never_ran_can_be_closed() -> None:
    """Its port is free again."""
    desk = Desk()
    app = front_door(desk.handle, signing_secret=SECRET, ready=lambda: (True, ""), metrics=str)
    server = serve(app, "127.0.0.1", 0)
    server.close()
    serve(app, "127.0.0.1", server.port).close()
