"""A traceback can be kept without its words."""

import pytest

from sc_bot.domain.safe_traceback import traceback_without_words

WORDS = "the words of a report"


def _quote() -> None:
    raise KeyError(WORDS)


def _wrap(*, hide: bool) -> None:
    try:
        _quote()
    except KeyError as error:
        raise RuntimeError(WORDS) from None if hide else error


def test_the_place_and_the_type_stay_and_the_words_go() -> None:
    """Both errors of a chain are there, oldest first, and no message."""
    with pytest.raises(RuntimeError) as caught:
        _wrap(hide=False)
    text = traceback_without_words(caught.value)
    assert "in _quote" in text
    names = [line for line in text.splitlines() if line in {"KeyError", "RuntimeError"}]
    assert names == ["KeyError", "RuntimeError"]
    assert WORDS not in text


def test_a_hidden_cause_stays_hidden() -> None:
    """``raise … from None`` is obeyed."""
    with pytest.raises(RuntimeError) as caught:
        _wrap(hide=True)
    text = traceback_without_words(caught.value)
    assert "in _wrap" in text
    assert "in _quote" not in text
