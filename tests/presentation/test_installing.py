"""The pages of an installation, in both languages."""

import re

import pytest

from sc_bot.domain.installing import Installed, NotInstalled, Outcome
from sc_bot.presentation.installing import page, said_of
from sc_bot.presentation.words import Words
from tests.presentation.samples import LANGUAGES
from tests.presentation.test_both_languages import ENGLISH, FRENCH

DONE = [
    Installed("T0NORD000", "Nord", again=False),
    Installed("T0NORD000", "Nord", again=True),
    Installed("E0R000000", "R", again=False),
]
OUTCOMES: list[Outcome] = [*DONE, *NotInstalled]


@pytest.mark.parametrize("outcome", OUTCOMES, ids=str)
def test_nothing_is_left_in_the_other_language(outcome: Outcome) -> None:
    """As the eye reads it, names and commands aside."""
    for language, other in (("en", FRENCH), ("fr", ENGLISH)):
        said = said_of(Words(language), outcome)
        text = re.sub(r"Nord|SLACK_\w+|\(cookies\)", "", " ".join([said.title, *said.sentences]))
        assert other.findall(text) == []


@pytest.mark.parametrize("outcome", OUTCOMES, ids=str)
def test_a_page_says_what_to_do_next(outcome: Outcome) -> None:
    """A command, a way to begin again, or who is to be told; and whatever stands in it is escaped."""
    for language in LANGUAGES:
        said = said_of(Words(language), outcome)
        text = page(Words(language), outcome, "/slack/install")
        assert len(said.sentences) >= 1
        assert said.command or said.begin_again or re.search(r"close this|fermer|Tell|Dites-le|Demandez", text)
        assert f'<html lang="{language}">' in text
