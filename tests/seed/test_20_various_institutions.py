"""Seed, 20: "frequent appointments in various institutions"."""

from tests.house import Town, region
from tests.stories.looking import fields, window


def test_one_report_names_three_institutions_and_more(town: Town) -> None:
    """The hospital has it; the clinic, the pharmacies and the community group are named: each of them reads it."""
    rosalie = town.person("CVE-S1")
    rosalie.runs("/problem")
    view = window(town, rosalie, "description")
    rosalie.presses(view, "problem.report_more")
    assert town.slack.wait_for(lambda: rosalie.modal is not None and "concerned" in fields(rosalie.modal))
    view = window(town, rosalie, "concerned")
    (block,) = [each for each in view.blocks if each["block_id"] == "concerned"]
    assert [each["value"] for each in block["element"]["options"]] == [each.id for each in region().institutions]
    named = ["GTV", "PCO", "OMD"]
    said = "Quatre rendez-vous, quatre listes de médicaments différentes"
    rosalie.submits(view, {"description": said, "institution": "HSF", "concerned": named})
    with town.house.web_database.reading() as uow:
        problem = next(iter(uow.problems.reported_by(uow.communities.in_workspace("T0ESTRIE0")[0], "CVE-S1", 5)))
    assert {"HSF", *named} <= problem.participants
    for each in named:
        director = region().managing_director_of(each)
        assert director is not None
        shown = town.person(director.id).runs(f"/sc show {problem.reference}").message
        assert shown is not None
        assert said in str(shown.blocks)
