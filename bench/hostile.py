"""Requests that Slack never sends: malformed, forged, stale, oversized; none of them signed."""

import random
import socket
import time
from collections import Counter
from pathlib import Path

MEBIBYTE = 1024 * 1024
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
JSON = b"Content-Type: application/json\r\n"


def bad_requests(port: int, pid: int, count: int) -> dict[str, object]:
    """Send them, a connection each; returns how they were answered and how much memory the server took."""
    chance, answers = random.Random(0), Counter[str]()  # noqa: S311 - repeatable
    for _ in range(count // 10):
        _send(port, _one(chance))  # warm: pools and buffers are what they will be
    before = _resident(pid)
    for _ in range(count):
        answers[_send(port, _one(chance))] += 1
    return {"answers": dict(sorted(answers.items())), "memory_growth_mib": round(_resident(pid) - before, 1)}


def _one(chance: random.Random) -> bytes:
    kind = chance.randrange(100)
    if kind == 0:
        return _post(FORM, b"x" * (2 * MEBIBYTE))
    body = chance.choice(
        [b'{"a":', b"[]", b"payload={", b"payload=[]", b"\xff\xfe\x00", b"", b"command=/problem&text=x"]
    )
    heads = [
        b"",
        b"X-Slack-Signature: v0=" + b"0" * 64 + b"\r\nX-Slack-Request-Timestamp: %d\r\n" % time.time(),
        b"X-Slack-Signature: v0=\xe9\xe9\r\nX-Slack-Request-Timestamp: 1\r\n",
        b"X-Slack-Request-Timestamp: " + b"9" * 40 + b"\r\n",
        b"X-Slack-Signature: \r\nX-Slack-Request-Timestamp: -1\r\n",
    ]
    odd = [
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n",
        b"GET /slack/events HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"POST /../../etc HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ]
    if kind < 30:  # noqa: PLR2004 - a share of the mixture
        return chance.choice(odd)
    return _post(chance.choice([FORM, JSON, b"Content-Type: text/\xe9\r\n"]) + chance.choice(heads), body)


def _post(head: bytes, body: bytes) -> bytes:
    return b"POST /slack/events HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n%s" % (head, len(body), body)


def _send(port: int, request: bytes) -> str:
    """What came back: a class of status, or that the connection was closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=40) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            line = connection.makefile("rb").readline()
        except OSError:
            return "closed"
    return f"{chr(line[9])}xx" if len(line) > 9 else "closed"  # noqa: PLR2004 - after b"HTTP/1.1 "


def _resident(pid: int) -> float:
    """MiB of memory that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024
