"""Seed, 13: "Take action on concrete things to be changed"."""

import pytest

from sc_bot.domain.concrete import is_vague
from tests.house import Town
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN, accepted


@pytest.mark.parametrize("text", ["Améliorer la communication", "améliorer  la communication", "Improve communication"])
def test_a_wish_is_questioned(text: str) -> None:
    """It begins as wishes do, and says no more."""
    assert is_vague(text)


def test_a_wish_prompts_for_something_concrete_and_a_concrete_thing_does_not(town: Town) -> None:
    """The window asks what one will see that is different; its author may leave it as it is."""
    accepted(town)
    director = town.person(BASTIEN)
    for what, asked in (("Améliorer la communication", True), ("Envoyer le résumé le jour même", False)):
        card = next(
            each for each in reversed(director.messages) if '"commitment.make"' in str(each.blocks).replace("'", '"')
        )
        director.presses(card, "commitment.make")
        director.submits(window(town, director, "what"), {"what": what, "due": "le 4 décembre"})
        assert ("différent" in text_of(director.modal)) is asked
        director.closes(window(town, director, "what"))
