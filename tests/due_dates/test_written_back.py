"""Phrases generated from dates, in both languages, are never read as another date."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.due_dates.writers import WRITERS
from tests.due_dates.written_back import case

MANY = 5_000  # `python -m tests.due_dates.written_back 100000` tries as many as one likes


@given(seed=st.integers(0, 2**32))
@settings(max_examples=250, deadline=None)
def test_a_date_in_words_is_read_back(seed: int) -> None:
    """Whatever the day, the zone, the language, the bound and the dress; a question must offer the date."""
    written = case(Random(seed))  # noqa: S311 - repeatable
    assert written.is_read_as_written(), (written, written.answer)


@pytest.mark.slow
def test_many_dates_in_words_are_read_back() -> None:
    """The same for as many phrases as a night allows."""
    cases = (case(Random(seed)) for seed in range(MANY))  # noqa: S311 - repeatable
    assert [each for each in cases if not each.is_read_as_written()] == []


def test_every_way_to_write_is_tried() -> None:
    """Each writer has its turn among the phrases of the first test."""
    assert len(WRITERS) >= 15
    phrases = {case(Random(seed)).written.phrase for seed in range(300)}  # noqa: S311 - repeatable
    assert len(phrases) > 250
