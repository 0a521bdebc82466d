"""Text → community, or every mistake at once."""

from collections.abc import Iterator
from typing import get_args
from zoneinfo import available_timezones

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sc_bot.domain.community import Community
from sc_bot.org_file.cross_checks import cross_mistakes
from sc_bot.org_file.document import Document, read_document
from sc_bot.org_file.mistakes import Mistake, OrgFileInvalid, Path
from sc_bot.org_file.schema import CommunityFile, Part
from sc_bot.org_file.shapes import MOST_HINTS, nearest

CODES = {  # what pydantic calls it → what we call it; our own checks arrive as "mistake"
    "missing": "missing",
    "list_type": "list_expected",
    "tuple_type": "list_expected",
    "model_type": "keys_expected",
    "string_type": "value_expected",
    "too_short": "empty_list",
    "too_long": "list_too_long",
}


def read_community(source: str | bytes) -> Community:
    """Read and check a whole community file; bytes are UTF-8.

    Raises:
        OrgFileInvalid: with every mistake that was found, in the order of the lines.
    """
    document = read_document(source)
    mistakes = [*document.refused, *cross_mistakes(document)]
    try:
        file = CommunityFile.model_validate(document.tree)
    except ValidationError as invalid:
        mistakes += _in_our_words(document, invalid)
    if mistakes:
        raise OrgFileInvalid(tuple(_first_at_each_place(mistakes)))
    return file.value()


def _first_at_each_place(mistakes: list[Mistake]) -> Iterator[Mistake]:
    """One mistake a key and line: a value that was refused as YAML is not also reported as missing."""
    places: dict[tuple[int, str], Mistake] = {}
    for each in mistakes:
        places.setdefault((each.line, each.key), each)
    yield from sorted(places.values())


def _in_our_words(document: Document, invalid: ValidationError) -> Iterator[Mistake]:
    hints = MOST_HINTS
    for error in invalid.errors(include_url=False, include_input=False):
        path: Path = error["loc"]
        match error["type"]:
            case "extra_forbidden":
                yield document.mistake(path, "unknown_key", nearest=nearest(str(path[-1]), known_keys(path[:-1])))
            case "mistake" if error["ctx"]["what"] == "unknown_timezone":
                hints -= 1
                yield document.mistake(path, "unknown_timezone", **_with_nearest_zone(error, hint=hints >= 0))
            case "mistake":
                yield document.mistake(path, error["ctx"]["what"], **error["ctx"]["params"])
            case known:
                yield document.mistake(path, CODES[known], **_limit(error))


def _with_nearest_zone(error: ErrorDetails, *, hint: bool) -> dict[str, object]:
    given = str(error["ctx"]["params"]["given"])
    return {"given": given, "nearest": nearest(given, sorted(available_timezones())) if hint else ""}


def _limit(error: ErrorDetails) -> dict[str, object]:
    return {"limit": error["ctx"]["max_length"]} if error["type"] == "too_long" else {}


def known_keys(path: Path) -> list[str]:
    """The keys that the file may have at a place, as they are spelled in it."""
    part: type[Part] = CommunityFile
    for key in path:
        if isinstance(key, str):
            part = _part_in(part.model_fields[key].annotation) or part
    return [field.alias or name for name, field in part.model_fields.items()]


def _part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)
