"""The phrases of both tables have their right answers."""

import pytest

from sc_bot.due_dates import Refused, Understood
from tests.due_dates.region import ask
from tests.due_dates.tables import OUR_OWN, SAMPLE, Row, rows_of

ROWS = [*rows_of(SAMPLE), *rows_of(OUR_OWN)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phrase}-{row.language}")
def test_each_phrase_has_its_answer(row: Row) -> None:
    """A date exactly, an ambiguity with at least its candidates, an error as an error."""
    assert row.is_met_by(ask(row.phrase, row.language)), row.note


@pytest.mark.parametrize("language", ["fr", "en", None])
def test_the_example_of_a_refusal_is_accepted(language: str | None) -> None:
    """Whoever types it gets a date."""
    answers = (ask(row.phrase, language) for row in ROWS if row.expected == "ERROR")
    examples = {answer.example for answer in answers if isinstance(answer, Refused)}
    assert {example for example in examples if not isinstance(ask(example, language), Understood)} == set()


def test_the_tables_are_whole() -> None:
    """Nothing is lost in reading them: the sample's 172 rows, and more than twice as many of our own."""
    assert len(rows_of(SAMPLE)) == 172
    assert len(rows_of(OUR_OWN)) > 400
