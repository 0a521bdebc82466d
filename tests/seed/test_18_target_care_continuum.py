"""Seed, 18: "the target care continuum": each has its routing, and how often that is right is reported."""

import pytest

from bench.routing_table import main
from tests.routing.learning import REGION, cases, halves, rates, region


def test_the_hit_rate_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """As written, with an addressee, and on problems held back from what was learned."""
    main(str(REGION.joinpath("estrie.org.yaml")), str(REGION.joinpath("problems.yaml")))
    said = capsys.readouterr().out
    assert "as written: 24 of 40 (60%)" in said
    assert "with an explicit addressee: 40 of 40 (100%)" in said
    assert "held back from what was learned" in said


def test_every_continuum_of_the_community_has_its_lines() -> None:
    """No continuum is routed by names alone."""
    community = region()
    assert {each.continuum for each in community.routing} == {each.id for each in community.continua}


def test_three_in_five_are_right_and_learning_takes_none_away() -> None:
    """Of the region's problems and of those written for routing, each half held back from what the other teaches."""
    one, other = halves(cases())
    found = [rates(one, other, region()), rates(other, one, region())]
    assert sum(each.after for each in found) >= sum(each.before for each in found) >= 0.5 * len(cases())
