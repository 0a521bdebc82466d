"""Seed, 5: "transform the organization of work among healthcare institutions"."""

from random import Random

from tests.finding.town import some_problems
from tests.seed.ground import ODILE, ROSALIE, Ground


def test_the_sum_over_pairs_of_institutions_is_the_number_of_problems(ground: Ground) -> None:
    """Each problem lies between two: where it was met, and who has it. Counted pair by pair, none is lost or doubled.

    What not everybody may know of is in no count, and nobody's problem is counted as a person's.
    """
    place = ground.place
    with ground.database.unit_of_work() as uow:
        made = some_problems(uow, place, 80, Random(5))  # noqa: S311 - no secret
    counted = [each for each in made if each.is_open and not each.restricted and not each.director_kept_out]
    pairs = ground.tables(ODILE)["by_interface"][1]
    assert sum(each["open"] for each in pairs) == len(counted) > 10
    assert len({(each["first"], each["second"]) for each in pairs}) == len(pairs)


def test_a_report_of_the_clsc_about_the_hospital_lies_between_the_two(ground: Ground) -> None:
    """Not in a department: between two institutions."""
    ground.reports(ROSALIE)
    (pair,) = [each for each in ground.tables(ODILE)["by_interface"][1] if each["open"]]
    named = {pair["first"], pair["second"]}
    homes = {each.id: each.name.en for each in ground.place.community.institutions}
    assert named == {homes["HSF"], homes["CVE"]}
