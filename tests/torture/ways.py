"""The way from a worker's host to PostgreSQL and to Slack, which can be cut and healed.

Where the machine allows it, a host is a network namespace, and a cut drops every packet without a word, as a broken
cable does. Elsewhere it is a proxy that stops forwarding.
"""

import ctypes
import os
import select
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Protocol, Self

NEW_NETWORK = 0x40000000  # CLONE_NEWNET
PIECE = 65536


class Way(Protocol):
    """One host's way; `enter` is called in the host's process, the rest outside."""

    @property
    def postgres(self) -> tuple[str, int]:
        """Host and port, as they are seen from there."""
        ...

    @property
    def slack(self) -> tuple[str, int]:
        """The same of the Web API."""
        ...

    @property
    def namespace(self) -> str | None:
        """Where `enter` leads."""
        ...

    def cut(self) -> None:
        """Nothing comes through any more."""
        ...

    def heal(self) -> None:
        """Everything comes through again."""
        ...


def enter(namespace: str | None) -> None:
    """Be on that host from here on."""
    if namespace is None:
        return
    door = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    assert ctypes.CDLL(None, use_errno=True).setns(door, NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())
    os.close(door)


def namespaces_work() -> bool:
    """Whether this machine lets us make hosts."""
    if shutil.which("ip") is None:
        return False
    name = f"scbot{os.getpid()}"
    try:
        _ip("netns", "add", name)
    except subprocess.CalledProcessError:
        return False
    _ip("netns", "del", name)
    return True


@contextmanager
def ways(many: int, postgres: int, slack: int, *, by_namespace: bool) -> Iterator[list[Way]]:
    """So many hosts; each reaches the two servers, which listen on this machine at these ports."""
    with ExitStack() as parts:
        make = _namespace if by_namespace else _proxied
        yield [parts.enter_context(make(number, postgres, slack)) for number in range(many)]


@dataclass(frozen=True, slots=True)
class Cable:
    """A host of its own, at the end of a cable."""

    namespace: str
    plug: str
    postgres: tuple[str, int]
    slack: tuple[str, int]

    def cut(self) -> None:
        """Pull the plug: no packet passes, nobody is told."""
        _ip("link", "set", self.plug, "down")

    def heal(self) -> None:
        """Plug it in."""
        _ip("link", "set", self.plug, "up")


@contextmanager
def _namespace(number: int, postgres: int, slack: int) -> Iterator[Way]:
    name, plug = f"scbot{os.getpid()}{number}", f"scb{os.getpid()}h{number}"[-15:]
    here, there = f"10.77.{number}.1", f"10.77.{number}.2"
    _ip("netns", "add", name)
    try:
        _ip("link", "add", plug, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("addr", "add", f"{here}/24", "dev", plug)
        _ip("link", "set", plug, "up")
        for inside in (
            ("addr", "add", f"{there}/24", "dev", "eth0"),
            ("link", "set", "eth0", "up"),
            ("link", "set", "lo", "up"),
        ):
            _ip("netns", "exec", name, "ip", *inside)
        with _Proxy(here, postgres) as database, _Proxy(here, slack) as web_api:
            yield Cable(name, plug, (here, database.port), (here, web_api.port))
    finally:
        _ip("netns", "del", name)  # the cable goes with it


@dataclass(slots=True)
class Detour:
    """On this machine, through a proxy that stops forwarding."""

    database: "_Proxy"
    slack: tuple[str, int]
    namespace: str | None = None
    postgres: tuple[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.postgres = ("127.0.0.1", self.database.port)

    def cut(self) -> None:
        """Forward nothing."""
        self.database.is_cut.set()

    def heal(self) -> None:
        """Forward again; what hung is closed, as routers do."""
        self.database.heal()


@contextmanager
def _proxied(_number: int, postgres: int, slack: int) -> Iterator[Way]:
    with _Proxy("127.0.0.1", postgres) as database:
        yield Detour(database, ("127.0.0.1", slack))


class _Proxy:
    """Forwards from a host and a free port to a port of this machine, until it is cut."""

    def __init__(self, host: str, to: int) -> None:
        self._listener = socket.create_server((host, 0))
        self._to = to
        self.port = int(self._listener.getsockname()[1])
        self.is_cut = threading.Event()
        self._ended = threading.Event()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._listener.close()
        self.heal()

    def heal(self) -> None:
        """Close what hangs, and forward what comes."""
        pairs, self._pairs = self._pairs, []
        self.is_cut.clear()
        for each in (side for pair in pairs for side in pair):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                continue
            self._pairs.append((near, far))
            threading.Thread(target=self._forward, args=(near, far), daemon=True).start()

    def _forward(self, near: socket.socket, far: socket.socket) -> None:
        other = {near: far, far: near}
        with near, far, suppress(OSError, ValueError):
            while not self._ended.is_set():
                for ready in select.select([near, far], [], [], 0.2)[0]:
                    piece = b"" if self.is_cut.wait(0) else ready.recv(PIECE)
                    if self.is_cut.is_set():
                        self._ended.wait(0.05)
                        continue
                    if not piece:
                        return
                    other[ready].sendall(piece)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603, S607 - our own arguments, the system's program
