"""A front door on the bench: a request in, status, headers and text out, without any socket."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from sc_bot.web import SlackReply, SlackRequest, front_door
from sc_bot.web.front_door import Page
from tests.web.signing import NOW, SECRET

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from wsgiref.types import WSGIEnvironment

    Writer = Callable[[bytes], object]
    ExcInfo = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Desk:
    """Behind the door: writes down each request that gets through, and answers."""

    reply: SlackReply = field(default_factory=lambda: SlackReply(200, "taken"))
    breaks: Exception | None = None
    seen: list[SlackRequest] = field(default_factory=list)

    def handle(self, request: SlackRequest) -> SlackReply:
        """Answer, or break."""
        self.seen.append(request)
        if self.breaks is not None:
            raise self.breaks
        return self.reply


def knock(  # a request has that many parts  # noqa: PLR0913 - each is a fact of its own
    desk: Desk,
    path: str = "/slack/events",
    *,
    method: str = "POST",
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    stream: BinaryIO | None = None,
    length: str | None = None,
    ready: tuple[bool, str] = (True, "ready"),
    pages: Mapping[str, Page] | None = None,
    now: float = NOW,
) -> Answer:
    """Send one request to a door in front of ``desk``."""
    app = front_door(
        desk.handle, signing_secret=SECRET, ready=lambda: ready, metrics=lambda: "sc_bot_up 1\n",
        now=lambda: now, pages=pages,
    )  # fmt: skip
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(body)) if length is None else length,
        "wsgi.input": stream or BytesIO(body),
    }
    for name, value in (headers or {}).items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, given: list[tuple[str, str]], _exc_info: "ExcInfo | None" = None, /) -> "Writer":
        started.append((status, given))
        return lambda _: None

    text = b"".join(app(environ, start_response)).decode()
    status, given = started[0]
    return Answer(int(status.split()[0]), {name.lower(): value for name, value in given}, text)
