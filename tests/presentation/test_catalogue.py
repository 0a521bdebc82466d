"""The French catalogue is complete and keeps the shape of the English."""

from string import Formatter

import pytest

from tests.presentation.catalogue import PO, french, sentences, translations
from tests.presentation.samples import words


def _placeholders(text: str) -> list[str]:
    """The names in a sentence, each as often as it stands there; an article asked for is not part of the name."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _pairs() -> list[tuple[str, str]]:
    """Each English sentence with its French, plural by plural."""
    return [
        pair
        for english, said in translations()
        for pair in zip((english,) if isinstance(english, str) else english, said, strict=True)
    ]


def test_every_sentence_of_the_code_is_translated() -> None:
    """Nothing stays in English because it was forgotten."""
    known = {english for english, _ in translations()}
    assert sentences() - known == set()
    assert [english for english, said in _pairs() if not said.strip()] == []


def test_the_catalogue_holds_nothing_that_the_code_no_longer_says() -> None:
    """No obsolete, fuzzy or doubled entry, for nobody would see them age."""
    known = [english for english, _ in translations()]
    assert set(known) - sentences() == set()
    assert [message.id for message in french() if message.fuzzy] == []
    assert french().obsolete == {}
    assert len(known) == PO.read_text("utf-8").count("\nmsgid ") - 1


def test_each_translation_keeps_the_placeholders() -> None:
    """Both languages say the same facts."""
    assert [pair for pair in _pairs() if _placeholders(pair[0]) != _placeholders(pair[1])] == []


@pytest.mark.parametrize("number", [0, 1, 2, 21])
def test_french_counts_nought_and_one_as_one(number: int) -> None:
    """The plural begins at two in French, whatever it does in English."""
    said = words("fr").n("{n} report from you", "{n} reports from you", number)
    assert said.startswith(f"{number} signalement{'s' if number > 1 else ''} ")


def test_a_sentence_inside_an_f_string_is_found() -> None:
    """An ordinary extractor misses those; the one used here does not."""
    assert "internal" in sentences()
