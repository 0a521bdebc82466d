"""What may be published of a wave, so that no small group can be worked out of it.

Answers are grouped twice, by interface and by pair of lines, and as a whole. A group is shown if five people answered
in it, of two institutions at least. What is not shown is put together, and everybody can subtract: so what is left
over must be such a group too, and what any sum or difference of shown groups lets somebody isolate.

Whatever one adds up and subtracts, an answer counts for a(its interface) - b(its lines). It drops out where the two are
equal. So one isolates a set of answers by giving each group a label: what is left are the answers whose two labels
differ. `_leaks` tries every labelling, which is every linear combination that matters.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sc_bot.domain.counts import SMALLEST_GROUP, at_least
from sc_bot.domain.pulse import DIMENSIONS, Between, Lines, Response

FEWEST_HOMES = 2
LOWEST, HIGHEST = 1.5, 4.5
"""Means are shown between these: one of five would tell what everybody said."""

Homes = Counter[str]
"""How many people answered, by institution."""
Group = Between | Lines | None
"""What an answer is grouped under; None: put together with what is not shown."""
Graph = Mapping[tuple[Group, Group], Homes]
"""The answers by interface and by lines."""


class Grouping(StrEnum):
    """Under what answers are put together."""

    WHOLE = "whole"
    INTERFACE = "interface"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One group as it is published. `people` is the multiple of five that it reaches; None: not to be shown."""

    grouping: Grouping
    key: tuple[str, str] = ("", "")
    people: int | None
    means: tuple[float | None, ...]


def is_enough(homes: Homes) -> bool:
    """Whether a group is large enough, and of enough institutions."""
    return homes.total() >= SMALLEST_GROUP and len(+homes) >= FEWEST_HOMES


def published(responses: Sequence[Response]) -> tuple[Cell, ...]:
    """The cells of a wave; those of which nothing may be shown are left out."""
    everybody = shown(responses)
    by_dimension = [shown(_able_to_say(responses, each)) for each in range(len(DIMENSIONS))]
    every = dict.fromkeys([*everybody, *(key for column in by_dimension for key in column)])
    return tuple(_cell(responses, key, everybody, by_dimension) for key in sorted(every, key=str))


Key = tuple[Grouping, Group]
"""A group of one grouping."""


def shown(responses: Sequence[Response]) -> frozenset[Key]:
    """The groups that may be shown together, of one column of figures."""
    whole = Counter(each.home for each in responses)
    if not is_enough(whole):
        return frozenset()
    interfaces = _large(responses, lambda each: each.between)
    lines = _large(responses, lambda each: each.lines)
    while not is_safe(graph_of(responses, interfaces, lines)):
        smallest = _smallest(responses, interfaces, lines)
        interfaces, lines = interfaces - {smallest}, lines - {smallest}
    named = [(Grouping.INTERFACE, each) for each in interfaces] + [(Grouping.LINES, each) for each in lines]
    return frozenset({(Grouping.WHOLE, None), *named})


def graph_of(responses: Iterable[Response], interfaces: Collection[Group], lines: Collection[Group]) -> Graph:
    """Answers by shown interface and shown lines; what is not shown is one group of each."""
    found: defaultdict[tuple[Group, Group], Homes] = defaultdict(Counter)
    for each in responses:
        first = each.between if each.between in interfaces else None
        second = each.lines if each.lines in lines else None
        found[first, second][each.home] += 1
    return found


def is_safe(graph: Graph) -> bool:
    """Whether nobody can isolate a group that is too small: neither what is left over, nor a difference."""
    for side in (0, 1):
        groups: defaultdict[Group, Homes] = defaultdict(Counter)
        for key, homes in graph.items():
            groups[key[side]] += homes
        if not all(is_enough(each) for each in groups.values()):
            return False
    return not _leaks(graph)


def _leaks(graph: Graph) -> bool:
    second = list(dict.fromkeys(key[1] for key in graph))
    by_interface: defaultdict[Group, dict[Group, Homes]] = defaultdict(dict)
    for (interface, lines), homes in graph.items():
        by_interface[interface][lines] = homes
    return any(
        _isolates(by_interface.values(), dict(zip(second, labels, strict=True))) for labels in _labellings(len(second))
    )


def _isolates(interfaces: Iterable[Mapping[Group, Homes]], labels: Mapping[Group, int]) -> bool:
    """Whether some labels of the interfaces leave too few answers over, given these labels of the lines."""
    every = sorted({*labels.values()})
    left = [[_left_over(each, label, labels) for label in every] for each in interfaces]
    return _too_few(left) or _of_one_home(left)


def _left_over(interface: Mapping[Group, Homes], label: int, labels: Mapping[Group, int]) -> Homes:
    """The answers of one interface that do not drop out if it has this label."""
    whole: Homes = Counter()
    for lines, homes in interface.items():
        if labels[lines] != label:
            whole += homes
    return whole


def _too_few(left: Sequence[Sequence[Homes]]) -> bool:
    """Whether one may choose for each interface so that some answers are left over, but fewer than five."""
    sizes = [[homes.total() for homes in choices] for choices in left]
    least = sum(min(each) for each in sizes)
    if least == 0:
        least = min((size for each in sizes for size in each if size), default=SMALLEST_GROUP)
    return least < SMALLEST_GROUP


def _of_one_home(left: Sequence[Sequence[Homes]]) -> bool:
    """Whether one may choose so that what is left over is of one institution alone."""
    every = {home for choices in left for homes in choices for home in homes}
    return any(_only(home, left) for home in every)


def _only(home: str, left: Sequence[Sequence[Homes]]) -> bool:
    own = [[homes for homes in choices if {*homes} <= {home}] for choices in left]
    return all(own) and any(homes for choices in own for homes in choices)


def _labellings(number: int) -> Iterator[tuple[int, ...]]:
    """Every way to put so many things under labels, whatever the labels are called."""
    if number == 0:
        yield ()
        return
    for before in _labellings(number - 1):
        for label in range(max(before, default=-1) + 2):
            yield (*before, label)


def _large(responses: Iterable[Response], group: Callable[[Response], Group]) -> frozenset[Group]:
    groups: defaultdict[Group, Homes] = defaultdict(Counter)
    for each in responses:
        groups[group(each)][each.home] += 1
    return frozenset(key for key, homes in groups.items() if key is not None and is_enough(homes))


def _smallest(responses: Sequence[Response], interfaces: Collection[Group], lines: Collection[Group]) -> Group:
    """The smallest group that is shown; of two alike, always the same one."""
    sizes = {each: sum(one.between == each for one in responses) for each in interfaces}
    sizes |= {each: sum(one.lines == each for one in responses) for each in lines}
    return min(sizes, key=lambda each: (sizes[each], str(each)))


def _able_to_say(responses: Sequence[Response], dimension: int) -> list[Response]:
    return [each for each in responses if each.steps[dimension] is not None]


def _cell(
    responses: Sequence[Response], key: Key, everybody: Collection[Key], by_dimension: Sequence[Collection[Key]]
) -> Cell:
    grouping, group = key
    own = [each for each in responses if _is_in(each, grouping, group)]
    first, second = group or ("", "")
    return Cell(
        grouping=grouping,
        key=(str(first), str(second)),
        people=at_least(len(own)) if key in everybody else None,
        means=tuple(_mean(own, number) if key in column else None for number, column in enumerate(by_dimension)),
    )


def _is_in(response: Response, grouping: Grouping, group: Group) -> bool:
    match grouping:
        case Grouping.WHOLE:
            return True
        case Grouping.INTERFACE:
            return response.between == group
        case Grouping.LINES:
            return response.lines == group


def _mean(responses: Sequence[Response], dimension: int) -> float:
    steps = [step for each in responses if (step := each.steps[dimension]) is not None]
    return round(min(max(sum(steps) / len(steps), LOWEST), HIGHEST), 1)
