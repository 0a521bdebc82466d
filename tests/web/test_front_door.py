"""The paths of the front door, and what happens when something behind it breaks."""

import logging
from typing import NoReturn

import pytest

from sc_bot.web import SlackReply, SlackRequest, Unreadable
from tests.web.door import Desk, knock
from tests.web.signing import signed

COMMAND = b"command=%2Fproblem&text=the+secret+words"
EVENT = b'{"type": "event_callback", "text": "the secret words"}'
BROKEN = RuntimeError("the secret words")


def test_health_needs_nothing() -> None:
    """A process that answers is alive, whatever its database does."""
    answer = knock(Desk(), "/healthz", method="GET", ready=(False, "no database"))
    assert (answer.status, answer.text) == (200, "alive\n")


@pytest.mark.parametrize(("ready", "status"), [((True, "ready"), 200), ((False, "no database"), 503)])
def test_readiness_says_why_not(ready: tuple[bool, str], status: int) -> None:
    """A balancer reads the status, a person the reason."""
    answer = knock(Desk(), "/readyz", method="GET", ready=ready)
    assert (answer.status, answer.text) == (status, f"{ready[1]}\n")


def test_metrics_are_prometheus_text() -> None:
    """Prometheus is told which format it gets."""
    answer = knock(Desk(), "/metrics", method="GET")
    assert answer.text == "sc_bot_up 1\n"
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")


def test_head_is_get_without_the_text() -> None:
    """A monitor that asks with HEAD gets the length and no body."""
    answer = knock(Desk(), "/healthz", method="HEAD")
    assert (answer.status, answer.text, answer.headers["content-length"]) == (200, "", "6")


@pytest.mark.parametrize(
    ("path", "method", "allow"),
    [
        ("/slack/events", "GET", "POST"),
        ("/healthz", "POST", "GET, HEAD"),
        ("/metrics", "DELETE", "GET, HEAD"),
    ],
)
def test_another_method_is_told_which_is_right(path: str, method: str, allow: str) -> None:
    """405 carries Allow."""
    answer = knock(Desk(), path, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, allow)


@pytest.mark.parametrize("path", ["/", "", "/slack/events/", "/slack/Events", "/admin", "/healthz/../metrics"])
def test_other_paths_do_not_exist(path: str) -> None:
    """Only exact paths are known."""
    assert knock(Desk(), path, method="GET").status == 404


def test_pages_can_be_added() -> None:
    """The installation by OAuth has its pages, with query, redirects and cookies."""

    def install(request: SlackRequest) -> SlackReply:
        return SlackReply(302, request.query, (("location", "https://slack.test/"),))

    answer = knock(Desk(), "/slack/install", method="GET", pages={"/slack/install": install})
    assert (answer.status, answer.headers["location"]) == (302, "https://slack.test/")


def test_every_reply_forbids_guessing_and_keeping() -> None:
    """No reply is sniffed for another type or kept in a cache."""
    answer = knock(Desk(), "/nowhere", method="GET")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_a_refusal_of_the_desk_is_a_refusal() -> None:
    """What the desk cannot read is the sender's mistake, not a crash."""
    answer = knock(Desk(breaks=Unreadable("odd")), body=COMMAND, headers=signed(COMMAND))
    assert (answer.status, answer.text) == (400, "odd\n")


@pytest.mark.parametrize(("body", "kind", "status"), [(COMMAND, None, 500), (EVENT, "application/json", 503)])
def test_a_crash_gives_a_reference_and_keeps_the_words_to_itself(
    body: bytes, kind: str | None, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Both sides get a reference, the log the place, neither the words; an event comes again."""
    headers = signed(body, content_type=kind) if kind else signed(body)
    with caplog.at_level(logging.ERROR):
        answer = knock(Desk(breaks=BROKEN), body=body, headers=headers)
    reference = answer.text.split()[-1]
    assert answer.status == status
    assert reference in caplog.text
    assert "in handle" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "secret words" not in caplog.text + answer.text


def test_a_page_that_crashes_is_a_500() -> None:
    """The check of a balancer may break as well: that is no 200."""

    def broken(_: SlackRequest) -> NoReturn:
        raise BROKEN

    assert knock(Desk(), "/check", method="GET", pages={"/check": broken}).status == 500
