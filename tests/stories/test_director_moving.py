"""Who has it when it moves: an accepted problem sent elsewhere, a director kept out, endings that owe a reason."""

import pytest

from sc_bot.playground.forms import Submission
from tests.house import Town
from tests.stories.acting import card_with, cards, does, news, offered, press, press_on, report, show, table
from tests.stories.looking import ABOUT_CHEMO, window

ROSALIE, BASTIEN, ADVISOR = "CVE-S1", "HSF-MD", "ADV-1"


def test_sending_elsewhere_what_was_accepted_owes_its_lead_a_reason(town: Town) -> None:
    """The lead is told why, and still owes the answer until the other accepts; the author's card alone changes."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    before = news(town, BASTIEN), news(town, ROSALIE)
    advisor = town.person(ADVISOR)
    press_on(advisor, show(town, ADVISOR), "problem.reroute")
    view = window(town, advisor, "institution")
    assert "reason" in advisor.submits(view, {"institution": "PCO"}).errors
    advisor.submits(view, {"institution": "PCO", "reason": "Elle a le formulaire"})
    town.deliver()
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"], problem["owes"]) == ("routed", "PCO", "HSF")
    assert (news(town, BASTIEN), news(town, ROSALIE)) == (before[0] + 1, before[1])
    assert "Elle a le formulaire" in cards(town.person(BASTIEN))[-1].text
    does(town, "PCO-MD", "problem.accept")
    assert table(town, "problems")[0]["owes"] == "PCO"


def test_while_the_committee_decides_nobody_is_said_to_have_it(town: Town) -> None:
    """Not even the one who returned it last: whoever looks reads that the support committee decides."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC", institution="CVE")
    does(town, "CVE-MD", "problem.return", reason="C'est la pharmacie", institution="PCO")
    shown = show(town, ADVISOR).text
    assert "Le comité de soutien décide" in shown
    assert "Transmis à" not in shown


def test_show_offers_what_the_reader_can_do(town: Town) -> None:
    """The facilitator and the privacy officer have no card of an ordinary problem: they act from /sc show."""
    report(town)
    assert offered(show(town, ADVISOR)) == {
        "problem.reroute",
        "problem.ask",
        "problem.update",
        "problem.close",
        "problem.title",
        "problem.redact",
        "problem.restrict",
        "decision.ask",
        "objective.link",
        "deadlock.perceive",
        "problem.join",
        "problem.merge",
        "problem.split",
        "problem.more",
    } - {"problem.more"}
    assert offered(show(town, "PRV-1")) == {"problem.redact", "problem.restrict", "problem.join"}
    assert offered(show(town, "EXT-1")) == set()
    assert offered(show(town, ROSALIE)) >= {"problem.add_details", "problem.withdraw"}
    assert offered(show(town, BASTIEN)) >= {"problem.acknowledge", "problem.accept", "problem.close", "problem.title"}


def test_the_facilitator_closes_only_duplicates_and_what_is_out_of_mandate(town: Town) -> None:
    """They never promise for an institution; the window offers no other ending."""
    report(town)
    advisor = town.person(ADVISOR)
    press_on(advisor, show(town, ADVISOR), "problem.close")
    endings = whole_window(town, ADVISOR)
    assert "out_of_mandate" in endings
    assert "duplicate" in endings
    assert "solved" not in endings


@pytest.mark.parametrize("closing", ["not_solvable", "out_of_mandate"])
def test_a_no_owes_its_reason(town: Town, closing: str) -> None:
    """Without a solution, or out of mandate: the author reads why, or where it was sent."""
    report(town)
    assert "reason" in try_to_close(town, closing=closing).errors
    assert table(town, "problems")[0]["state"] == "routed"


@pytest.mark.parametrize("other", ["ONC-1", "ONC-99", "CS-1", "ONC-2"])
def test_a_duplicate_names_another_problem_that_its_closer_may_know_of(town: Town, other: str) -> None:
    """Not itself, not nothing, not a restricted one, not one that was withdrawn."""
    report(town)
    report(town, "Le transport se fait attendre")
    does(town, ADVISOR, "problem.restrict", "CS-1")
    report(town)
    does(town, ROSALIE, "problem.withdraw", "ONC-2")
    assert "duplicate_of" in try_to_close(town, closing="duplicate", duplicate_of=other).errors


def test_the_authors_own_director_is_kept_out_when_they_ask(town: Town) -> None:
    """The delegate has it; the director neither receives nor finds it; showing one's name lets them in again."""
    rosalie = town.person(ROSALIE)
    rosalie.runs("/problem")
    view = window(town, rosalie, "description")
    rosalie.presses(view, "problem.report_more")
    view = window(town, rosalie, "flags")
    given: dict[str, object] = {
        "description": ABOUT_CHEMO,
        "institution": "CVE",
        "continuum": "ONC",
        "flags": ["keep_out"],
    }
    rosalie.submits(view, given)
    town.deliver()
    assert "problem.accept" in offered(card_with(town.person("SC-2"), "problem.accept"))
    assert cards(town.person("CVE-MD")) == []
    assert "ONC-1 · " not in show(town, "CVE-MD").text
    assert "ONC-1" not in town.person("CVE-MD").runs("/sc list").text
    does(town, ROSALIE, "problem.show_name")
    assert "ONC-1 · " in show(town, "CVE-MD").text


def test_a_delegates_own_report_goes_to_somebody_else(town: Town) -> None:
    """Nobody receives their own report but a managing director: without one, the next in the chain has it."""
    with town.house.web_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.retire_person(place, BASTIEN, actor=None, now=town.clock())
    report(town, by="SC-1")
    assert all("problem.accept" not in offered(each) for each in cards(town.person("SC-1")))
    assert "problem.reroute" in offered(card_with(town.person(ADVISOR), "problem.reroute"))


def try_to_close(town: Town, **values: object) -> Submission:
    """Bastien sends the window in which a problem is closed."""
    bastien = town.person(BASTIEN)
    press(town, BASTIEN, "problem.close")
    return bastien.submits(window(town, bastien, "closing"), values)


def whole_window(town: Town, who: str) -> str:
    """Everything that the window holds."""
    return str(window(town, town.person(who), "closing").blocks)
