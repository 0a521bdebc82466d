"""The WSGI application: a handful of paths, each answered or refused, never with a traceback."""

import logging
import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from http.client import responses
from typing import TYPE_CHECKING, Final

from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.web.guard import check_signature, is_certificate_probe, read_body
from sc_bot.web.payloads import is_event, readable_body
from sc_bot.web.requests import SlackReply, SlackRequest, Unreadable

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

logger = logging.getLogger(__name__)

Page = Callable[[SlackRequest], SlackReply]

EVENTS_PATH: Final = "/slack/events"
_TEXT: Final = ("content-type", "text/plain; charset=utf-8")
_PROMETHEUS: Final = ("content-type", "text/plain; version=0.0.4; charset=utf-8")
_ON_EVERY_REPLY: Final = [("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store")]


def front_door(  # the outermost function: all that the door leads to
    handle: Page,
    *,
    signing_secret: str,
    ready: Callable[[], tuple[bool, str]],
    metrics: Callable[[], str],
    now: Callable[[], float] = time.time,
    pages: Mapping[str, Page] | None = None,
) -> "WSGIApplication":
    """Make the WSGI application.

    Args:
        handle: Answers what Slack sends, verified and sane; may raise ``Unreadable``.
        signing_secret: Slack's, to know its requests.
        ready: Whether requests can be served now, and in a few words why not.
        metrics: The figures in Prometheus' text format.
        now: Real time in seconds since 1970, for the age of signatures.
        pages: More GET pages by path, such as the installation by OAuth.

    Raises:
        ValueError: The signing secret is empty: everyone could sign.
    """
    if not signing_secret.strip():
        raise ValueError("the signing secret is empty")
    gets: dict[str, Page] = {
        "/healthz": lambda _: SlackReply(200, "alive\n", (_TEXT,)),
        "/readyz": lambda _: _readiness(ready),
        "/metrics": lambda _: SlackReply(200, metrics(), (_PROMETHEUS,)),
    }
    return _FrontDoor(handle=handle, secret=signing_secret.encode(), now=now, gets=gets, pages=pages or {})


@dataclass(frozen=True, slots=True)
class _FrontDoor:
    handle: Page
    secret: bytes = field(repr=False)
    now: Callable[[], float]
    gets: Mapping[str, Page]
    pages: Mapping[str, Page]

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            reply = self._reply(environ)
        except Unreadable as refusal:
            reply = SlackReply(refusal.status, f"{refusal}\n", (_TEXT,))
        except Exception as error:  # noqa: BLE001 - the last one who can answer: no traceback may leave
            reply = _crashed(error, environ)
        return _send(reply, start_response, with_body=environ["REQUEST_METHOD"] != "HEAD")

    def _reply(self, environ: "WSGIEnvironment") -> SlackReply:
        method, path = str(environ["REQUEST_METHOD"]), str(environ.get("PATH_INFO", ""))
        if path == EVENTS_PATH:
            return _refuse_method(method, "POST") or self._event(environ)
        if path in self.gets:
            return _refuse_method(method, "GET, HEAD") or self.gets[path](_request(environ))
        if path in self.pages:  # no HEAD: to look at an installation would use it up
            return _refuse_method(method, "GET") or self.pages[path](_request(environ))
        return SlackReply(404, "not found\n", (_TEXT,))

    def _event(self, environ: "WSGIEnvironment") -> SlackReply:
        body = read_body(environ["wsgi.input"], str(environ.get("CONTENT_LENGTH", "")))
        if is_certificate_probe(body):
            return SlackReply(200, "", (_TEXT,))
        request = _request(environ)
        check_signature(request.headers, body, signing_secret=self.secret, now=self.now())
        text = readable_body(request.headers.get("content-type", ""), body)
        return self.handle(replace(request, body=text))


def _refuse_method(method: str, allowed: str) -> SlackReply | None:
    if method in allowed.split(", "):
        return None
    return SlackReply(405, f"use {allowed}\n", (_TEXT, ("Allow", allowed)))


def _request(environ: "WSGIEnvironment") -> SlackRequest:
    headers = {
        name.removeprefix("HTTP_").lower().replace("_", "-"): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_") or name in {"CONTENT_TYPE", "CONTENT_LENGTH"}
    }
    return SlackRequest(headers=headers, query=str(environ.get("QUERY_STRING", "")))


def _readiness(ready: Callable[[], tuple[bool, str]]) -> SlackReply:
    is_ready, reason = ready()
    return SlackReply(200 if is_ready else 503, f"{reason}\n", (_TEXT,))


def _crashed(error: Exception, environ: "WSGIEnvironment") -> SlackReply:
    """A reference for the person, the place for us; 503 for an event, so that Slack sends it again."""
    reference = secrets.token_hex(4)
    logger.error("request %s crashed\n%s", reference, traceback_without_words(error))
    is_sent_again = environ.get("PATH_INFO") == EVENTS_PATH and is_event(str(environ.get("CONTENT_TYPE", "")))
    text = f"something broke here; reference {reference}\nune erreur est survenue ici; référence {reference}\n"
    return SlackReply(503 if is_sent_again else 500, text, (_TEXT,))


def _send(reply: SlackReply, start_response: "StartResponse", *, with_body: bool) -> Iterable[bytes]:
    body = reply.body.encode("utf-8", "replace")
    headers = [(name, value) for name, value in reply.headers if name.lower() != "content-length"]
    start_response(
        f"{reply.status} {responses.get(reply.status, '')}",
        [*headers, *_ON_EVERY_REPLY, ("Content-Length", str(len(body)))],
    )
    return [body] if with_body else []
