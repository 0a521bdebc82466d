"""A signed body still has to be a form or a JSON object."""

from urllib.parse import parse_qs, quote_plus

import pytest

from tests.web.door import Desk, knock
from tests.web.signing import FORM, signed

JSON = "application/json"


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (FORM, b"payload={", 400),
        (FORM, b"payload=[]", 400),
        (FORM, b"payload=", 400),
        (FORM, b"payload=%7B%7D&payload=5", 400),
        (FORM, b'{"a": 1}', 400),
        (FORM, b"text=\xff", 400),
        (FORM + "; charset=utf-8", b"payload=null", 400),
        (JSON, b"", 400),
        (JSON, b'{"a":', 400),
        (JSON, b"[]", 400),
        (JSON, b'"text"', 400),
        (JSON, b"\xff\xfe{}", 400),
        (JSON, b"[" * 200_000, 400),
        (JSON, b'{"n": ' + b"9" * 5000 + b"}", 400),
        ("text/plain", b"{}", 415),
        ("", b"text=hello", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        (FORM, b"text=hello", 200),
        (FORM, b"payload=%7B%22type%22%3A%22x%22%7D", 200),
        (FORM.upper(), b"text=hello", 200),
        (JSON + "; charset=utf-8", b'{"type": "url_verification"}', 200),
    ],
)
def test_what_is_no_slack_payload_is_refused(content_type: str, body: bytes, status: int) -> None:
    """Signed nonsense gets 4xx and never reaches the desk; sane payloads do."""
    desk = Desk()
    answer = knock(desk, body=body, headers=signed(body, content_type=content_type))
    assert (answer.status, len(desk.seen)) == (status, int(status == 200))


def test_a_command_may_say_payload() -> None:
    """Bolt looks for that word in the raw text; it is handed on in another spelling of the same form."""
    desk = Desk()
    body = f"command=%2Fproblem&text={quote_plus('the payload of the pump is lost')}".encode()
    knock(desk, body=body, headers=signed(body))
    assert "payload" not in desk.seen[0].body
    assert parse_qs(desk.seen[0].body) == parse_qs(body.decode())
