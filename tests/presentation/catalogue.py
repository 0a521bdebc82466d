"""The sentences in the code, and their French.

They are found by reading the code's syntax: an ordinary extractor does not see those inside an f-string.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import handlers
import sc_bot
from sc_bot.presentation.words import LOCALES

Sentence = str | tuple[str, str]
"""What Babel calls a message id: one sentence, or one and many."""

PO = LOCALES / "fr" / "sc_bot.po"


@cache
def sentences() -> frozenset[Sentence]:
    """Every sentence that the code says: each call of `t` or `n`."""
    return frozenset(sentence for file in _files() for sentence in _in(ast.parse(file.read_text("utf-8")), file))


@cache
def french() -> Catalog:
    """The French catalogue as it stands in the tree."""
    with PO.open("rb") as file:
        return read_po(file, locale="fr")


def translations() -> list[tuple[Sentence, tuple[str, ...]]]:
    """Each entry of the catalogue: the English, and the French with its plurals."""
    entries: list[tuple[Sentence, tuple[str, ...]]] = []
    for message in french():
        if not message.id:
            continue
        english: Sentence = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
        said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        entries.append((english, tuple(each or "" for each in said)))
    return entries


def _files() -> Iterator[Path]:
    for package in (sc_bot, handlers):
        yield from Path(str(package.__file__)).parent.rglob("*.py")


def _in(tree: ast.AST, file: Path) -> Iterator[Sentence]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("t", "n"):
            said = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if len(said) != (1 if node.func.attr == "t" else 2):
                raise AssertionError(f"{file}:{node.lineno}: a sentence must be written out where it is said")
            yield said[0] if node.func.attr == "t" else (said[0], said[1])
