"""A broken community file is refused, and each mistake is found where it is."""

from functools import cache

import pytest

from sc_bot.org_file import Mistake, OrgFileInvalid, in_words, read_community
from sc_bot.org_file.reading import CODES
from sc_bot.org_file.words import SENTENCES
from tests.org_file.broken_files import ALL, Broken
from tests.org_file.small import SMALL, broken


@cache  # several tests ask about the same file
def mistakes_of(text: str | bytes) -> tuple[Mistake, ...]:
    """What the reader says about a file that it must refuse."""
    with pytest.raises(OrgFileInvalid) as refused:
        read_community(text)
    return refused.value.mistakes


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.what} {case.key}")
def test_each_mistake_is_named_by_its_line_and_key(case: Broken) -> None:
    """One thing wrong gives one mistake: at its line, under its key, with its reason."""
    text = broken(case.old, case.new)
    line = text.count("\n", 0, text.index(case.told_at or case.new)) + 1
    expected = [(line, case.key, case.what)]
    assert [(each.line, each.key, each.what) for each in mistakes_of(text)] == expected


def test_every_mistake_is_told_at_once_in_the_order_of_the_lines() -> None:
    """Shape, layout, references and YAML mistakes come in one answer, even around the same entity."""
    text = SMALL
    for old, new in [
        ("code: CS", "code: c"),
        ("language: fr\n  timezone", "langage: fr\n  timezone"),
        ("delegates: [NRS-1]", "delegates: [NRS-9]\n  lines: [1]"),
        ("line: 2", "line: 9"),
        ("institution: HSF\n  line", "institution: XYZ\n  line"),
    ]:
        text = broken(old, new, text)
    assert [(each.line, each.what) for each in mistakes_of(text)] == [
        (1, "missing"),
        (3, "bad_prefix"),
        (7, "unknown_key"),
        (33, "unknown_in_people"),
        (34, "duplicate_key"),
        (65, "unknown_in_institutions"),
        (66, "out_of_range"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "nearest"),
    [
        ("title: infirmière pivot", "titel: infirmière pivot", "title"),
        ("quiet_hours: {from: 18:00", "quiet_hours: {form: 18:00", "from"),
        ("delegates: [NRS-1]", "delegates: [nrs1]", "NRS-1"),
        ("timezone: America/Toronto", "timezone: america/toronto", "America/Toronto"),
        ("roles: [caregiver]", "roles: [caregivers]", "caregiver"),
    ],
)
def test_the_nearest_known_word_is_offered(old: str, new: str, nearest: str) -> None:
    """A slip of the finger is answered with the word that was probably meant, in both languages."""
    words = in_words(mistakes_of(broken(old, new))[0])
    assert words.fr.endswith(f"Vouliez-vous dire «\u00a0{nearest}\u00a0»?")
    assert words.en.endswith(f"Did you mean “{nearest}”?")


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.what} {case.key}")
def test_every_mistake_has_words(case: Broken) -> None:
    """No mistake leaves a placeholder unfilled, in either language."""
    for mistake in mistakes_of(broken(case.old, case.new)):
        words = in_words(mistake)
        assert words.fr != words.en
        assert "{" not in words.fr + words.en


def test_every_word_for_a_layout_mistake_is_translated() -> None:
    """Each code that pydantic's findings are turned into has its sentence."""
    assert set(CODES.values()) <= set(SENTENCES)


def test_what_is_shown_of_the_file_is_short_and_harmless() -> None:
    """Neither escape sequences nor a page of text reach the terminal through a mistake."""
    mistake = mistakes_of(broken("code: CS", 'code: "\\e[31m' + "x" * 500 + '"'))[0]
    assert dict(mistake.params)["given"].startswith("�[31mxxx")
    assert len(dict(mistake.params)["given"]) == 60
