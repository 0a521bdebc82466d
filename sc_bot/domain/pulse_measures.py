"""The hard measures beside the pulse, by pair of institutions: recomputed from the history, and from nothing else.

A problem lies between the institution where it was met and the one that has it. Problems are no people: they are
counted as they are. What not everybody may know of is in no figure, nor where somebody of a small team met something.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from statistics import median

from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Closing, Problem, State
from sc_bot.domain.pulse import Between

_SENT = frozenset({Happened.REPORTED, Happened.REROUTED, Happened.ASSIGNED})
_ANSWERED = frozenset({Happened.ACKNOWLEDGED, Happened.ACCEPTED, Happened.RETURNED})
_JOINTLY = frozenset({Happened.JOINT_CHECKED, Happened.JOINT_VERIFIED})
OF_MEASURES = _SENT | _ANSWERED | _JOINTLY | {Happened.CONTRIBUTING, Happened.CLOSED, Happened.REOPENED}
"""The steps that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The figures of one pair, in the stretch of a wave. `days` is the median of working days until a first answer."""

    between: Between
    answered: int
    """How often an institution was sent a problem and said something: read, accepted or returned."""
    days: float | None
    returns: int
    accepted: int
    """Problems accepted for the first time."""
    right_first: int
    """Of these, those that were sent nowhere else before."""
    joint: int
    """Problems closed as solved to which both contributed: as lead and contributor, or each with a part in a joint
    change that was verified."""


@dataclass(slots=True)
class _Tally:
    waits: list[int] = field(default_factory=list)
    returns: int = 0
    accepted: int = 0
    right_first: int = 0
    joint: int = 0


Waited = Callable[[datetime, datetime], int]
"""Working days between two moments."""


def measures(
    lives: Iterable[tuple[Problem, str | None, Sequence[Event]]], since: datetime, until: datetime, waited: Waited
) -> tuple[Measures, ...]:
    """Count; each life is a problem, where it was met (None: not told), and its steps in order."""
    found: defaultdict[Between, _Tally] = defaultdict(_Tally)
    for problem, origin, steps in lives:
        if not (problem.restricted or problem.director_kept_out or problem.state is State.WITHDRAWN):
            _Life(origin, found, since, until, waited).live(steps)
    return tuple(_measured(each, found[each]) for each in sorted(found))


def _measured(between: Between, tally: _Tally) -> Measures:
    return Measures(
        between=between,
        answered=len(tally.waits),
        days=float(median(tally.waits)) if tally.waits else None,
        returns=tally.returns,
        accepted=tally.accepted,
        right_first=tally.right_first,
        joint=tally.joint,
    )


class _Life:
    """One problem, lived again step by step."""

    def __init__(
        self, origin: str | None, found: dict[Between, _Tally], since: datetime, until: datetime, waited: Waited
    ) -> None:
        self._origin, self._found, self._waited = origin, found, waited
        self._since, self._until = since, until
        self._holder: str | None = None
        self._sent: datetime | None = None
        self._moved = self._was_accepted = False
        self._helping: dict[str, None] = {}
        self._checked: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._changed_jointly: set[Between] = set()
        self._solved: Event | None = None

    def live(self, steps: Sequence[Event]) -> None:
        """Take every step; what was solved counts if it stayed so."""
        for step in steps:
            self._answer(step)
            self._count(step)
            self._move(step)
            self._change_jointly(step)
        if self._solved is not None and self._is_in(self._solved):
            for one, other in self._helped() | self._changed_jointly:
                self._tally(one, other, lambda tally: _add(tally, "joint"))

    def _answer(self, step: Event) -> None:
        """The first thing that an institution says to what it was sent."""
        if step.kind in _ANSWERED and self._sent is not None:
            days = self._waited(self._sent, step.at)
            self._sent = None
            if self._is_in(step):
                self._tally(self._origin, self._holder, lambda tally: tally.waits.append(days))

    def _count(self, step: Event) -> None:
        if step.kind is Happened.RETURNED and self._is_in(step):
            self._tally(self._origin, self._holder, lambda tally: _add(tally, "returns"))
        if step.kind is Happened.ACCEPTED and not self._was_accepted:
            self._was_accepted = True
            if self._is_in(step):
                figures = ("accepted",) if self._moved else ("accepted", "right_first")
                self._tally(self._origin, self._holder, lambda tally: _add(tally, *figures))
        if step.kind is Happened.CLOSED:
            self._solved = step if Closing.SOLVED in step.details else None
        if step.kind is Happened.REOPENED:
            self._solved = None

    def _move(self, step: Event) -> None:
        if step.kind is Happened.CONTRIBUTING and step.institution:
            self._helping[step.institution] = None
        if step.kind in _SENT or step.kind is Happened.RETURNED:
            self._moved = self._moved or step.kind is not Happened.REPORTED
            with_nobody = step.to_state is State.ARBITRATION
            self._holder = None if with_nobody else step.institution
            waits = self._holder is not None and step.kind is not Happened.ASSIGNED
            self._sent = step.at if waits else None

    def _change_jointly(self, step: Event) -> None:
        """Those whose parts of a change were checked have changed it together once it is verified."""
        if step.kind is Happened.JOINT_CHECKED and step.institution:
            self._checked[step.details[0]][step.institution] = None
        if step.kind is Happened.JOINT_VERIFIED:
            self._changed_jointly |= {_pair(*each) for each in combinations(self._checked[step.details[0]], 2)}
            self._solved = step if step.to_state is State.CLOSED else self._solved

    def _helped(self) -> set[Between]:
        holder = self._holder
        return {_pair(holder, each) for each in self._helping if each != holder} if holder is not None else set()

    def _is_in(self, step: Event) -> bool:
        return self._since <= step.at < self._until

    def _tally(self, one: str | None, other: str | None, change: Callable[[_Tally], None]) -> None:
        if one is not None and other is not None and one != other:
            change(self._found[_pair(one, other)])


def _pair(one: str, other: str) -> Between:
    first, second = sorted((one, other))
    return first, second


def _add(tally: _Tally, *names: str) -> None:
    for name in names:
        setattr(tally, name, getattr(tally, name) + 1)
