"""Is this signed body something that Bolt can take? Bolt answers 500 to a ``payload={`` or a ``[]``."""

import json
from typing import Final
from urllib.parse import parse_qsl

from sc_bot.web.requests import Unreadable

_FORM: Final = "application/x-www-form-urlencoded"
_JSON: Final = "application/json"


def is_event(content_type: str) -> bool:
    """Whether this is the Events API, the only one that sends JSON, and sends again after a failure."""
    return _media_type(content_type) == _JSON


def readable_body(content_type: str, body: bytes) -> str:
    """The body as text that Bolt reads as Slack meant it.

    Raises:
        Unreadable: It is not UTF-8, not a form or JSON, or its JSON is not an object.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("the body is not UTF-8") from None
    match _media_type(content_type):
        case "application/json":
            _check_object(text)
            return text
        case "application/x-www-form-urlencoded":
            return _readable_form(text)
        case _:
            raise Unreadable("only forms and JSON are read here", status=415)


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _readable_form(text: str) -> str:
    if text.startswith("{"):
        raise Unreadable("a form was announced, JSON came")  # Bolt would read it as JSON
    fields = dict(parse_qsl(text, keep_blank_values=True))
    if "payload" in fields:
        _check_object(fields["payload"])
        return text
    # Bolt takes every form that holds the word for an interaction, and drops a command that only says it.
    return text.replace("payload", "%70ayload")


def _check_object(text: str) -> None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("the JSON cannot be read") from None
    if not isinstance(value, dict):
        raise Unreadable("the JSON is not an object")
