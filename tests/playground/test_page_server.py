"""The page's server: whom it answers, what it refuses, what it shows whom."""

from http.client import HTTPResponse
from ipaddress import ip_address

import pytest

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Payload
from sc_bot.playground.screens import open_modal
from tests.playground.asking import JSON, TOO_DEEP, Caller
from tests.playground.bare_page import open_page
from tests.playground.samples import report_form
from tests.playground.stand_in import StandIn

FANNY, BASTIEN, TRIAGE = "UFANNY001", "UBAST0001", "C0TRIAGE1"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "127.0.0.1.nip.io:{port}",
        "localhost.:{port}",
        "[::1]:{port}",
        "",
    ],
)
def test_a_name_that_somebody_points_here_is_refused(stranger: Caller, host: str) -> None:
    """Whoever reaches the server under another name (DNS rebinding) reads nothing and orders nothing."""
    name = host.format(port=stranger.bare.server.server_address[1])
    assert stranger.sends("GET", "/", Host=name).status == 403
    assert stranger.sends("GET", "/api/cast", Host=name).status == 403
    assert stranger.orders("mood", {"mood": "down"}, Host=name).status == 403
    assert stranger.bare.slack.mood == "well"


def test_both_names_of_this_machine_are_its_own(caller: Caller) -> None:
    """The page works under 127.0.0.1 and under localhost."""
    for name in ("127.0.0.1", "localhost"):
        host = f"{name}:{caller.bare.server.server_address[1]}"
        assert caller.sends("GET", "/", Host=host).status == 200
        assert caller.orders("mood", {"mood": "slow"}, Host=host, Origin=f"http://{host}").status == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://evil.example:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://127.0.0.1:{port}@evil.example",
        "http://127.0.0.1:1",
        "http://localhost:{port}",
        "https://127.0.0.1:{port}",
        "http://[",
        "file://",
        "null",
        "",
    ],
)
def test_another_site_can_order_nothing(stranger: Caller, origin: str) -> None:
    """A page from elsewhere that is open in the same browser has no say here."""
    name = origin.format(port=stranger.bare.server.server_address[1])
    assert stranger.orders("mood", {"mood": "down"}, Origin=name).status == 403
    assert stranger.bare.slack.mood == "well"


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("text/plain", b'{"mood": "down"}', 400),
        ("application/x-www-form-urlencoded", b"mood=down", 400),
        ("", b'{"mood": "down"}', 400),
        ("application/json", b"", 400),
        ("application/json", b"{", 400),
        ("application/json", b"[]", 400),
        ("application/json", b"null", 400),
        ("application/json", b'"down"', 400),
        ("application/json", b"\xff\xfe\xfd", 400),
        ("application/json", b"9" * 10_000, 400),
        ("application/json", TOO_DEEP, 400),
        ("application/json", b'{"mood": "gloomy"}', 404),
        ("application/json", b'{"mood": ["down"]}', 400),
        ("application/json", b"{}", 404),
    ],
)
def test_an_order_is_one_json_object(stranger: Caller, kind: str, body: bytes, status: int) -> None:
    """Whatever else is sent is refused; the server goes on."""
    assert stranger.sends("POST", "/api/mood", body, Content_Type=kind).status == status
    assert stranger.bare.slack.mood == "well"


@pytest.mark.parametrize("length", [None, "", "-1", "1e3", "two", "0x10", "1000001", "9" * 30])
def test_an_order_says_how_long_it_is_and_is_not_too_long(stranger: Caller, length: str | None) -> None:
    """Without an honest length up to a million nothing is read at all."""
    connection = stranger.connection()
    connection.putrequest("POST", "/api/mood")
    connection.putheader("Content-Type", JSON)
    if length is not None:
        connection.putheader("Content-Length", length)
    connection.endheaders()
    response = connection.getresponse()
    assert response.status == 413
    assert response.will_close
    connection.close()


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/none.js",
        "/static/main.js/",
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static/..\\server.py",
        "/static//etc/passwd",
        "/../../../../etc/passwd",
        "/server.py",
        "/index.html",
        "/favicon.ico",
        "/files",
        "/files/",
        "/files/F0NONE/a.png",
        "/files/../../etc/passwd",
        "/api",
        "/api/",
        "/api/none",
        "/api/act",
        "/api/mood?mood=down",
        "/api/screen/../cast",
        "http://[/",
        "*",
    ],
)
def test_what_is_not_there_is_not_found(stranger: Caller, path: str) -> None:
    """No file but the page's own, no question but those it knows, and no way up."""
    answer = stranger.sends("GET", path)
    assert answer.status == 404
    assert set(answer.json) == {"problem"}


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_there_are_no_other_methods(stranger: Caller, method: str) -> None:
    """Asking and ordering are all that there is."""
    answer = stranger.sends(method, "/api/mood", b'{"mood": "down"}', Content_Type=JSON)
    assert answer.status == 405
    assert stranger.bare.slack.mood == "well"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("screen", 404),
        ("screen?person=", 404),
        ("screen?person=U0NOBODY", 404),
        ("screen?person=U0SCBOT00", 404),
        (f"screen?person={FANNY}&place=C0NOWHERE", 404),
        (f"screen?person={FANNY}&place={TRIAGE}&most=many", 400),
        ("underneath?number=0", 404),
        ("underneath?number=seven", 404),
    ],
)
def test_a_question_about_nothing_is_refused(stranger: Caller, question: str, status: int) -> None:
    """Somebody, somewhere or something unknown is a 4xx with words."""
    stranger.does("say", place=TRIAGE, text="bonjour")
    answer = stranger.asks(question)
    assert answer.status == status
    assert answer.json["problem"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 404),
        ({"do": "dance"}, 404),
        ({"do": ["say"]}, 404),
        ({"do": "say", "person": "U0NOBODY"}, 404),
        ({"do": "say", "person": [FANNY]}, 404),
        ({"do": "say"}, 400),
        ({"do": "press", "channel": TRIAGE, "ts": "1.0"}, 200),
        ({"do": "press", "view": "V0NONE", "action": "a", "block": "b"}, 200),
        ({"do": "press", "view": "open"}, 400),
        ({"do": "press", "view": "open", "action": "a", "block": "b", "values": [1]}, 400),
        ({"do": "press", "view": "open", "action": "a", "block": "b", "values": {"description": "x"}}, 400),
        ({"do": "submit", "view": "open", "values": {"institution": {"value": "nowhere"}}}, 200),
        ({"do": "choose", "view": "open", "action": "value", "block": "institution", "choice": {"a": 1}}, 200),
        ({"do": "shortcut", "channel": TRIAGE}, 400),
        ({"do": "say", "place": "C0NOWHERE", "text": "x"}, 200),
    ],
)
def test_an_action_that_makes_no_sense_reaches_nobody(
    caller: Caller, bot: StandIn, asked: Payload, status: int
) -> None:
    """It is refused, as not understood or in Slack's way; the bot hears nothing and the server goes on."""
    view = open_modal(caller.bare.slack.workspace, FANNY, report_form())
    if asked.get("view") == "open":
        asked = {**asked, "view": view.id}
    answer = caller.orders("act", {"person": FANNY, **asked})
    assert answer.status == status
    assert not answer.json.get("ok")
    assert "problem" in answer.json or "refused" in answer.json or "missing" in answer.json
    assert bot.payloads == []
    assert caller.does("say", place=TRIAGE, text="bonjour")["ok"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/static/main.js"),
        ("GET", "/static/page.css"),
        ("GET", "/api/cast"),
        ("GET", "/api/live"),
        ("GET", "/api/none"),
        ("GET", "/files/none"),
        ("POST", "/api/mood"),
        ("POST", "/none"),
        ("PUT", "/"),
    ],
)
def test_every_answer_takes_care(stranger: Caller, method: str, path: str) -> None:
    """Nothing may be loaded from elsewhere, framed, guessed or kept, whatever was asked and however it ended."""
    connection = stranger.connection()
    connection.request(method, path, None if method == "GET" else b"{}")
    headers = connection.getresponse().headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    connection.close()


def test_it_listens_to_this_machine_only(stranger: Caller) -> None:
    """The port is open on the loopback address and on no other."""
    assert ip_address(stranger.bare.server.socket.getsockname()[0]).is_loopback


def event(response: HTTPResponse) -> int:
    """The next number of a stream of changes."""
    while line := response.readline().strip():
        if line.startswith(b"data: "):
            response.readline()
            return int(line.removeprefix(b"data: "))
    raise AssertionError("the stream ended")


def test_the_live_stream_tells_each_change_and_ends_with_the_server(slack: FakeSlack) -> None:
    """A number at once, a greater one after a change, and the end when the server stops."""
    with open_page(slack) as bare:
        connection = Caller(bare).connection()
        connection.request("GET", "/api/live")
        response = connection.getresponse()
        assert response.headers.get_content_type() == "text/event-stream"
        first = event(response)
        slack.host.journal.changed()
        assert event(response) > first
    assert response.read() == b""
    connection.close()


def test_a_reader_who_left_disturbs_nobody(caller: Caller, capfd: pytest.CaptureFixture[str]) -> None:
    """A tab that closes in the middle of its stream is nothing to report; the others go on."""
    gone, stays = caller.connection(), caller.connection()
    streams = []
    for connection in (gone, stays):
        connection.request("GET", "/api/live")
        streams.append(connection.getresponse())
        event(streams[-1])
    streams[0].close()
    gone.close()
    for _ in range(3):
        caller.bare.slack.host.journal.changed()
        event(streams[1])
    stays.close()
    assert capfd.readouterr().err == ""
