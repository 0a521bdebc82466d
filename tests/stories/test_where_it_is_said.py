"""An answer is given wherever the button stood: under a message, on Home, in a window; never silence."""

from functools import partial

from sc_bot.playground.screen import Screen
from tests.house import Town
from tests.stories.acting import report, table
from tests.stories.looking import ABOUT_CHEMO, buttons, fields, text_of, window
from tests.stories.test_privacy_people import newcomer

ROSALIE, BASTIEN = "CVE-S1", "HSF-MD"


def test_a_refused_press_on_home_is_explained_in_a_small_window(town: Town) -> None:
    """Home has no message under which to answer: somebody who left in the meantime is told all the same."""
    report(town)
    bastien = town.person(BASTIEN)
    bastien.opens_home()
    assert town.slack.wait_for(lambda: bastien.home is not None)
    with town.house.web_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.retire_person(place, BASTIEN, actor=None, now=town.clock())
    assert bastien.home is not None
    bastien.presses(bastien.home, "problem.see")
    assert town.slack.wait_for(lambda: bastien.modal is not None)
    assert "ONC-1" in text_of(bastien.modal)
    assert "chimio" not in text_of(bastien.modal)
    assert town.slack.errors == []


def test_a_button_of_the_answer_in_a_window_changes_that_window(town: Town) -> None:
    """After a report from the window: the name is shown, then it is withdrawn; each time the window says so."""
    rosalie = town.person(ROSALIE)
    rosalie.runs("/problem")
    rosalie.submits(window(town, rosalie), {"description": ABOUT_CHEMO})
    for action, said in (("problem.show_name", "voient maintenant votre nom"), ("problem.withdraw", "retiré")):
        assert rosalie.modal is not None
        rosalie.presses(rosalie.modal, action)
        assert town.slack.wait_for(partial(is_said, rosalie, said))
        assert action not in buttons(rosalie.modal)
    assert table(town, "problems")[0]["state"] == "withdrawn"
    assert town.slack.errors == []


def is_said(person: Screen, words: str) -> bool:
    """Whether the window on their screen says this."""
    return words in text_of(person.modal)


def test_a_report_from_the_window_knows_in_which_channel_the_window_was_opened(town: Town) -> None:
    """A newcomer in an institution's channel works there, whether they type the report or fill in the window."""
    noe = newcomer(town)
    noe.runs("/problem", channel="cs-cve")
    noe.presses(window(town, noe), "problem.report_more")
    noe.submits(window(town, noe, "severity"), {"description": ABOUT_CHEMO})
    assert [row["reporter_institution"] for row in table(town, "problems")] == ["CVE"]


def test_what_was_taken_back_is_not_replaced_by_an_older_message(town: Town) -> None:
    """A message that its author deleted makes an empty window, not one with the bot's own words."""
    report(town)
    rosalie = town.person(ROSALIE)
    rosalie.says("La pharmacie ne répond pas")
    town.deliver()
    offer = next(each for each in reversed(rosalie.messages) if "problem.report_typed" in text_of(each))
    next(each for each in rosalie.messages if each.text == "La pharmacie ne répond pas").deleted = True
    rosalie.presses(offer, "problem.report_typed")
    view = window(town, rosalie)
    assert "description" in fields(view)
    assert "initial_value" not in text_of(view)


def test_the_longest_text_of_every_field_can_be_read_whole_in_the_window(town: Town) -> None:
    """Slack takes 3,000 characters a paragraph: a long "on behalf of" takes two."""
    rosalie = town.person(ROSALIE)
    rosalie.runs("/problem")
    rosalie.presses(window(town, rosalie), "problem.report_more")
    long = "mot " * 740
    given = {"description": f"chimio {long}", "suggestion": long, "on_behalf": f"{long}fin"}
    rosalie.submits(window(town, rosalie, "severity"), dict(given))
    rosalie.opens_home()
    assert town.slack.wait_for(lambda: rosalie.home is not None)
    assert rosalie.home is not None
    rosalie.presses(rosalie.home, "problem.see")
    assert town.slack.wait_for(lambda: "mot fin" in text_of(rosalie.modal))
    assert town.slack.errors == []
