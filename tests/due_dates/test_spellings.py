"""The same words in another dress have the same answer (R17)."""

import unicodedata
from collections.abc import Callable

import pytest

from tests.due_dates.region import ask
from tests.due_dates.tables import OUR_OWN, SAMPLE, Row, rows_of
from tests.due_dates.writing import without_accents

DRESSES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow no-break spaces": lambda text: text.replace(" ", "\u202f"),
    "capitals": str.upper,
    "no accents": without_accents,
    "curly apostrophes": lambda text: text.replace("'", "\u2019"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "blanks around": lambda text: f" {text} ",
    "full width": lambda text: "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text),
    "a soft hyphen": lambda text: text[:3] + "\u00ad" + text[3:],
}


ROWS = [*rows_of(SAMPLE), *rows_of(OUR_OWN)]
A_SHARE = 12


def read_otherwise(rows: list[Row], dress: str) -> list[str]:
    """The phrases whose answer is another in this dress."""
    asked = ((row, ask(row.phrase, row.language), ask(DRESSES[dress](row.phrase), row.language)) for row in rows)
    return [row.phrase for row, plain, dressed in asked if plain != dressed]


@pytest.mark.parametrize("dress", DRESSES)
def test_the_dress_of_the_words_changes_nothing(dress: str) -> None:
    """For a share of the phrases of the tables, another one for each dress."""
    assert read_otherwise(ROWS[list(DRESSES).index(dress) :: A_SHARE], dress) == []


@pytest.mark.slow
@pytest.mark.parametrize("dress", DRESSES)
def test_the_dress_changes_nothing_for_any_phrase(dress: str) -> None:
    """The same for all of them."""
    assert read_otherwise(ROWS, dress) == []
