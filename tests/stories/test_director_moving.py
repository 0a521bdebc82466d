"""Who has it when it moves: an accepted problem sent elsewhere, a director kept out, endings that owe a reason."""

from tests.house import Town
from tests.stories.acting import card_with, cards, does, news, offered, press, report, seen, table, whole
from tests.stories.looking import ABOUT_CHEMO, window

ROSALIE, BASTIEN, ADVISOR = "CVE-S1", "HSF-MD", "ADV-1"


def test_sending_elsewhere_what_was_accepted_owes_its_lead_a_reason(town: Town) -> None:
    """The lead is told why, and still owes the answer until the other accepts; nothing is without an owner."""
    report(town, "Un risque de chute à l'hôpital, en oncologie")
    does(town, BASTIEN, "problem.accept")
    before = news(town, BASTIEN), news(town, ROSALIE)
    advisor = town.person(ADVISOR)
    advisor.runs("/sc list")
    press_reroute(town, "")
    assert table(town, "problems")[0]["institution"] == "HSF"
    press_reroute(town, "La pharmacie a le formulaire")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"], problem["owes"]) == ("routed", "PCO", "HSF")
    assert (news(town, BASTIEN), news(town, ROSALIE)) == (before[0] + 1, before[1])
    assert "La pharmacie a le formulaire" in cards(town.person(BASTIEN))[-1].text
    does(town, "PCO-MD", "problem.accept")
    assert table(town, "problems")[0]["owes"] == "PCO"
