"""Seed, 25: "that it is necessary to work together"."""

from tests.house import Town
from tests.seed.ground import BASTIEN, Ground
from tests.stories.acting import does, report
from tests.stories.looking import text_of, window
from tests.stories.promising import accepted

ALONE = "un seul y participe"


def test_a_promise_for_what_lies_between_two_with_one_participant_is_warned_and_confirmed(town: Town) -> None:
    """The window of the first promise says so, shows the date with it, and saves when it is sent again."""
    accepted(town)
    director = town.person(BASTIEN)
    card = next(each for each in reversed(director.messages) if "'commitment.make'" in str(each.blocks))
    director.presses(card, "commitment.make")
    view = window(town, director, "what")
    assert ALONE in text_of(view)
    director.submits(view, {"what": "Envoyer le résumé le jour même", "due": "le 4 décembre"})
    assert ALONE in text_of(director.modal)
    assert "ONC-1.1" not in text_of(director.modal)
    director.submits(window(town, director, "what"), {})
    assert "ONC-1.1" in text_of(director.modal)


def test_accepting_opens_the_same_warning(town: Town) -> None:
    """Where a director accepts, the first promise is asked for at once: with the warning."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    assert ALONE in text_of(window(town, town.person(BASTIEN), "what"))


def test_with_a_partner_or_at_home_there_is_no_warning(ground: Ground) -> None:
    """Another institution is named, or it was met where it is: nothing to confirm."""
    assert ground.sees(BASTIEN, ground.accepted()).is_alone
    assert not ground.sees(BASTIEN, ground.accepted(concerned=("CVE",))).is_alone
    assert not ground.sees(BASTIEN, ground.accepted("HSF-S1")).is_alone
