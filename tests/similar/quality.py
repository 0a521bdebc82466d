"""How good the offers are: `python -m tests.similar.quality` prints the figures, and the misses of the odd half."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from sc_bot.domain.searching import stems
from sc_bot.domain.similar import LIKE, MOST, Meanings, Meant, likeness, meanings_of
from tests.house import region

REGION = files("sc_bot.playground.region")
FIRST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and whether they tell of the same problem."""

    number: int
    same: bool
    text: str
    like: str
    also: tuple[str, ...]
    """What else tells of the same: problems of the region by their id, second texts of other pairs by their number."""

    @property
    def is_held_out(self) -> bool:
        """Whether nobody looks at it while tuning."""
        return self.number % 2 == 0

    @property
    def is_across(self) -> bool:
        """Whether it is told in two languages: the file alternates, two and two."""
        return (self.number - 1) // 2 % 2 == 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on some pairs, as shares; `offers` is their number."""

    within: float
    """Recall among the first five, told in one language."""
    across: float
    """The same, told in two."""
    offered: float
    """Of the pairs that are the same problem, how many are offered as such."""
    false: float
    """Of what is offered, how much is another problem."""
    offers: int
    unlike: float
    """Of the pairs that are not the same problem, how many are offered as if they were."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Every pair."""
    read: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8"))
    return tuple(
        Pair(each["n"], each["same"], each["text"], each["like"], tuple(map(str, each.get("also", ()))))
        for each in read
    )


@cache
def _meant(text: str) -> Meant:
    return meanings_of_region().of(stems(text))


@cache
def meanings_of_region() -> Meanings:
    """The vocabulary of the region."""
    return meanings_of(region())


@cache
def others() -> Mapping[str, str]:
    """What else is open, by name: every second text of every pair, and the region's problems."""
    problems = (each for name in ("problems.yaml", "more_problems.yaml") for each in _yaml(name))
    return {**{str(each.number): each.like for each in pairs()}, **{each["id"]: each["text"] for each in problems}}


def _yaml(name: str) -> list[dict[str, str]]:
    read: list[dict[str, str]] = yaml.safe_load(REGION.joinpath(name).read_text("utf-8"))
    return read


@cache
def likest(text: str) -> tuple[str, ...]:
    """Everything that is open, by name, the likest first."""
    return tuple(sorted(others(), key=lambda name: -_like(text, name)))


def offered(text: str) -> tuple[str, ...]:
    """What is offered for a report."""
    return tuple(each for each in likest(text)[:MOST] if _like(text, each) >= LIKE)


def _like(text: str, name: str) -> float:
    return likeness(_meant(text), _meant(others()[name]))


def is_true(pair: Pair, name: str) -> bool:
    """Whether what is offered tells of the same problem."""
    return (pair.same and name == str(pair.number)) or name in pair.also


def measured(some: Sequence[Pair]) -> Figures:
    """The figures of some pairs."""
    same = [each for each in some if each.same]
    made = [(each, name) for each in some for name in offered(each.text)]
    true = [each for each, name in made if is_true(each, name)]
    unlike = [each for each in some if not each.same]
    return Figures(
        within=_recall([each for each in same if not each.is_across]),
        across=_recall([each for each in same if each.is_across]),
        offered=_share([str(each.number) in offered(each.text) for each in same]),
        false=round(1 - len(true) / max(len(made), 1), 3),
        offers=len(made),
        unlike=_share([str(each.number) in offered(each.text) for each in unlike]),
    )


def _recall(some: Sequence[Pair]) -> float:
    return _share([str(each.number) in likest(each.text)[:FIRST] for each in some])


def _share(some: Sequence[bool]) -> float:
    return round(sum(some) / max(len(some), 1), 3)


def main() -> None:
    """Print the figures of both halves, and what is wrong in the odd one."""
    out = sys.stdout.write
    halves = {"looked at": False, "held out": True}
    for name, is_held_out in halves.items():
        out(f"{name}: {measured([each for each in pairs() if each.is_held_out is is_held_out])}\n")
    for each in pairs():
        if each.is_held_out:
            continue
        for name in offered(each.text):
            other = others()[name]
            if not is_true(each, name):
                out(f"{each.number} false {likeness(_meant(each.text), _meant(other)):.2f}: {each.text} || {other}\n")
        if each.same and str(each.number) not in likest(each.text)[:FIRST]:
            near = likeness(_meant(each.text), _meant(each.like))
            out(f"{each.number} missed {near:.2f}: {each.text} || {each.like}\n")


if __name__ == "__main__":
    main()
