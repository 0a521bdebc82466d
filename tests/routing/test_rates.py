"""How often routing is right: on the fictional region's problems, and on others that its words never saw.

`bench/routing_table.py` prints the same, problem by problem.
"""

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from sc_bot.domain.community import Community
from sc_bot.domain.routing import Route, route
from sc_bot.org_file.reading import read_community

REGION = files("sc_bot.playground.region")


class Rates(NamedTuple):
    """Right and decided, of all."""

    right: int
    decided: int
    all: int


@pytest.fixture(scope="module")
def community() -> Community:
    """The fictional region."""
    return read_community(REGION.joinpath("estrie.org.yaml").read_bytes())


def problems(name: str) -> list[dict[str, str]]:
    """Read one file of problems."""
    sources = {"region": REGION.joinpath("problems.yaml"), "held out": Path(__file__).with_name("problems.yaml")}
    read: list[dict[str, str]] = yaml.safe_load(sources[name].read_text(encoding="utf-8"))
    return read


def sent(text: str, problem: dict[str, str], community: Community) -> Route:
    """Route a text as if the problem's reporter had typed it."""
    return route(text, community=community, reporter_institution=problem["reporter_institution"])


def rates(name: str, community: Community) -> Rates:
    """Route every problem of a file as it is written."""
    routed = [(problem["owner"], sent(problem["text"], problem, community).institution) for problem in problems(name)]
    right = sum(owner == found for owner, found in routed)
    return Rates(right, sum(found is not None for _, found in routed), len(routed))


@pytest.mark.parametrize("name", ["region", "held out"])
def test_an_addressed_problem_is_always_right(name: str, community: Community) -> None:
    """`@HSF` is obeyed, whatever else the text says."""
    for problem in problems(name):
        assert sent(f"{problem['text']} @{problem['owner']}", problem, community).institution == problem["owner"]


def test_three_in_five_of_the_regions_problems_are_right(community: Community) -> None:
    """As written, without an addressee."""
    found = rates("region", community)
    assert found.right >= 0.6 * found.all, found


def test_half_of_the_problems_never_seen_are_right(community: Community) -> None:
    """Most of them name no institution, and a third speak of no service by its name."""
    found = rates("held out", community)
    assert found.right >= 0.5 * found.all, found


def test_a_guess_is_seldom_wrong(community: Community) -> None:
    """What is not recognised goes to the facilitator rather than to the wrong door."""
    found = rates("held out", community)
    assert found.right >= 0.8 * found.decided, found
