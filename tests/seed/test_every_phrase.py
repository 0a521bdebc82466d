"""Every phrase of the table of the domain has a test with its number here, or a page of decisions that names it."""

import re
from pathlib import Path

import sc_bot

ROOT = Path(sc_bot.__file__).parent.parent
PHRASES = range(1, 38)


def in_files() -> set[int]:
    """The numbers that a file here is named after."""
    names = (re.fullmatch(r"test_(\d\d)_\w+", each.stem) for each in Path(__file__).parent.glob("test_*.py"))
    return {int(each[1]) for each in names if each}


def on_pages() -> set[int]:
    """The numbers that a page of decisions names."""
    pages = [each.read_text("utf-8") for each in (ROOT / "docs" / "decisions").glob("*.md")]
    named = (each for page in pages for each in re.findall(r"[Tt]races? (\d+(?:(?:, | and )\d+)*)", page))
    return {int(number) for each in named for number in re.findall(r"\d+", each)}


def test_each_phrase_has_a_test_or_a_page() -> None:
    """Nothing that the seed says is forgotten."""
    assert set(PHRASES) - in_files() - on_pages() == set()
    assert in_files() <= set(PHRASES)
