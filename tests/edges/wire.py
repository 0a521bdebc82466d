"""A server that answers each request with given bytes, or misbehaves, and remembers what it heard."""

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Behaviour = bytes | Literal["close", "reset", "hang"]


def http(status: str, body: str, *headers: str) -> bytes:
    """An HTTP answer with its length."""
    data = body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def says(answer: dict[str, object]) -> bytes:
    """Slack's usual 200 with JSON."""
    return http("200 OK", json.dumps(answer), "Content-Type: application/json; charset=utf-8")


@dataclass
class Wire:
    """One scripted server; ``heard`` holds the raw requests."""

    url: str
    behaviour: Behaviour = b""
    heard: list[bytes] = field(default_factory=list)


@contextlib.contextmanager
def wire(behaviour: Behaviour) -> Iterator[Wire]:
    """Listen on a free port of this machine until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    served = Wire(f"http://127.0.0.1:{listener.getsockname()[1]}/api/", behaviour)
    ended = threading.Event()
    thread = threading.Thread(target=_serve, args=(listener, served, ended), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        ended.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _serve(listener: socket.socket, served: Wire, ended: threading.Event) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            served.heard.append(_read_request(connection))
            if isinstance(served.behaviour, bytes):
                connection.sendall(served.behaviour)
            elif served.behaviour == "hang":
                ended.wait(5)
            elif served.behaviour == "reset":
                # a zero linger turns the close into a reset
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _read_request(connection: socket.socket) -> bytes:
    connection.settimeout(5)
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")),
        0,
    )
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
