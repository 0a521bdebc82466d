"""Circles of promises, against a plain search: who can be reached from whom."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.circles import circle_through, edges_of, knots

PAIRS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=40)


def reached(pairs: list[tuple[int, int]], start: int) -> set[int]:
    """Everything that a promise waits for, directly or over others: as one would look by hand."""
    found: set[int] = set()
    ahead = [after for before, after in pairs if before == start]
    while ahead:
        at = ahead.pop()
        if at not in found:
            found.add(at)
            ahead += [after for before, after in pairs if before == at]
    return found


@settings(max_examples=300, deadline=None)
@given(PAIRS)
def test_knots_are_what_a_plain_search_finds(pairs: list[tuple[int, int]]) -> None:
    """Two promises are in one knot exactly when each waits for the other; what waits for itself is one."""
    everybody = {one for pair in pairs for one in pair}
    far = {each: reached(pairs, each) for each in everybody}
    expected = {frozenset(o for o in far[each] if each in far[o]) for each in everybody if each in far[each]}
    assert set(knots(edges_of(pairs))) == expected


@settings(max_examples=300, deadline=None)
@given(PAIRS)
def test_a_circle_leads_back_to_its_promise_and_none_is_shorter(pairs: list[tuple[int, int]]) -> None:
    """Each of its promises waits for the next; it passes none twice."""
    edges = edges_of(pairs)
    for knot in knots(edges):
        for start in knot:
            circle = circle_through(edges, knot, start)
            assert circle[0] == start
            assert len(set(circle)) == len(circle)
            following = [*circle[1:], circle[0]]
            assert all(pair in pairs for pair in zip(circle, following, strict=True))
            assert len(circle) == _shortest(pairs, start)


def _shortest(pairs: list[tuple[int, int]], start: int) -> int:
    """How many steps lead back, by widening one step at a time."""
    steps, here = 0, {start}
    while True:
        here, steps = {after for before, after in pairs if before in here}, steps + 1
        if start in here:
            return steps


def test_a_long_chain_is_no_trouble() -> None:
    """Ten thousand promises in one circle: no recursion, and each is looked at once."""
    many = 10_000
    edges = edges_of((each, each % many + 1) for each in range(1, many + 1))
    (knot,) = knots(edges)
    assert circle_through(edges, knot, 7) == (*range(7, many + 1), *range(1, 7))
    assert knots(edges_of((each, each + 1) for each in range(many))) == []
