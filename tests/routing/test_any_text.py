"""Whatever people or machines type, routing answers, and soon."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain import words as words_module
from sc_bot.domain.words import plain, stem, words
from tests.routing.region import REGION, routed


@settings(deadline=None)  # a busy machine is no mistake
@given(st.text())
def test_any_text_gets_an_answer_with_a_reason(text: str) -> None:
    """No character breaks routing, and no institution comes without a reason of the same kind."""
    route = routed(text)
    assert (route.institution is None) == (route.because.kind == "triage")


@pytest.mark.parametrize(
    "piece", ["l'hôpital ", "e\u0301\u0316", "médecin de ", "@CLSC ", "@", "\ud800", "\ufdfa", "\u202e\x00"]
)
def test_a_text_of_the_longest_kind_is_read_once(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word is put in its plain form once, however long the text: work grows with its length only."""
    routed("")  # the services' expressions are read once, whatever is reported
    read: list[str] = []

    def reading(text: str) -> str:
        read.append(text)
        return plain(text)

    monkeypatch.setattr(words_module, "plain", reading)
    text = (piece * 40_000)[:40_000]
    routed(text, community=replace(REGION, continua=(), routing=()))
    assert sum(map(len, read)) <= len(text) + 1_000  # the configured names are read as well


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’HÔPITAL", "l'hopital"),
        ("cœur\u00a0 à\tcœur", "coeur a coeur"),
        ("Straße", "strasse"),
        ("e\u0301", "e"),
    ],
)
def test_the_plain_form_ignores_what_hurry_leaves_out(text: str, expected: str) -> None:
    """Case, accents, ligatures, curly apostrophes and odd spaces do not matter."""
    assert plain(text) == expected


def test_words_are_split_at_hyphens_apostrophes_and_underscores() -> None:
    """A word is letters and digits; an accent that stands as its own character stays in its word."""
    found = words("L’aîné_2, (re\u0301seau) Saint-Firmin")
    assert [word.plain for word in found] == ["l", "aine", "2", "reseau", "saint", "firmin"]
    assert [word.gap for word in found] == ["", "'", "_", ", (", ") ", "-"]


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("pharmacies", "pharmacy", True),
        ("pharmacie", "pharmacy", True),
        ("urgences", "urgence", True),
        ("lieux", "lieu", True),
        ("hopitaux", "hopital", False),
        ("bas", "ba", False),
    ],
)
def test_a_word_and_its_simple_plural_agree(word: str, other: str, *, same: bool) -> None:
    """Final s and x, French -ie and English -y; nothing cleverer."""
    assert (stem(word) == stem(other)) is same
