"""Somebody who adds and subtracts whatever was published, exactly: can they isolate a group that is too small?

Each published figure is a sum over answers: a row of noughts and ones, one column for each kind of answer. A group is
isolated when some combination of rows holds its columns and no other: when the rows lose rank without its columns.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from sc_bot.domain.pulse import Response
from sc_bot.domain.pulse_cells import FEWEST_HOMES, Grouping, Key

Kind = tuple[object, object]
"""Answers that nothing published tells apart: their interface, their lines."""


Sizes = dict[tuple[object, object], Counter[str]]


def rows_of(shown: Collection[Key], kinds: Sequence[Kind]) -> list[list[Fraction]]:
    """What the attacker knows."""
    return [[Fraction(_is_in(kind, key)) for kind in kinds] for key in sorted(shown, key=str)]


def _is_in(kind: Kind, key: Key) -> bool:
    grouping, group = key
    return grouping is Grouping.WHOLE or group == (kind[0] if grouping is Grouping.INTERFACE else kind[1])


def isolated(responses: Sequence[Response], shown: Collection[Key]) -> list[str]:
    """The groups that are too small and can be isolated, in words; none if the publication is safe."""
    sizes: defaultdict[tuple[object, object], Counter[str]] = defaultdict(Counter)
    for each in responses:
        sizes[each.between, each.lines][each.home] += 1
    cells = list(sizes)
    rows = rows_of(shown, cells)
    whole = rank(rows)
    return [
        f"{[cells[number] for number in group]}: {_homes(sizes, cells, group)}"
        for group in _groups(len(cells))
        if _is_small(_homes(sizes, cells, group))
        and rank([[row[each] for each in range(len(cells)) if each not in group] for row in rows]) < whole
    ]


def _groups(number: int) -> Iterator[tuple[int, ...]]:
    for size in range(1, number + 1):
        yield from combinations(range(number), size)


def _homes(sizes: Sizes, cells: Sequence[object], group: Sequence[int]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for each in group:
        whole += sizes[cells[each]]  # type: ignore[index] # its own keys
    return whole


def _is_small(homes: Counter[str]) -> bool:
    return homes.total() < 5 or len(homes) < FEWEST_HOMES


def rank(rows: Sequence[Sequence[Fraction]]) -> int:
    """By elimination, exactly."""
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [one - factor * other for one, other in zip(row, pivot, strict=True)]
        found += 1
    return found
