"""Seed, 4: "a region characterized by scarce human and financial resources"."""

from tests.house import Town, region
from tests.seed.ground import Ground
from tests.stories.looking import ABOUT_CHEMO, fields, window


def test_one_command_is_one_step_and_a_window_is_two(town: Town) -> None:
    """Measured in what a person does: type one line; or open a window with one required field and send it.

    Under a minute of somebody's time: nothing else is asked, nothing is learned, no other screen opens.
    """
    rosalie = town.person("CVE-S1")
    before = len(town.slack.calls)
    answer = rosalie.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    assert "ONC-1 est enregistré" in answer.text
    assert [each.method for each in town.slack.calls[before:] if each.method.startswith("views.")] == []
    rosalie.runs("/problem")
    view = window(town, rosalie, "description")
    required = [block["block_id"] for block in view.blocks if block["type"] == "input" and not block.get("optional")]
    assert [each for each in required if each != "institution"] == ["description"]
    assert len(fields(view)) == 3
    rosalie.submits(view, {"description": "Le formulaire se perd entre deux étages"})
    opened = [each.method for each in town.slack.calls[before:] if each.method == "views.open"]
    assert len(opened) == 1


def test_one_process_on_one_database_holds_nine_institutions(ground: Ground) -> None:
    """A report of any of them finds who answers: no other server is needed for the whole region."""
    homes = region().institutions
    assert len(homes) == 9
    for each in homes:
        reference = ground.reports(institution=each.id, description="Le formulaire se perd entre deux étages")
        director = region().managing_director_of(each.id)
        assert director is not None
        assert ground.sees(director.id, reference).person == director.name
