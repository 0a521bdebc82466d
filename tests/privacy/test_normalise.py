"""Text is made plain, and the way back is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sc_bot.privacy.normalise import comparable


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Référé", "Refere"),
        ("Re\u0301fe\u0301re\u0301", "Refere"),
        ("l’hôpital", "l'hopital"),
        ("48\u00a0h\u202f30", "48 h 30"),
        ("a \n\t b", "a b"),
        ("1\u200b2\u202e3\u2066", "123"),
        ("８１９‑５５５", "819-555"),
        ("٣٤", "34"),
        ("8\ufe0f\u20e3", "8"),
        ("№ 4", "No 4"),
    ],
)
def test_variants_become_plain(typed: str, plain: str) -> None:
    """Accents, widths, spaces, dashes, digits and invisible characters have one spelling left."""
    assert comparable(typed).cased == plain


@given(text=st.text(st.characters(), max_size=100))
def test_both_cases_and_the_way_back_have_the_same_length(text: str) -> None:
    """A place in the lower-case text is the same place in the cased text, and leads back to the source."""
    plain = comparable(text)
    assert len(plain.cased) == len(plain.lower) == len(plain.origins)
    for index in range(len(plain.origins)):
        start, end = plain.span(index, index + 1)
        assert 0 <= start < end <= len(text)


def test_a_plain_text_does_not_show_itself() -> None:
    """It holds what a person typed, so its repr must not end up in a log."""
    assert "Testard" not in repr(comparable("Mme Testard"))
