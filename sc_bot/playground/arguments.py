"""Reading a call's arguments: from a form, a query or JSON, each checked against what its method takes."""

import json
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import parse_qsl

from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Payload

ArgKind = Literal["text", "bool", "int", "list", "object", "names"]
FORMAT_ERRORS = {"blocks": "invalid_blocks_format", "metadata": "invalid_metadata_format"}
TRUE, FALSE = {"1", "true", "True"}, {"0", "false", "False"}


@dataclass(frozen=True)
class Argument:
    """One argument of a method."""

    name: str
    kind: ArgKind = "text"
    required: bool = False

    @classmethod
    def parse(cls, spec: str) -> "Argument":
        """Read `name`, `name!` (required) or `name:kind`."""
        name, _, kind = spec.partition(":")
        known: dict[str, ArgKind] = {each: each for each in get_args(ArgKind)}
        return cls(name.removesuffix("!"), known[kind or "text"], required=name.endswith("!"))


def raw_arguments(content_type: str, query: str, body: bytes, *, json_body: bool) -> Payload:
    """Everything that was sent, unchecked; JSON for a method that does not read JSON counts as nothing."""
    sent: Payload = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("application/json"):
        return {**sent, **(_json_object(body) if json_body else {})}
    form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {**sent, **dict(form)}


def checked(sent: Payload, accepted: tuple[Argument, ...]) -> Payload:
    """The arguments as typed values; refuses what is missing or of the wrong kind."""
    given = {name: value for name, value in sent.items() if value is not None}
    missing = [a.name for a in accepted if a.required and given.get(a.name) in (None, "")]
    if missing:
        raise ApiError("invalid_arguments", messages=[f"missing required field: {name}" for name in missing])
    return {a.name: _typed(a, given[a.name]) for a in accepted if a.name in given}


def _json_object(body: bytes) -> Payload:
    try:
        sent = json.loads(body or b"{}")
    except ValueError:
        raise ApiError("invalid_json") from None
    if not isinstance(sent, dict):
        raise ApiError("json_not_object")
    return sent


def _typed(argument: Argument, value: object) -> object:
    read = {"text": _text, "bool": _bool, "int": _int, "list": _list, "object": _object, "names": _names}
    typed = read[argument.kind](value)
    if typed is None:
        wrong = f"invalid `{argument.name}`"
        raise ApiError(FORMAT_ERRORS.get(argument.name, "invalid_arguments"), messages=[wrong])
    return typed


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _bool(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return True if value in TRUE else False if value in FALSE else None


def _int(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _decoded(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        decoded: object = json.loads(value)
    except ValueError:
        return None
    return decoded


def _list(value: object) -> list[object] | None:
    decoded = [] if value == "" else _decoded(value)
    return decoded if isinstance(decoded, list) else None


def _object(value: object) -> Payload | None:
    decoded = _decoded(value)
    return decoded if isinstance(decoded, dict) else None


def _names(value: object) -> list[str] | None:
    if isinstance(value, str):
        return [name.strip() for name in value.split(",") if name.strip()]
    return [str(name) for name in value] if isinstance(value, list) else None
