"""Figures about people: nobody who subtracts what is shown learns of a group smaller than five."""

from hypothesis import given
from hypothesis import strategies as st

from sc_bot.domain.counts import SMALLEST_GROUP, at_least

PEOPLE = st.integers(0, 60)


def reach(shown: int | None) -> tuple[int, int]:
    """What a shown figure leaves possible: the fewest and the most people."""
    fewest = shown or 0
    return fewest, fewest + SMALLEST_GROUP - 1


def tells_of_few(fewest: int, most: int) -> bool:
    """Whether it is sure by now that there is somebody, and that there are fewer than five."""
    return max(fewest, 0) >= 1 and most < SMALLEST_GROUP


def test_fewer_than_five_are_not_shown() -> None:
    """Nobody, one, four: the same empty cell."""
    assert [at_least(each) for each in (0, 1, 4, 5, 9, 10)] == [None, None, None, 5, 5, 10]


@given(PEOPLE, PEOPLE)
def test_what_two_weeks_or_two_filters_differ_by_tells_of_no_small_group(part: int, more: int) -> None:
    """The whole and a part of it are both shown: the rest is five to nine apart at best."""
    whole_fewest, whole_most = reach(at_least(part + more))
    part_fewest, part_most = reach(at_least(part))
    assert not tells_of_few(whole_fewest - part_most, whole_most - part_fewest)


@given(PEOPLE, st.lists(PEOPLE, min_size=1, max_size=12))
def test_nor_does_a_total_less_all_its_other_parts(hidden: int, others: list[int]) -> None:
    """Every institution but one is subtracted from the community's figure."""
    fewest, most = reach(at_least(hidden + sum(others)))
    shown = [reach(at_least(each)) for each in others]
    assert not tells_of_few(fewest - sum(each[1] for each in shown), most - sum(each[0] for each in shown))


@given(PEOPLE)
def test_one_figure_alone_tells_of_none(people: int) -> None:
    """Empty may be nobody; a figure is five or more."""
    assert not tells_of_few(*reach(at_least(people)))
