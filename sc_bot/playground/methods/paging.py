"""Slack's pages: a limit and a cursor."""

import base64
import binascii
from collections.abc import Sequence

from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Payload

LARGEST_PAGE = 1000


def page(name: str, everything: Sequence[object], args: Payload, default: int = 100) -> Payload:
    """One page of a list, and the cursor of the next one (empty at the end)."""
    limit = args.get("limit") or default
    if not 1 <= limit <= LARGEST_PAGE:
        raise ApiError("invalid_limit")
    start = _position(args.get("cursor") or "")
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(everything) else ""
    return {name: list(everything[start:end]), "response_metadata": {"next_cursor": cursor}}


def _position(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        label, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        return int(number) if label == "next" else _invalid()
    except (binascii.Error, ValueError):
        return _invalid()


def _invalid() -> int:
    raise ApiError("invalid_cursor")
