"""One press more than was meant, and two people at once: one change, and each hears what it is now."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.house import Town
from tests.stories.acting import card_with, cards, in_channel, press, press_on, report, table, told_privately

MOVES = {
    "problem.acknowledge": "acknowledged",
    "problem.accept": "accepted",
    "problem.hand_over": "handed_over",
    "problem.withdraw": "withdrawn",
}


def press_together(town: Town, *presses: tuple[str, str]) -> None:
    """Each of them presses at the same moment."""
    ready = [(town.person(who), card_with(town.person(who), action), action) for who, action in presses]
    with ThreadPoolExecutor(len(ready)) as pool:
        list(pool.map(lambda each: press_on(*each), ready))


def kinds(town: Town) -> list[str]:
    """What happened to the only problem, in order."""
    return [str(row["kind"]) for row in table(town, "events")]


@pytest.mark.parametrize("action", MOVES)
def test_a_button_pressed_twice_acts_once_and_blames_nobody(town: Town, action: str) -> None:
    """Two presses have two triggers; the second is told that it is done already, by oneself."""
    who = "CVE-S1" if action == "problem.withdraw" else "HSF-MD"
    report(town)
    press_together(town, (who, action), (who, action))
    town.deliver()
    assert kinds(town) == ["reported", MOVES[action]]
    told_privately(town, who, "Vous avez déjà agi")
    assert not [each for each in town.person(who).messages if "avant vous" in each.text]


def test_a_problem_passed_on_twice_is_one_card_for_the_delegate(town: Town) -> None:
    """However often it is pressed."""
    report(town)
    for _ in range(3):
        press(town, "HSF-MD", "problem.hand_over")
    town.deliver()
    assert len(cards(town.person("SC-1"))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("HSF-MD", "problem.accept"), ("CVE-S1", "problem.withdraw")),
        (("HSF-MD", "problem.accept"), ("HSF-MD", "problem.acknowledge")),
    ],
)
def test_of_two_at_once_one_wins_and_everybody_sees_the_same(
    town: Town, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """The history holds moves that can follow one another, and the headline stands once."""
    report(town)
    press_together(town, first, second)
    town.deliver()
    assert kinds(town) in (
        ["reported", "accepted"],
        ["reported", "withdrawn"],
        ["reported", "acknowledged", "accepted"],
    )
    assert len(in_channel(town, "cs-hsf")) == 1
    assert town.slack.errors == []
