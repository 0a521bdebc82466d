"""Is this Slack? Decided on the raw bytes, with a bounded body, before anything is parsed.

Bolt parses before it verifies (an unsigned ``{"a":`` is a 500 there), and slack_sdk's verifier decodes the
body and trips over odd headers; hence these few lines of our own.
"""

import hmac
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import BinaryIO, Final

from sc_bot.web.requests import Unreadable

LARGEST_BODY: Final = 1024 * 1024
LONGEST_AGE: Final = 300  # seconds; Slack's own rule against replays
_TIMESTAMP: Final = re.compile(r"[0-9]{1,11}")
_LENGTH: Final = re.compile(r"[0-9]{1,19}")
_LARGEST_PROBE: Final = 1024


class TooLarge(Unreadable):
    """The body is over the limit; it was not read to its end."""

    def __init__(self) -> None:
        super().__init__("the body is too large", status=413)


class Forged(Unreadable):
    """The signature is missing, stale or wrong; which of them is not told."""

    def __init__(self) -> None:
        super().__init__("the signature is not valid", status=401)


def read_body(stream: BinaryIO, declared: str) -> bytes:
    """The raw body.

    Args:
        stream: Where it comes from; may have no end of its own.
        declared: The Content-Length header, empty if absent (the body is then read up to the limit).

    Raises:
        TooLarge: It is, or says it is, over 1 MiB.
        Unreadable: The declared length is no number, or the body ends before it.
    """
    if declared and not _LENGTH.fullmatch(declared):
        raise Unreadable("the length is not a number")
    if declared and int(declared) > LARGEST_BODY:
        raise TooLarge
    body = stream.read(int(declared) if declared else LARGEST_BODY + 1)
    if len(body) > LARGEST_BODY:
        raise TooLarge
    if declared and len(body) < int(declared):
        raise Unreadable("the body is cut")
    return body


def check_signature(headers: Mapping[str, str], body: bytes, *, signing_secret: bytes, now: float) -> None:
    """Check Slack's signature in constant time.

    Raises:
        Forged: A header is missing or odd, the time is more than 300 s away, or the signature is wrong.
    """
    timestamp = headers.get("x-slack-request-timestamp", "")
    if not _TIMESTAMP.fullmatch(timestamp) or abs(now - int(timestamp)) > LONGEST_AGE:
        raise Forged
    signed = b"v0:" + timestamp.encode("ascii") + b":" + body
    expected = b"v0=" + hmac.new(signing_secret, signed, sha256).hexdigest().encode("ascii")
    given = headers.get("x-slack-signature", "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(expected, given):
        raise Forged


def is_certificate_probe(body: bytes) -> bool:
    """Whether this is Slack's ``ssl_check=1``, not always signed; its empty 200 does and tells nothing."""
    return len(body) <= _LARGEST_PROBE and b"ssl_check=1" in body.split(b"&")
