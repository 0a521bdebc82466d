"""Only what Slack signed, recently and within the limit, gets to the desk."""

from io import BytesIO

import pytest

from sc_bot.web import front_door
from sc_bot.web.requests import SlackReply
from tests.web.door import Desk, knock
from tests.web.signing import FORM, NOW, SECRET, signature, signed

BODY = b"command=%2Fproblem&text=hello"
MIB = 1024 * 1024


def test_a_signed_request_gets_to_the_desk_as_it_was_sent() -> None:
    """The desk sees the body, the headers in lower case, and its answer goes back."""
    desk = Desk()
    answer = knock(desk, body=BODY, headers=signed(BODY))
    assert (answer.status, answer.text) == (200, "taken")
    assert desk.seen[0].body == BODY.decode()
    assert desk.seen[0].headers["x-slack-request-timestamp"] == str(NOW)


@pytest.mark.parametrize("age", [-300, 0, 300])
def test_a_signature_is_good_for_five_minutes(age: int) -> None:
    """Up to 300 seconds either way the clocks may differ."""
    assert knock(Desk(), body=BODY, headers=signed(BODY, at=NOW - age)).status == 200


@pytest.mark.parametrize("age", [-301, 301, 10_000_000])
def test_an_old_or_future_signature_is_refused(age: int) -> None:
    """A recorded request cannot be played back later."""
    desk = Desk()
    assert knock(desk, body=BODY, headers=signed(BODY, at=NOW - age)).status == 401
    assert not desk.seen


@pytest.mark.parametrize(
    "change",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0="},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v0=é\xff"},
        {"X-Slack-Signature": signature(BODY, str(NOW)).upper()},
        {"X-Slack-Signature": signature(BODY, str(NOW), "another secret")},
        {"X-Slack-Signature": signature(BODY + b"!", str(NOW))},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": "-1"},
        {"X-Slack-Request-Timestamp": "1e9"},
        {"X-Slack-Request-Timestamp": "9" * 5000},
        {"X-Slack-Request-Timestamp": "١٨٠٠٠٠٠٠٠٠"},
        {"X-Slack-Request-Timestamp": str(NOW - 1)},
    ],
)
def test_a_forged_request_is_refused(change: dict[str, str]) -> None:
    """Whatever is odd about the two headers, the answer is the same 401 and nobody sees the request."""
    desk = Desk()
    answer = knock(desk, body=BODY, headers={**signed(BODY), **change})
    assert (answer.status, answer.text) == (401, "the signature is not valid\n")
    assert not desk.seen


def test_a_request_without_headers_is_refused() -> None:
    """No signature, no entry."""
    assert knock(Desk(), body=BODY).status == 401


@pytest.mark.parametrize("body", [b'{"a":', b"[]", b"\xff\xfe", b"payload={", b""])
def test_nothing_is_parsed_before_the_signature(body: bytes) -> None:
    """What would break a parser gets 401, not 400: the parser never saw it."""
    assert knock(Desk(), body=body, headers={"Content-Type": "application/json"}).status == 401


def test_a_large_body_is_refused_without_being_read() -> None:
    """The declared length is enough to refuse."""
    stream = BytesIO(b"x" * 10)
    assert knock(Desk(), stream=stream, length=str(MIB + 1)).status == 413
    assert stream.tell() == 0


def test_a_body_of_unknown_length_is_read_up_to_the_limit_only() -> None:
    """One byte over the limit is read, to know; never the rest."""
    stream = BytesIO(b"x" * (3 * MIB))
    assert knock(Desk(), stream=stream, length="").status == 413
    assert stream.tell() == MIB + 1


def test_the_largest_body_gets_through() -> None:
    """Exactly 1 MiB is allowed."""
    body = b"text=" + b"x" * (MIB - 5)
    assert knock(Desk(), body=body, headers=signed(body)).status == 200


@pytest.mark.parametrize("length", ["-1", "ten", "١٠", "9" * 5000, "+5"])
def test_an_odd_length_is_refused(length: str) -> None:
    """A length that is no plain number is a bad request."""
    assert knock(Desk(), stream=BytesIO(BODY), length=length, headers=signed(BODY)).status in {400, 413}


def test_a_body_that_is_cut_is_refused() -> None:
    """Fewer bytes than announced is a bad request, whoever signed it."""
    answer = knock(Desk(), stream=BytesIO(BODY), length=str(len(BODY) + 1), headers=signed(BODY))
    assert answer.status == 400


def test_the_certificate_probe_is_answered_and_reaches_nobody() -> None:
    """Slack's ssl_check is not always signed; it gets an empty 200 and has no effect."""
    desk = Desk()
    answer = knock(desk, body=b"ssl_check=1&token=abc", headers={"Content-Type": FORM})
    assert (answer.status, answer.text, desk.seen) == (200, "", [])


def test_an_empty_signing_secret_opens_no_door() -> None:
    """With an empty secret everyone could sign: it is refused at the start."""
    with pytest.raises(ValueError, match="empty"):
        front_door(lambda _: SlackReply(200), signing_secret=" ", ready=lambda: (True, ""), metrics=str)


def test_the_secret_is_not_in_the_doors_representation() -> None:
    """Printing the application shows no secret."""
    door = front_door(lambda _: SlackReply(200), signing_secret=SECRET, ready=lambda: (True, ""), metrics=str)
    assert SECRET not in repr(door)
