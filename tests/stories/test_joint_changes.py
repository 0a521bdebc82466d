"""A joint change over the wire: begun, taken, ready; what keeps it from going; who is told, and how often."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time

import pytest

from sc_bot.domain.policies import QuietHours
from tests.house import Town
from tests.stories.acting import does, in_channel, offered, show, table
from tests.stories.jointly import (
    DAY,
    FACILITATOR,
    FIRST,
    JEROME,
    KERRY,
    LATER,
    ROSALIE,
    WHAT,
    begins,
    change,
    comes,
    gone,
    happened,
    ids,
    joint_card,
    parts,
    says,
    takes,
    told_of,
)
from tests.stories.leaving import FANNY, leaves, slack_id
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN, lists, told


def test_all_agree_all_ready_and_it_goes_in_the_morning_of_its_date(town: Town) -> None:
    """Each part is a promise; whoever got it ready and the author hear it once, each channel has one neutral line."""
    assert FIRST in begins(town)
    assert "joint.take" in offered(joint_card(town, KERRY))
    takes(town, BASTIEN)
    assert change(town)["ended"] is None
    assert told_of(town, "joint_dated") == []
    takes(town, KERRY)
    assert told_of(town, "joint_dated") == ids(town, BASTIEN, FACILITATOR)  # not who agreed last
    assert [(each["institution"], str(each["due_day"])) for each in table(town, "commitments")] == [
        ("HSF", DAY),
        ("GTV", DAY),
    ]
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    for at in (time(8, 1), time(8, 2), time(11, 0)):
        comes(town, DAY, at)
    assert told_of(town, "joint_went") == ids(town, BASTIEN, KERRY, FACILITATOR, ROSALIE)
    (heard,) = [each.text for each in town.person(ROSALIE).messages if WHAT in each.text]
    assert heard.startswith("ONC-1\u00a0: un changement conjoint est en vigueur")
    assert "vendredi 4\u00a0décembre" in heard
    for channel in ("cs-hsf", "cs-gtv"):
        (line,) = in_channel(town, channel, FIRST)
        assert WHAT not in text_of(line)
    assert {each["standing"] for each in table(town, "commitments")} == {"done"}


def test_one_slip_takes_the_date_out_of_force_and_asks_everybody_again(town: Town) -> None:
    """All are told at once and once; promises move with the date; it is in force again when enough agree to it."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, BASTIEN, "ready")
    said = says(town, KERRY, "slip", reason="La messagerie arrive la semaine suivante", due="le 11 décembre")
    assert "11" in said
    assert str(change(town)["day"]) == LATER
    assert parts(town, "agrees", "ready") == {"HSF": (False, False), "GTV": (True, False)}
    assert told_of(town, "joint_redated") == ids(town, BASTIEN, FACILITATOR)
    assert [str(each["due_day"]) for each in table(town, "commitments")] == [LATER, LATER]
    comes(town, DAY)
    assert "joint_went" not in happened(town)
    says(town, BASTIEN, "agree")
    assert happened(town)[-2:] == ["joint_agreed", "joint_dated"]
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    comes(town, LATER)
    assert change(town)["ended"] == "gone"


def test_two_who_slip_at_once_give_one_date_and_the_second_is_told(town: Town) -> None:
    """The first wins; the other's button was about a date that is no longer asked about, and changes nothing."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    days = {BASTIEN: "le 10 décembre", KERRY: "le 11 décembre"}
    for who, due in days.items():
        person = town.person(who)
        person.presses(joint_card(town, who, "joint.slip"), "joint.slip")
        person.submits(window(town, person, "reason"), {"reason": "Pas avant", "due": due})

    def send(who: str) -> None:
        modal = town.person(who).modal
        assert modal is not None
        town.person(who).submits(modal, {})

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(send, days))
    town.deliver()
    assert happened(town).count("joint_redated") == 1
    assert sum(row["round"] == 2 for row in table(town, "joint_changes")) == 1
    ends = " ".join(text_of(town.person(each).modal) for each in days)
    assert "a agi avant vous" in ends or "acted first" in ends


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_without_a_written_roll_back_it_does_not_go_and_everybody_hears_why_once(town: Town) -> None:
    """All ready is not enough; a new date is asked for, and nothing is in force until then."""
    begins(town, back="")
    takes(town, BASTIEN, KERRY)
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    for at in (time(8, 1), time(8, 5), time(15, 0)):
        comes(town, DAY, at)
    assert told_of(town, "joint_held") == ids(town, BASTIEN, KERRY, FACILITATOR)
    assert change(town)["day"] is None
    says(town, BASTIEN, "back", back="On reprend la poste")
    says(town, BASTIEN, "slip", reason="Le retour est écrit", due="le 11 décembre")
    says(town, KERRY, "agree")
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    comes(town, LATER)
    assert change(town)["ended"] == "gone"


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_quorum_goes_without_the_one_that_withdraws_and_all_are_told(town: Town) -> None:
    """Two of three; the one that declines is counted by the rule, told to everybody, and promises nothing more."""
    begins(town, institutions=("HSF", "GTV", "PCO"), rule="2")
    takes(town, BASTIEN, KERRY, JEROME)
    says(town, JEROME, "decline", reason="La pharmacie ferme ce mois-là")
    assert told_of(town, "joint_declined") == ids(town, BASTIEN, KERRY, FACILITATOR)
    assert [each["standing"] for each in table(town, "commitments")] == ["open", "open", "cancelled"]
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    comes(town, DAY)
    assert change(town)["ended"] == "gone"
    assert in_channel(town, "cs-pco", FIRST) == []


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_what_one_needs_is_told_to_all_and_ready_again_takes_it_back(town: Town) -> None:
    """Somebody may have it; who needs something is not ready."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, KERRY, "ready")
    says(town, KERRY, "need", needs="Un accès à la messagerie")
    assert told_of(town, "joint_needs") == ids(town, BASTIEN, FACILITATOR)
    assert parts(town, "ready")["GTV"] == (False,)
    says(town, KERRY, "ready")
    assert parts(town, "ready", "needs")["GTV"] == (True, None)


def test_who_covers_an_absent_director_speaks_for_the_institution(town: Town) -> None:
    """An absent director is never a black hole: their nurse takes the part, and what the author hears is the same."""
    begins(town, FACILITATOR)
    leaves(town, last_day="2026-12-10", delegate_1=slack_id(town, FANNY))
    person = town.person(FANNY)
    person.presses(person.runs("/sc conjoint").message, "joint.take")  # type: ignore[arg-type] # it answers
    assert town.slack.wait_for(lambda: person.modal is not None)
    assert person.modal is not None
    person.submits(person.modal, {"what": "Envoyer le résumé le jour même"})
    town.deliver()
    assert parts(town, "answered", "by")["HSF"] == ("taken", FANNY)


def test_reminders_come_with_the_morning_list_and_not_as_messages(town: Town) -> None:
    """Three working days before its date whoever is not ready finds it in the list; who is ready does not."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, BASTIEN, "ready")
    comes(town, "2026-12-01")
    (theirs,) = lists(town, KERRY)
    assert FIRST in theirs.text
    assert "joint.see" in offered(theirs)
    assert all(FIRST not in each.text for each in lists(town, BASTIEN))


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_outside_working_hours_it_waits_for_the_next_morning(town: Town) -> None:
    """A bot that slept over the morning of the date goes on the next one, not at night."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    comes(town, DAY, time(22, 0))
    assert change(town)["ended"] is None
    comes(town, "2026-12-07")
    assert change(town)["ended"] == "gone"


def test_it_goes_also_where_the_list_of_the_morning_comes_before_the_quiet_hours_end(town: Town) -> None:
    """A community that is quiet until nine has its lists at eight, and its joint changes with them."""
    with town.house.worker_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        policies = replace(place.community.policies, quiet_hours=QuietHours(time(18), time(9)))
        changed = replace(place.community, policies=policies)
        uow.communities.save_settings(place, changed, actor=None, now=town.clock.now)
    begins(town)
    gone(town, BASTIEN, KERRY)
    assert change(town)["ended"] == "gone"


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_it_is_shown_with_the_problem_and_taken_back_with_a_reason_for_all(town: Town) -> None:
    """`/sc show` has it; the roll-back is told to institutions and caregivers, and its problem stays open."""
    begins(town)
    gone(town, BASTIEN, KERRY)
    assert FIRST in show(town, ROSALIE).text
    says(town, BASTIEN, "roll_back", reason="Les envois se perdent")
    assert change(town)["ended"] == "rolled_back"
    assert told_of(town, "joint_rolled_back") == ids(town, KERRY, FACILITATOR, ROSALIE)
    assert table(town, "problems")[0]["state"] == "accepted"


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_problem_that_is_closed_ends_its_change(town: Town) -> None:
    """Nothing is left to change together, and nothing goes."""
    begins(town)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Réglé entre équipes")
    assert change(town)["ended"] == "abandoned"
    comes(town, DAY)
    assert "joint_held" not in happened(town)


def test_when_too_few_are_left_for_the_rule_everybody_reads_what_can_be_done(town: Town) -> None:
    """All are asked for and one declines: it cannot go any more, and both the message and the card say so."""
    begins(town)
    takes(town, BASTIEN)
    says(town, KERRY, "decline", reason="La pharmacie ferme ce mois-là")
    (heard,) = told(town, FACILITATOR, "ne participe pas.")
    assert "peut l'abandonner, puis le proposer à ceux qui restent" in heard.text
    assert "Trop peu d'établissements y participent." in joint_card(town, BASTIEN).text
