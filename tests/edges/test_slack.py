"""Whatever happens to a call of the Web API comes back as the right value."""

import json
import logging
from urllib.parse import parse_qs

import pytest

from sc_bot.domain.slack_answers import Failed, Ok, RateLimited, Refused, SlackAnswer, Unknown, Unreachable
from sc_bot.slack import SlackClient
from tests.edges.wire import Behaviour, Wire, free_port, http, says, wire

TOKEN = "xoxb-not-to-be-seen"
WORDS = "the words of the report"
PAGE = "<html>gateway</html>"


def _post(served: Wire, *, timeout: float = 5) -> SlackAnswer:
    return SlackClient(TOKEN, served.url, timeout).call("chat.postMessage", channel="U1", text=WORDS)


NO = says({"ok": False, "error": "channel_not_found"})
POLITE = http("429 Too Many Requests", '{"ok": false, "error": "ratelimited"}', "Retry-After: 7")

ANSWERS: list[tuple[str, Behaviour, SlackAnswer]] = [
    ("no", NO, Failed("channel_not_found")),
    (
        "no, with a 403",
        http("403 Forbidden", '{"ok": false, "error": "no_permission"}'),
        Failed("no_permission"),
    ),
    ("429", POLITE, RateLimited(7)),
    ("429 in small letters", POLITE.replace(b"Retry-After", b"retry-after"), RateLimited(7)),
    ("429 with parts of seconds", POLITE.replace(b": 7", b": 1.5"), RateLimited(1.5)),
    ("429 without a time", POLITE.replace(b"Retry-After", b"X-Other"), RateLimited(30)),
    ("429 with words", POLITE.replace(b": 7", b": soon"), RateLimited(30)),
    ("429 with a negative time", POLITE.replace(b": 7", b": -7"), RateLimited(30)),
    ("429 with no end", POLITE.replace(b": 7", b": inf"), RateLimited(30)),
    ("429 without a body", http("429 Too Many Requests", "", "Retry-After: 3"), RateLimited(3)),
    ("too fast, with a 200", says({"ok": False, "error": "rate_limited"}), RateLimited(30)),
    ("500", http("500 Internal Server Error", PAGE), Unknown("http_500")),
    ("503 with a name", http("503 Busy", '{"ok": false, "error": "channel_not_found"}'), Unknown("http_503")),
    ("504 without a body", http("504 Gateway Timeout", ""), Unknown("http_504")),
    ("408", http("408 Request Timeout", PAGE), Unknown("http_408")),
    ("internal_error", says({"ok": False, "error": "internal_error"}), Unknown("internal_error")),
    ("fatal_error", says({"ok": False, "error": "fatal_error"}), Unknown("fatal_error")),
    (
        "service_unavailable",
        says({"ok": False, "error": "service_unavailable"}),
        Unknown("service_unavailable"),
    ),
    ("a page", http("200 OK", PAGE), Unknown("unreadable answer")),
    ("nothing", http("200 OK", ""), Unknown("unreadable answer")),
    ("JSON that is cut", http("200 OK", '{"ok": tr'), Unknown("unreadable answer")),
    ("an empty list", http("200 OK", "[]"), Unknown("unreadable answer")),
    ("a list", http("200 OK", "[1]"), Unknown("AttributeError")),
    ("no without a name", says({"ok": False}), Unknown("unreadable answer")),
    ("bad UTF-8", http("200 OK", "xx").replace(b"xx", b"\xff\xfe"), Unknown("UnicodeDecodeError")),
    (
        "an unheard-of charset",
        http("200 OK", "{}", "Content-Type: text/x; charset=no"),
        Unknown("LookupError"),
    ),
    ("a body that is cut", says({"ok": True})[:-3], Unknown("IncompleteRead")),
    ("a line that is cut", b"HTTP/1.1 20", Unknown("BadStatusLine")),
    ("no answer", "close", Unknown("RemoteDisconnected")),
    ("a reset", "reset", Unknown("ConnectionResetError")),
    ("404 from something else", http("404 Not Found", PAGE), Refused(404)),
    ("a proxy that refuses", http("403 Forbidden", PAGE), Refused(403)),
    ("too large for a proxy", http("413 Content Too Large", ""), Refused(413)),
]


@pytest.mark.parametrize(("behaviour", "answer"), [pytest.param(b, a, id=name) for name, b, a in ANSWERS])
def test_each_answer_is_read_and_nothing_is_sent_twice(behaviour: Behaviour, answer: SlackAnswer) -> None:
    """One call is one request; its value tells "surely not done" from "nobody knows"."""
    with wire(behaviour) as served:
        assert _post(served) == answer
        assert len(served.heard) == 1


def test_an_answer_that_never_comes_is_unknown() -> None:
    """A timeout says nothing about the effect."""
    with wire("hang") as served:
        assert _post(served, timeout=0.1) == Unknown("TimeoutError")
        assert len(served.heard) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "nowhere.invalid"])
def test_where_nobody_is_nothing_was_sent(host: str) -> None:
    """A refused connection and an unknown name are safe to repeat."""
    address = f"http://{host}:{free_port()}/"
    answer = SlackClient(TOKEN, address, 5).call("chat.postMessage", channel="U1", text=WORDS)
    assert isinstance(answer, Unreachable)


def test_what_slack_did_comes_back_with_its_place() -> None:
    """An ok carries Slack's own data."""
    with wire(says({"ok": True, "ts": "1.2", "channel": "D1", "n": 5})) as served:
        answer = _post(served)
    assert isinstance(answer, Ok)
    assert (answer.text("ts"), answer.text("channel"), answer.text("n")) == ("1.2", "D1", None)


def test_arguments_go_as_json_with_the_token_in_its_header() -> None:
    """Blocks stay structures, and the token is in no body or address."""
    with wire(says({"ok": True})) as served:
        SlackClient(TOKEN, served.url).call("chat.postMessage", channel="U1", blocks=[{"type": "divider"}])
    head, _, body = served.heard[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/chat.postMessage ")
    assert f"Authorization: Bearer {TOKEN}".encode() in head
    assert json.loads(body) == {"channel": "U1", "blocks": [{"type": "divider"}]}


def test_methods_that_read_no_json_get_a_form() -> None:
    """users.info would not see a JSON body; true is written as Slack reads it."""
    with wire(says({"ok": True})) as served:
        SlackClient(TOKEN, served.url).call("users.info", user="U1", include_locale=True)
    _, _, body = served.heard[0].partition(b"\r\n\r\n")
    assert parse_qs(body.decode()) == {"user": ["U1"], "include_locale": ["1"]}


def test_a_refusal_keeps_what_slack_says_about_our_arguments() -> None:
    """The log of a developer needs the field; the person does not."""
    said = {"ok": False, "error": "missing_scope", "needed": "im:write", "provided": "chat:write"}
    with wire(says({**said, "response_metadata": {"messages": ["[ERROR] bad"]}})) as served:
        answer = _post(served)
    assert isinstance(answer, Failed)
    assert answer.detail == "[ERROR] bad; needed=im:write; provided=chat:write"


@pytest.mark.parametrize("behaviour", [says({"ok": True}), NO, http("200 OK", PAGE), "close"])
def test_no_log_line_holds_the_token_or_the_words(behaviour: Behaviour, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at the finest level."""
    with caplog.at_level(logging.DEBUG), wire(behaviour) as served:
        answer = _post(served)
    assert TOKEN not in caplog.text + repr(answer)
    assert WORDS not in caplog.text + repr(answer)
    assert PAGE not in caplog.text
