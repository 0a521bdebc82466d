"""What changes between two versions of a community, in the words of its file.

Works on what `writing` writes, so that nothing the file can say escapes it: no difference means equal.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sc_bot.domain.community import Community
from sc_bot.org_file.writing import Entry, Written, as_tree

LISTS = ("continua", "institutions", "people", "committees", "routing", "objectives")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field (`weekly_digest.at`) and what it was and is; an empty text stands for nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One entity that was added, changed or removed; without `id`, the section of the file as a whole."""

    kind: Literal["added", "changed", "removed"]
    section: str
    id: str = ""
    fields: tuple[FieldChange, ...] = ()


def differences(old: Community, new: Community) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the file; empty exactly when the two are equal."""
    return tuple(_compared(as_tree(old), as_tree(new)))


def _compared(old: Entry, new: Entry) -> Iterator[Difference]:
    yield from _section("community", old["community"], new["community"])
    for section in LISTS:
        before, after = _by_id(old[section]), _by_id(new[section])
        yield from _entities(section, before, after)
        yield from _order(section, before, after)
    yield from _section("policies", old["policies"], new["policies"])


def _section(section: str, old: Written, new: Written, entity: str = "") -> Iterator[Difference]:
    if changes := tuple(_changes(dict(_leaves(old)), dict(_leaves(new)))):
        yield Difference("changed", section, entity, changes)


def _entities(section: str, old: Mapping[str, Written], new: Mapping[str, Written]) -> Iterator[Difference]:
    for each in dict.fromkeys((*old, *new)):
        if each not in old:
            yield Difference("added", section, each)
        elif each not in new:
            yield Difference("removed", section, each)
        else:
            yield from _section(section, old[each], new[each], each)


def _order(section: str, old: Mapping[str, Written], new: Mapping[str, Written]) -> Iterator[Difference]:
    kept_then, kept_now = [each for each in old if each in new], [each for each in new if each in old]
    if kept_then != kept_now:
        yield Difference("changed", section, "", (FieldChange("order", _said(kept_then), _said(kept_now)),))


def _changes(old: Mapping[str, Written], new: Mapping[str, Written]) -> Iterator[FieldChange]:
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield FieldChange(field, _said(old.get(field)), _said(new.get(field)))


def _by_id(entries: Written) -> dict[str, Written]:
    keyed: dict[str, Written] = {}
    times: Counter[str] = Counter()
    for entry in entries if isinstance(entries, list) else []:
        name = _name(dict(_leaves(entry)))
        times[name] += 1
        keyed[name if times[name] == 1 else f"{name} #{times[name]}"] = entry
    return keyed


def _name(leaves: Mapping[str, Written]) -> str:
    """The id; a routing rule has none and is named by where it leads from and to."""
    return str(leaves["id"]) if "id" in leaves else f"{leaves['continuum']} → {leaves['institution']}"


def _leaves(value: Written, path: str = "") -> Iterator[tuple[str, Written]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    else:
        yield path, value


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)
