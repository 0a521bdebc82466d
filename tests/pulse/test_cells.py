"""What is published of a wave: whoever adds and subtracts, across groupings too, isolates no small group."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.pulse import Response
from sc_bot.domain.pulse_cells import HIGHEST, LOWEST, Grouping, Key, is_enough, published, shown
from tests.pulse.solving import isolated

HOMES = ("A", "B", "C", "D")
PAIRS = [(one, other) for one in HOMES for other in HOMES if one != other]


def response(
    home: str, partner: str, line: int | None = 1, partner_line: int | None = 2, step: int | None = 3
) -> Response:
    """One answer, the same to every question."""
    return Response(home=home, partner=partner, line=line, partner_line=partner_line, steps=(step,) * 7)


GROUPS = st.tuples(st.sampled_from(PAIRS), st.sampled_from([(1, 2), (2, 3), (1, 3), (1, 1)]), st.integers(1, 7))
WAVES = st.lists(GROUPS, min_size=1, max_size=7, unique_by=lambda each: each[:2]).map(
    lambda groups: [response(home, partner, *lines) for (home, partner), lines, number in groups for _ in range(number)]
)


def by_size_alone(responses: list[Response]) -> frozenset[Key]:
    """The rule that one would write first: hide what is small, show the rest and the total."""
    found: dict[Key, Counter[str]] = {(Grouping.WHOLE, None): Counter(each.home for each in responses)}
    for each in responses:
        found.setdefault((Grouping.INTERFACE, each.between), Counter())[each.home] += 1
        if each.lines is not None:
            found.setdefault((Grouping.LINES, each.lines), Counter())[each.home] += 1
    return frozenset(key for key, homes in found.items() if is_enough(homes))


@settings(max_examples=120, deadline=None)
@given(WAVES)
def test_no_sum_or_difference_of_what_is_shown_isolates_a_small_group(responses: list[Response]) -> None:
    """Every group of kinds of answers, under five or of one institution, against every combination of figures."""
    assert isolated(responses, shown(responses)) == []


def test_the_attacker_is_able_to_isolate_what_hiding_small_groups_alone_leaves_open() -> None:
    """A total less its shown parts; and, with nothing small hidden, a difference between the two groupings."""
    total = [*[response("A", "B")] * 3, *[response("B", "A")] * 3, *[response("A", "C")] * 2]
    assert isolated(total, by_size_alone(total))
    assert isolated(total, shown(total)) == []
    across = [*[response("A", "B")] * 4, *[response("B", "A")] * 4, *[response("C", "D", 2, 3)] * 4]
    across += [*[response("D", "C", 2, 3)] * 4, response("C", "D", 1, 2), response("D", "C", 1, 2)]
    assert isolated(across, by_size_alone(across))
    assert isolated(across, shown(across)) == []


def test_a_group_is_shown_from_five_people_of_two_institutions_on() -> None:
    """Four are too few; five of one institution are of one alone."""
    assert shown([*[response("A", "B")] * 3, response("B", "A")]) == frozenset()
    assert shown([response("A", "B")] * 9) == frozenset()
    both = shown([*[response("A", "B")] * 3, *[response("B", "A")] * 2])
    assert both == {(Grouping.WHOLE, None), (Grouping.INTERFACE, ("A", "B")), (Grouping.LINES, (1, 2))}


def test_each_question_is_looked_at_on_its_own() -> None:
    """Where too few can say, that figure alone is missing; people come in fives, means end before the ends."""
    able = [Response(home=home, partner=partner, line=1, partner_line=2, steps=(5, 1, *(3,) * 4, None))
            for home, partner in (("A", "B"), ("B", "A")) for _ in range(3)]  # fmt: skip
    (first, *others) = published([*able, *able])
    assert {each.grouping for each in (first, *others)} == set(Grouping)
    for each in (first, *others):
        assert each.people == 10
        assert each.means == (HIGHEST, LOWEST, 3.0, 3.0, 3.0, 3.0, None)


@settings(max_examples=60, deadline=None)
@given(WAVES)
def test_what_is_published_of_two_waves_adds_nothing(responses: list[Response]) -> None:
    """Published again, it is the same: there is no second export to subtract from the first."""
    assert published(responses) == published(list(reversed(responses)))
