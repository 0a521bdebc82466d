"""Values of the domain to JSON and back: `{"kind": class name, ...}`."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sc_bot.domain import answers, notices
from sc_bot.domain.answers import Answer
from sc_bot.domain.notices import Notice

Record = dict[str, Any]
"""A JSON object, as the database's JSON columns take and give it."""


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
    return _from(answers, record)  # type: ignore[no-any-return] # the module holds answers alone


def notice_from(record: Record) -> Notice:
    """Read a stored notice.

    Raises:
        UnknownKind: another version wrote it.
    """
    return _from(notices, record)  # type: ignore[no-any-return] # the module holds notices alone


def _from(module: object, record: Record) -> Any:  # noqa: ANN401 - JSON is whatever it is
    fields = dict(record)
    kind = getattr(module, str(fields.pop("kind", "")), None)
    if kind is None:
        raise UnknownKind
    try:
        return _adapter(kind).validate_python(fields)
    except ValidationError:
        raise UnknownKind from None
