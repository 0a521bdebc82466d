"""YAML → a tree of texts, lists and mappings that remembers the line of each value.

Every scalar stays the text that was typed (YAML alone turns `10:00` into 600 and `NO` into false), in NFC and
without blanks around it; a value left empty is a value not given. What a community file has no use for and an
attacker has (tags, anchors and aliases, depth, size) is refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from sc_bot.org_file.mistakes import Mistake, OrgFileInvalid, Path, dotted, shown

Tree = str | list["Tree"] | dict[str, "Tree"]

LARGEST_FILE = 1024 * 1024  # bytes
DEEPEST = 10  # levels; a well-formed community file has five
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of a file, the line of each value in it, and what was refused while reading."""

    tree: Tree = ""
    lines: dict[Path, int] = field(default_factory=dict)
    refused: list[Mistake] = field(default_factory=list)

    def mistake(self, path: Path, what: str, **params: object) -> Mistake:
        """A mistake at the line of `path`, or of what surrounds it when `path` is not in the file."""
        line = next((self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), 1)
        return Mistake(line, dotted(path), what, tuple((name, shown(str(it))) for name, it in params.items()))


def read_document(source: str | bytes) -> Document:
    """Read a whole file.

    Raises:
        OrgFileInvalid: it cannot be read to its end.
    """
    document = Document()
    try:
        events = iter(yaml.parse(_text(source), Loader=yaml.BaseLoader))
        return _Builder(document, events).whole()
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        unreadable = Mistake(line, "", "bad_yaml", (("detail", shown(problem.problem or "?", 120)),))
        raise OrgFileInvalid((*document.refused, unreadable)) from problem


def _text(source: str | bytes) -> str:
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > LARGEST_FILE:
        raise OrgFileInvalid((Mistake(1, "", "too_large", (("limit", str(LARGEST_FILE // 1024)),)),))
    text = data.decode("utf-8", "surrogateescape")
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise OrgFileInvalid((Mistake(line, "", _why_unprintable(data)),))
    return text


def _why_unprintable(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        return "not_utf8"
    return "unprintable"


class _Builder:
    """Folds the parser's events into a document; as deep as the file may be, no deeper."""

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self._document = document
        self._events = events

    def whole(self) -> Document:
        """The document, complete."""
        tree: Tree | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            elif isinstance(event, yaml.NodeEvent) and documents == 1:
                tree = self._value(event, ())
            elif documents > 1:
                self._stop(event, (), "several_documents")
        if not tree:
            raise OrgFileInvalid((*self._document.refused, Mistake(1, "", "nothing_in_it")))
        return Document(tree, self._document.lines, self._document.refused)

    def _value(self, event: yaml.Event, path: Path) -> Tree | None:
        self._document.lines.setdefault(path, _line(event))
        if len(path) > DEEPEST:
            self._stop(event, path, "too_deep")
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._refuse(event, path, "alias")
            return None
        self._refuse_ornaments(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _refuse_ornaments(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, path: Path) -> None:
        if event.anchor is not None:
            self._refuse(event, path, "anchor")
        if event.tag is not None:
            self._refuse(event, path, "tag", given=event.tag)

    def _sequence(self, path: Path) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            value = self._value(event, (*path, len(items)))
            items.append("" if value is None else value)
        return items

    def _mapping(self, path: Path) -> dict[str, Tree]:
        entries: dict[str, Tree] = {}
        seen: set[str] = set()
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(event, path, "key_not_text")
            key = unicodedata.normalize("NFC", event.value)
            self._document.lines.setdefault((*path, key), _line(event))
            value = self._value(next(self._events), (*path, key))
            if key in seen:
                self._refuse(event, (*path, key), "duplicate_key", first=self._document.lines[*path, key])
            elif value is not None:
                entries[key] = value
            seen.add(key)
        return entries

    def _refuse(self, event: yaml.Event, path: Path, what: str, **params: object) -> None:
        given = tuple((name, shown(str(value))) for name, value in params.items())
        self._document.refused.append(Mistake(_line(event), dotted(path), what, given))

    def _stop(self, event: yaml.Event, path: Path, what: str) -> NoReturn:
        self._refuse(event, path, what)
        raise OrgFileInvalid(tuple(self._document.refused))


def _scalar(event: yaml.ScalarEvent) -> str | None:
    left_empty = event.style is None and not event.value
    return None if left_empty else unicodedata.normalize("NFC", event.value).strip()


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
