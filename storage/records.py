"""Values of the domain to JSON and back: `{"kind": class name, ...}`."""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from sc_bot.domain.answers import Answer
from sc_bot.domain.notices import Notice

Record = dict[str, Any]
"""A JSON object, as the database's JSON columns take and give it."""

_ANSWERS: Mapping[str, type] = {each.__name__: each for each in get_args(Answer)}
_NOTICES: Mapping[str, type] = {each.__name__: each for each in get_args(Notice)}


class UnknownKind(ValueError):
    """Another version wrote this value: this one has no such kind, or not with these fields."""


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def record_of(value: Answer | Notice) -> Record:
    """Turn an answer or a notice into JSON."""
    kind: type = type(value)
    return {"kind": kind.__name__, **_adapter(kind).dump_python(value, mode="json")}


def answer_from(record: Record) -> Answer:
    """Read a stored answer."""
    return _from(_ANSWERS, record)  # type: ignore[no-any-return] # they are answers alone


def notice_from(record: Record) -> Notice:
    """Read a stored notice.

    Raises:
        UnknownKind: another version wrote it.
    """
    return _from(_NOTICES, record)  # type: ignore[no-any-return] # they are notices alone


def _from(kinds: Mapping[str, type], record: Record) -> Any:  # noqa: ANN401 - JSON is whatever it is
    fields = dict(record)
    kind = kinds.get(str(fields.pop("kind", "")))
    if kind is None:
        raise UnknownKind
    try:
        return _adapter(kind).validate_python(fields)
    except ValidationError:
        raise UnknownKind from None
