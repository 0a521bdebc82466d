"""A mail server on loopback that keeps what it takes and misbehaves when told to."""

import socket
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import TracebackType
from typing import Self

Answers = dict[str, str]
"""What to answer to a step in place of yes: `MAIL`, `RCPT`, `DATA`, `END`; `DROP`: hang up instead."""


@dataclass
class Taken:
    """One letter, as it came."""

    sender: str
    to: str
    raw: bytes

    @property
    def mail(self) -> EmailMessage:
        """Read as an e-mail."""
        read = message_from_bytes(self.raw, policy=default)
        assert isinstance(read, EmailMessage)
        return read

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.mail.get_content())


@dataclass
class MailServer:
    """The server; `answers` is how it misbehaves."""

    answers: Answers = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    tls: ssl.SSLContext | None = None
    """What it encrypts with; None: nothing."""
    offers: bool = False
    """It encrypts when it is asked to (STARTTLS), and takes nothing before; else from the first byte on."""

    def __enter__(self) -> Self:
        self._server = _Listening(("127.0.0.1", 0), _Session)
        self._server.of = self
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def to(self, address: str) -> list[Taken]:
        """What it took for one address, in order."""
        return [each for each in self.taken if each.to == address]


class _Listening(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    of: MailServer

    def get_request(self) -> tuple[socket.socket, object]:
        """A connection, encrypted if that is asked for."""
        connection, address = super().get_request()
        tls = self.of.tls
        from_the_first = tls is not None and not self.of.offers
        return (tls.wrap_socket(connection, server_side=True) if tls and from_the_first else connection), address

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Session(socketserver.StreamRequestHandler):
    server: _Listening
    _encrypted: ssl.SSLSocket | None = None

    def finish(self) -> None:
        """Close what encryption took over."""
        super().finish()
        if self._encrypted is not None:
            self._encrypted.close()

    def handle(self) -> None:
        """One connection: the few commands that a client needs."""
        self._of, self._sender, self._to = self.server.of, "", ""
        self._of.connections += 1
        self._is_open = not self._of.offers
        self._say("220 loopback")
        while line := self.rfile.readline().decode().strip():
            if not (self._in_the_clear(line[:4].upper()) if not self._is_open else self._answered(line)):
                return

    def _in_the_clear(self, verb: str) -> bool:
        """Before encryption: it offers it, begins it, and refuses everything else."""
        if verb != "STAR":
            self._say("250-loopback\r\n250 STARTTLS" if verb == "EHLO" else "530 encrypt first")
            return True
        self._say("220 go on")
        assert self._of.tls is not None
        self._encrypted = self._of.tls.wrap_socket(self.request, server_side=True)
        for each in (self.rfile, self.wfile):
            each.close()
        self.rfile, self.wfile = self._encrypted.makefile("rb"), self._encrypted.makefile("wb")
        self._is_open = True
        return True

    def _answered(self, line: str) -> bool:
        verb = line[:4].upper()
        if verb == "QUIT":
            self._say("221 bye")
            return False
        said = self._of.answers.get(verb, "354 go on" if verb == "DATA" else "250 ok")
        if said == "DROP":
            return False
        self._say(said)
        if verb == "MAIL":
            self._sender = _address(line)
        elif verb == "RCPT":
            self._to = _address(line)
        elif verb == "DATA" and said.startswith("354"):
            return self._letter()
        return True

    def _letter(self) -> bool:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        said = self._of.answers.get("END", "250 taken")
        if said.startswith("250") or said == "DROP":
            self._of.taken.append(Taken(self._sender, self._to, b"".join(lines)))
        if said == "DROP":
            return False
        self._say(said)
        return True

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
        self.wfile.flush()


def _address(line: str) -> str:
    return line.partition("<")[2].partition(">")[0]
