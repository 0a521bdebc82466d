"""The small vocabulary in which Block Kit's rules are written: strings, lists, objects, alternatives.

A check looks at one JSON value and reports what is wrong in the words that Slack uses, with a JSON pointer.
"""

from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[object, str, list[str]], None]
Rule = Callable[[dict[str, Any]], str | None]


def complain(findings: list[str], what: str, at: str) -> None:
    """Report one finding the way Slack words it."""
    findings.append(f"{what} [json-pointer:{at}]")


def string(most: int | None = None, *, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, str):
            complain(findings, "must provide a string", at)
        elif len(value) < least:
            complain(findings, f"must be more than {least - 1} characters", at)
        elif most is not None and len(value) > most:
            complain(findings, f"must be less than {most + 1} characters", at)

    return check


def integer(least: int, most: int) -> Check:
    """A whole number between two bounds; true and false are not numbers."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            complain(findings, "must provide an integer", at)
        elif not least <= value <= most:
            complain(findings, f"must be between {least} and {most}", at)

    return check


def boolean(value: object, at: str, findings: list[str]) -> None:
    """Require a real true or false."""
    if not isinstance(value, bool):
        complain(findings, "must provide a boolean", at)


def choice(*allowed: object) -> Check:
    """One of a few values."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if value not in allowed:
            complain(findings, f"must be one of {', '.join(map(str, allowed))}", at)

    return check


def items(each: Check, *, most: int, least: int = 1) -> Check:
    """A list of `least` to `most` things, each checked."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, list):
            complain(findings, "must provide an array", at)
            return
        if len(value) > most:
            complain(findings, f"no more than {most} items allowed", at)
        if len(value) < least:
            complain(findings, f"no fewer than {least} items allowed", at)
        for index, item in enumerate(value):
            each(item, f"{at}/{index}", findings)

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """An object with these fields and no other; `rules` look at the whole once its fields are right."""
    known = {**required, **(optional or {})}

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, dict):
            complain(findings, "must provide an object", at)
            return
        before = len(findings)
        for name in required.keys() - value.keys():
            complain(findings, f"missing required field: {name}", at)
        for name, field in value.items():
            if name in known:
                known[name](field, f"{at}/{name}", findings)
            else:
                complain(findings, f"invalid additional property: {name}", at)
        if len(findings) == before:
            for broken in filter(None, (rule(value) for rule in rules)):
                complain(findings, broken, at)

    return check


def tagged(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """A shape that also carries the `type` by which it was chosen."""
    return shape({"type": string(), **required}, optional, *rules)


def by_type(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` chooses its check."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, dict):
            complain(findings, "must provide an object", at)
        elif not isinstance(value.get("type"), str):
            complain(findings, "missing required field: type", at)
        elif value["type"] not in kinds:
            complain(findings, f"unsupported type: {value['type']}", f"{at}/type")
        else:
            kinds[value["type"]](value, at, findings)

    return check


def at_least_one_of(*names: str) -> Rule:
    """Require one or more of these fields."""
    return lambda value: None if any(n in value for n in names) else f"must define one of {', '.join(names)}"


def exactly_one_of(*names: str) -> Rule:
    """Require exactly one of these fields."""
    return lambda value: (
        None if sum(n in value for n in names) == 1 else f"must define exactly one of {', '.join(names)}"
    )
