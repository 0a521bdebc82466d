"""Requests as Slack signs them."""

import hmac
from hashlib import sha256

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
FORM = "application/x-www-form-urlencoded"
NOW = 1_800_000_000


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """Slack's signature of ``body`` sent at ``timestamp``."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + body, sha256).hexdigest()


def signed(body: bytes, *, content_type: str = FORM, at: int = NOW, secret: str = SECRET) -> dict[str, str]:
    """The headers of a signed request."""
    return {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": str(at),
        "X-Slack-Signature": signature(body, str(at), secret),
    }
