"""How good the offers are, on pairs written for the purpose; the even half was held out while anything was tuned."""

import pytest

from tests.similar.quality import Figures, measured, pairs

HALVES = {"looked at": False, "held out": True}


def _figures(half: str) -> Figures:
    return measured([each for each in pairs() if each.is_held_out is HALVES[half]])


def test_there_are_sixty_pairs_half_of_them_in_two_languages() -> None:
    """Of either kind, the same problem or not."""
    same = [each for each in pairs() if each.same]
    assert len(same) >= 60
    assert sum(each.is_across for each in same) * 2 == len(same)
    assert sum(each.is_across for each in pairs()) * 2 == len(pairs())


@pytest.mark.parametrize("half", HALVES)
def test_the_same_problem_is_among_the_first_five(half: str) -> None:
    """Four times in five within a language, and three in five across, among a hundred and fifty others."""
    found = _figures(half)
    assert found.within >= 0.8, found
    assert found.across >= 0.6, found


def test_of_what_is_offered_one_in_ten_at_most_is_another_problem() -> None:
    """Few offers, and true ones: who reports between two patients has no time for guesses."""
    found = measured(pairs())
    assert found.false <= 0.1, found
    assert found.unlike <= 0.05, found
    assert found.offered >= 0.4, found


def test_what_is_not_offered_by_itself_is_still_seldom_wrong_where_nobody_looked() -> None:
    """The held-out half alone: three of its two dozen offers are wrong, and none is of a pair marked unlike."""
    found = _figures("held out")
    assert found.false <= 0.15, found
    assert found.unlike <= 0.1, found
