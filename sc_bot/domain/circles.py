"""Promises that wait for each other: who waits for whom, and where that leads back to where it began.

A *knot* is a set of promises each of which waits, directly or over others, for every other one of them. A *circle* is
one way through a knot: each of its promises waits for the next, the last for the first.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping

Edges = Mapping[int, Collection[int]]
"""The promises that each promise waits for."""


def edges_of(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """What waits for what, from pairs of a promise and one that it waits for."""
    edges: dict[int, list[int]] = {}
    for waits, first in pairs:
        edges.setdefault(waits, []).append(first)
    return edges


def knots(edges: Edges) -> list[frozenset[int]]:
    """Every knot, once, the one with the oldest promise first: Tarjan's search, without recursion."""
    return sorted(_Search(edges).found(), key=min)


class _Search:
    """One walk over everything: each promise and each wait is looked at once."""

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self._number: dict[int, int] = {}
        self._lowest: dict[int, int] = {}
        self._open: list[int] = []
        self._is_open: set[int] = set()

    def found(self) -> Iterator[frozenset[int]]:
        for start in self._edges:
            if start not in self._number:
                yield from self._from(start)

    def _from(self, start: int) -> Iterator[frozenset[int]]:
        path = [(start, self._enter(start))]
        while path:
            at, ahead = path[-1]
            following = next(ahead, None)
            if following is None:
                path.pop()
                yield from self._leave(at, path[-1][0] if path else None)
            elif following not in self._number:
                path.append((following, self._enter(following)))
            elif following in self._is_open:
                self._lowest[at] = min(self._lowest[at], self._number[following])

    def _enter(self, promise: int) -> Iterator[int]:
        self._number[promise] = self._lowest[promise] = len(self._number)
        self._open.append(promise)
        self._is_open.add(promise)
        return iter(self._edges.get(promise, ()))

    def _leave(self, promise: int, before: int | None) -> Iterator[frozenset[int]]:
        if before is not None:
            self._lowest[before] = min(self._lowest[before], self._lowest[promise])
        if self._lowest[promise] != self._number[promise]:
            return
        knot = frozenset(self._up_to(promise))
        self._is_open -= knot
        if len(knot) > 1 or promise in self._edges.get(promise, ()):
            yield knot

    def _up_to(self, promise: int) -> Iterator[int]:
        """Take what was entered since, and the promise itself."""
        taken = None
        while taken != promise:
            taken = self._open.pop()
            yield taken


def circle_through(edges: Edges, knot: frozenset[int], start: int) -> tuple[int, ...]:
    """The shortest circle of a knot through one of its promises, which comes first; the older promise where two are."""
    came_from: dict[int, int] = {}
    ahead = deque([start])
    while ahead:
        at = ahead.popleft()
        for following in sorted(each for each in edges.get(at, ()) if each in knot):
            if following == start:
                return _way(came_from, start, at)
            if following not in came_from:
                came_from[following] = at
                ahead.append(following)
    raise LookupError(start)


def _way(came_from: Mapping[int, int], start: int, end: int) -> tuple[int, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
