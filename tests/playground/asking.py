"""Asks the page's server, with whatever a stranger may send."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from sc_bot.playground.model import Payload
from tests.playground.bare_page import BarePage

FANNY, BASTIEN, TRIAGE = "UFANNY001", "UBAST0001", "C0TRIAGE1"

PATIENCE = 5  # seconds of silence after which a test gives up
JSON = "application/json"
TOO_DEEP = b"[" * 100_000


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is whatever it is
        """The body, read."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Caller:
    """Somebody who asks the server, well or badly."""

    bare: BarePage

    def connection(self) -> HTTPConnection:
        """A fresh one."""
        return HTTPConnection("127.0.0.1", self.bare.server.server_address[1], timeout=PATIENCE)

    def sends(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request, as it is; header names are written with underscores."""
        connection = self.connection()
        try:
            here = f"127.0.0.1:{self.bare.server.server_address[1]}"
            named = {"Host": here} | {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers.items()), response.read())
        finally:
            connection.close()

    def asks(self, question: str) -> Answer:
        """A question."""
        return self.sends("GET", f"/api/{question}")

    def orders(self, name: str, what: object, **headers: str) -> Answer:
        """An order."""
        return self.sends("POST", f"/api/{name}", json.dumps(what).encode(), **{"Content_Type": JSON, **headers})

    def does(self, do: str, person: str = FANNY, **more: object) -> Payload:
        """An action of somebody, which the server accepts to try."""
        answer = self.orders("act", {"do": do, "person": person, **more})
        assert answer.status == 200, answer.body
        return dict(answer.json)

    def sees(self, person: str = FANNY, place: str = TRIAGE, more: str = "") -> Payload:
        """Somebody's screen."""
        answer = self.asks(f"screen?person={person}&place={place}{more}")
        assert answer.status == 200, answer.body
        return dict(answer.json)

    def unread(self, person: str = FANNY, place: str = TRIAGE) -> int:
        """The number beside a place."""
        places = self.sees(person, "home")["places"]
        return next(int(each["unread"]) for each in places if each["id"] == place)
