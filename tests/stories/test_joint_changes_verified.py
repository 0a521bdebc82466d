"""After it went: did it change? Institution by institution, by those who live it; then the problem is closed."""

import pytest

from sc_bot.usecases.handing_over import retire
from tests.house import Town
from tests.stories.acting import cards, does, offered, report, table
from tests.stories.joining import NORA, joins_from_show
from tests.stories.jointly import (
    FACILITATOR,
    FIRST,
    KERRY,
    ROSALIE,
    begins,
    change,
    comes,
    gone,
    happened,
    ids,
    joint_card,
    parts,
    says,
    told_of,
)
from tests.stories.leaving import leaves, slack_id, tick
from tests.stories.promising import BASTIEN, lists, on, promise_more, told

HEAD, COLLEAGUE = "CVE-MD", "CVE-S2"
CHECKED = "2026-12-18"
"""Ten working days after the Friday on which it went."""


def test_caregivers_say_whether_it_changed_and_the_problem_closes_with_the_last_part(town: Town) -> None:
    """The author is asked for their institution, the hospital's director for theirs; nobody is asked again."""
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, HEAD)
    assert "joint.yes" not in str([each.blocks for each in town.person(ROSALIE).messages])
    comes(town, CHECKED)
    says(town, ROSALIE, "yes")
    assert parts(town, "verdict") == {"HSF": (None,), "CVE": ("yes",)}
    assert table(town, "problems")[0]["state"] == "accepted"
    says(town, BASTIEN, "partly")
    assert change(town)["ended"] == "verified"
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["closing"], problem["verdict"]) == ("closed", "solved", "yes")
    assert told_of(town, "joint_verified") == ids(town, HEAD, FACILITATOR, ROSALIE)
    assert "problem.verified" not in offered(town.person(ROSALIE).messages[-1])


def test_what_else_was_promised_ends_with_the_problem_and_who_owed_it_hears(town: Town) -> None:
    """The joint change took its place: in a circle each promise waited for another. Told once, and followed no more."""
    begins(town, institutions=("HSF", "CVE"))
    promise_more(town, "le 18 décembre", what="Un agenda partagé", owner=slack_id(town, "HSF-S2"))
    (own,) = [each["number"] for each in table(town, "commitments") if each["offered_to"] == "HSF-S2"]
    on(town, "HSF-S2", "commitment.take", f"ONC-1.{own}")
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    says(town, ROSALIE, "yes")
    before = len(town.person("HSF-S2").messages)
    says(town, BASTIEN, "yes")
    assert table(town, "problems")[0]["state"] == "closed"
    standing = {each["number"]: each["standing"] for each in table(town, "commitments")}
    assert standing[own] == "cancelled"
    assert set(standing.values()) == {"cancelled", "done"}
    assert len(town.person("HSF-S2").messages) == before + 1
    assert table(town, "followups") == []


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_no_reopens_that_part_and_its_new_promise_is_checked_again(town: Town) -> None:
    """The others stay verified; the institution promises anew with a date of its own, and is asked after it."""
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    says(town, BASTIEN, "yes")
    says(town, ROSALIE, "no")
    assert parts(town, "answered", "verdict")["CVE"] == ("asked", "no")
    comes(town, "2027-01-13")
    assert FIRST in lists(town, HEAD)[-1].text  # what waits for a new promise comes back with the list
    assert told_of(town, "joint_checked") == ids(town, BASTIEN, HEAD, FACILITATOR)
    says(town, HEAD, "take", what="Former l'équipe de nuit", due="le 20 janvier")
    assert parts(town, "answered")["CVE"] == ("taken",)
    comes(town, "2027-02-03")
    says(town, ROSALIE, "yes")
    assert change(town)["ended"] == "verified"
    assert happened(town).count("joint_checked") == 3
    assert table(town, "problems")[0]["state"] == "closed"
    assert {each["standing"] for each in table(town, "commitments")} == {"done"}


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_the_authors_answer_stands_without_a_name(town: Town) -> None:
    """Who said it is nobody's to read; it is said once, and the question thanks for it."""
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    says(town, ROSALIE, "yes")
    (step,) = [each for each in table(town, "events") if each["kind"] == "joint_checked"]
    assert step["actor"] is None
    assert "joint.no" not in offered(joint_card(town, ROSALIE, "problem.see"))


def test_what_a_colleague_says_for_the_institution_is_not_the_authors_word(town: Town) -> None:
    """The first answer counts for the part; whoever reported it is still asked whether it changed for them."""
    begins(town, institutions=("HSF", "CVE"))
    joins_from_show(town, COLLEAGUE)
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    says(town, COLLEAGUE, "yes")
    says(town, BASTIEN, "yes")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["closing"], problem["verdict"]) == ("closed", "solved", None)
    assert "problem.verified" in offered(town.person(ROSALIE).messages[-1])


def test_whoever_reported_the_same_hears_that_a_joint_change_ended_it(town: Town) -> None:
    """Closed as a duplicate by a director: nobody joined them; told once, without who answered last."""
    begins(town, institutions=("HSF", "CVE"))
    report(town, "Le résumé de fin de chimio n'arrive pas @HSF", by=NORA)
    does(town, BASTIEN, "problem.close", "ONC-2", closing="duplicate", duplicate_of="ONC-1")
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    before = len(cards(town.person(NORA), "ONC-2"))
    says(town, BASTIEN, "yes")
    says(town, ROSALIE, "yes")
    assert len(cards(town.person(NORA), "ONC-2")) == before + 1
    (step,) = [each for each in table(town, "events") if each["kind"] == "other_closed"]
    assert step["actor"] is None


def test_a_caregiver_who_stays_silent_is_asked_once_more_and_then_the_institution(town: Town) -> None:
    """Three weeks later again, once; three more, whoever answers there asks on the ground, and it is verified."""
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, HEAD)
    comes(town, CHECKED)
    says(town, BASTIEN, "yes")

    def asked(who: str) -> int:
        return len([each for each in town.person(who).messages if "joint.yes" in str(each.blocks)])

    assert (asked(ROSALIE), asked(HEAD)) == (1, 0)
    comes(town, "2027-01-13")
    comes(town, "2027-01-14")
    assert (asked(ROSALIE), asked(HEAD)) == (2, 0)
    comes(town, "2027-02-03")
    assert asked(ROSALIE) == 2
    (_, question) = [each for each in town.person(HEAD).messages if "joint.yes" in str(each.blocks)]
    assert "Aucune réponse du terrain pour l'instant" in question.text
    town.person(HEAD).presses(question, "joint.yes")
    town.deliver()
    assert change(town)["ended"] == "verified"
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["verdict"]) == ("closed", None)  # its author has not said it
    assert "problem.verified" in offered(town.person(ROSALIE).messages[-1])


def test_where_nobody_of_an_institution_is_left_the_facilitator_says_whether_it_changed(town: Town) -> None:
    """Its director has left and has no delegate: the question with its buttons is theirs, and it is heard."""
    begins(town, institutions=("HSF", "GTV"))
    gone(town, BASTIEN, KERRY)
    with town.house.worker_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        retire(uow, place, KERRY, actor=None, now=town.clock.now)
    comes(town, CHECKED)
    says(town, BASTIEN, "yes")
    question = next(each for each in reversed(town.person(FACILITATOR).messages) if "joint.yes" in str(each.blocks))
    town.person(FACILITATOR).presses(question, "joint.yes")
    town.deliver()
    assert change(town)["ended"] == "verified"


def test_whoever_covers_an_absent_director_gets_the_card_of_a_joint_change_and_takes_the_part(town: Town) -> None:
    """The absence begins: the card comes to the delegate, once, and what they do there counts for the institution."""
    begins(town, institutions=("HSF", "GTV"))
    leaves(town, KERRY, delegate_1=slack_id(town, "GTV-S1"))
    tick(town, town.clock.now)
    card = joint_card(town, "GTV-S1", "joint.take")
    assert len(told(town, "GTV-S1", FIRST)) == 1
    assert "joint.take" in str(card.blocks)
    says(town, "GTV-S1", "take", what="Lire le résumé le jour même")
    assert parts(town, "answered")["GTV"] == ("taken",)


def test_a_change_whose_problem_is_closed_before_anybody_said_so_is_not_called_verified(town: Town) -> None:
    """It went; the hospital closes the problem; ten days later nobody is asked, and it reads as it is."""
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, HEAD)
    does(town, BASTIEN, "problem.close", closing="not_solvable", reason="Le poste est aboli")
    comes(town, CHECKED)
    assert change(town)["ended"] == "unverified"
    assert told(town, BASTIEN, "changement conjoint · clos avant d'être vérifié")
    assert "joint.yes" not in str([each.blocks for each in town.person(ROSALIE).messages])
