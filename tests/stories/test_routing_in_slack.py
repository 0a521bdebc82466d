"""Each report finds the one who can act, and says why, to its author and to the one who receives it."""

from typing import NamedTuple

import pytest

from tests.house import Town, card_of
from tests.stories.looking import buttons, rows, shown_to, window

CHOSEN, ADDRESSED, NAMED, TABLE, TRIAGE = "chosen", "addressed", "named", "table", "triage"


class Told(NamedTuple):
    """A text; its reference, who has it, why, and the words that decided."""

    text: str
    reference: str
    name: str
    kind: str
    matched: str


TOLD = [
    Told("Le suivi est perdu @CVE", "CS-1", "Ginette Aubertineau", ADDRESSED, "CVE"),
    Told("Rien n'arrive de l'hopital", "CS-1", "Bastien Morelière", NAMED, "hôpital"),
    Told("La pharmacie ferme à 17 h", "CS-1", "Jérôme Vidalenc-Roy", NAMED, "pharmacie"),
    Told("The ER never calls back", "CS-1", "Bastien Morelière", NAMED, "ER"),
    Told("Pas de transport bénévole pour la chimio", "ONC-1", "Marie-Soleil Tancrédin", TABLE, "transport bénévole"),
    Told("Cancer sans suivi depuis un mois", "ONC-1", "Bastien Morelière", TABLE, "cancer"),
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.text)
def test_author_and_director_read_why_it_went_there(town: Town, region_url: str, told: Told) -> None:
    """An addressee, an alias, an acronym, a line of the table: the words that decided are quoted to both."""
    answer = town.person("HSF-S1").runs(f"/problem {told.text}")
    assert told.name in answer.text
    assert f"«\u00a0{told.matched}\u00a0»" in answer.text
    assert rows(region_url, "problems")[0]["because_kind"] == told.kind
    town.deliver()
    director = next(each for each in town.community.people if each.name == told.name)
    assert f"«\u00a0{told.matched}\u00a0»" in card_of(town.person(director.id), told.reference).text


def test_an_institution_that_was_chosen_goes_before_everything(town: Town, region_url: str) -> None:
    """The window's choice is taken, whatever the text names or addresses."""
    fanny, luc = town.person("HSF-S1"), town.person("CJB-MD")
    fanny.runs("/problem")
    sent: dict[str, object] = {"description": "L'hôpital attend @CVE", "institution": "CJB"}
    said = fanny.submits(window(town, fanny), sent)
    assert said.view is not None
    assert "Luc-Olivier Savardière" in str(said.view.blocks)
    assert rows(region_url, "problems")[0]["because_kind"] == CHOSEN
    town.deliver()
    assert "problem.accept" in buttons(card_of(luc, "CS-1"))


def test_acronyms_are_read_by_case_and_aliases_as_whole_words(town: Town, region_url: str) -> None:
    """The letters er inside a word, or in small letters, is no emergency room; the facilitator has it."""
    answer = town.person("HSF-S1").runs("/problem Il faut aller chercher et signer le formulaire")
    assert "Anne-Sophie Kerouac-Tily" in answer.text
    assert rows(region_url, "problems")[0]["because_kind"] == TRIAGE


def test_what_names_nobody_is_for_the_facilitator_to_place(town: Town) -> None:
    """Never dropped: the answer says who looks for the right institution, and the facilitator has the card."""
    fanny, anne, ginette = town.person("HSF-S1"), town.person("ADV-1"), town.person("CVE-MD")
    answer = fanny.runs("/problem Le formulaire se perd toujours")
    assert "Anne-Sophie Kerouac-Tily" in answer.text
    town.deliver()
    anne.presses(card_of(anne, "CS-1", "problem.reroute"), "problem.reroute")
    anne.submits(window(town, anne, "institution"), {"institution": "CVE"})
    town.deliver()
    assert "problem.accept" in buttons(card_of(ginette, "CS-1"))


def test_of_several_named_the_likeliest_has_it_and_another_is_one_tap_away(town: Town, region_url: str) -> None:
    """The answer's button sends it there, says who has it now, and the first director's buttons are gone."""
    rosalie, bastien, kerry = town.person("CVE-S1"), town.person("HSF-MD"), town.person("GTV-MD")
    answer = rosalie.runs("/problem L'hôpital n'envoie pas le résumé au GMF").message
    assert answer is not None
    town.deliver()
    assert "problem.accept" in buttons(card_of(bastien, "CS-1"))
    assert "problem.send_to" in buttons(answer)
    rosalie.presses(answer, "problem.send_to", "CS-1 GTV")
    assert town.slack.wait_for(lambda: "Kerry Osgoodby" in answer.text)
    assert rows(region_url, "problems")[0]["because_kind"] == CHOSEN
    town.deliver()
    assert "problem.accept" in buttons(card_of(kerry, "CS-1"))
    assert not any("problem.accept" in str(each.blocks) for each in bastien.messages)


def test_each_of_several_others_is_one_tap_away(town: Town) -> None:
    """Three more named: a button for each, and everything else behind the menu; all of it works."""
    rosalie, jerome = town.person("CVE-S1"), town.person("PCO-MD")
    answer = rosalie.runs(
        "/problem L'hôpital n'envoie rien au GMF, au CHSLD, au centre jeunesse ni à la pharmacie"
    ).message
    assert answer is not None
    assert buttons(answer) == ["problem.send_to"] * 3
    there = [row["value"] for block in answer.blocks if block["type"] == "actions" for row in block["elements"][:1]]
    assert there == ["CS-1 GTV", "CS-1 CRC", "CS-1 CJB"]
    rosalie.chooses(answer, "problem.more", "problem.show_name CS-1")
    assert town.slack.wait_for(lambda: answer.edited == 1)
    assert "problem.show_name" not in buttons(answer)
    assert "problem.change_institution" in buttons(answer)
    rosalie.presses(answer, "problem.change_institution")
    rosalie.submits(window(town, rosalie, "institution"), {"institution": "PCO"})
    town.deliver()
    assert "Rosalie Thuotel" in card_of(jerome, "CS-1", "problem.accept").text


def test_each_reads_the_reason_in_their_own_language(town: Town) -> None:
    """A French report to an English-speaking director: the same words quoted, the sentence in English."""
    town.person("HSF-S1").runs("/problem Le médecin de famille n'a pas répondu")
    town.deliver()
    text = card_of(town.person("GTV-MD"), "CS-1").text
    assert "You receive it because" in text
    assert "“médecin de famille”" in text


def retire(town: Town, *people: str) -> None:
    """These people are no longer active."""
    for each in people:
        with town.house.web_database.unit_of_work() as uow:
            place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
            uow.communities.retire_person(place, each, actor=None, now=town.clock())


GONE = [  # who left, who reports, who has it then
    ((), "CVE-S1", "HSF-MD"),
    (("HSF-MD",), "CVE-S1", "SC-1"),
    (("HSF-MD", "SC-1"), "CVE-S1", "ADV-1"),
    (("HSF-MD", "SC-1", "ADV-1"), "CVE-S1", "MOD-1"),
    (("HSF-MD",), "SC-1", "ADV-1"),
    (("HSF-MD", "SC-1"), "ADV-1", "MOD-1"),
]


@pytest.mark.parametrize(("gone", "reporter", "having"), GONE)
def test_there_is_always_an_owner_and_it_is_never_the_one_who_reported(
    town: Town, gone: tuple[str, ...], reporter: str, having: str
) -> None:
    """Director, then the delegates in order, then the facilitator, then the substitute; the author is passed over."""
    retire(town, *gone)
    name = next(each.name for each in town.community.people if each.id == having)
    answer = town.person(reporter).runs("/problem L'hôpital ne rappelle jamais")
    assert name in answer.text
    town.deliver()
    assert "CS-1" in shown_to(town.person(having))
    card = card_of(town.person(having), "CS-1")
    assert card.from_bot
    assert "jamais" in card.text


def test_a_report_to_nobody_in_particular_by_the_facilitator_goes_to_the_substitute(town: Town) -> None:
    """Who triages does not place their own report."""
    answer = town.person("ADV-1").runs("/problem Le formulaire se perd toujours")
    assert "Jocelyne Rivardeau" in answer.text
    town.deliver()
    assert "formulaire" in card_of(town.person("MOD-1"), "CS-1").text


def test_an_author_may_keep_their_own_director_out(town: Town) -> None:
    """Then the delegate has it; the director hears nothing, not even that it exists."""
    fanny, bastien, sabrina = town.person("HSF-S1"), town.person("HSF-MD"), town.person("SC-1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    sent: dict[str, object] = {"description": "L'hôpital ne rappelle jamais", "flags": ["keep_out"]}
    fanny.submits(window(town, fanny, "flags"), sent)
    town.deliver()
    assert "problem.accept" in buttons(card_of(sabrina, "CS-1"))
    assert not [each for each in bastien.messages if each.channel.startswith("D") and "CS-1" in each.text]
    shown = bastien.runs("/sc show CS-1").message
    assert shown is not None
    assert "rappelle" not in str(shown.blocks)


def test_after_a_return_the_returner_owes_until_another_accepts_and_the_second_goes_to_the_committee(
    town: Town, region_url: str
) -> None:
    """Nothing is ever between two chairs."""
    town.person("CVE-S1").runs("/problem L'hôpital ne rappelle jamais")
    town.deliver()
    for who, other in (("HSF-MD", "CRC"), ("CRC-MD", "CJB")):
        director = town.person(who)
        assert [row["owes"] for row in rows(region_url, "problems")] == ["HSF"]
        director.presses(card_of(director, "CS-1", "problem.return"), "problem.return")
        sent: dict[str, object] = {"reason": "Ce n'est pas notre service", "institution": other}
        director.submits(window(town, director, "reason"), sent)
        town.deliver()
    assert [row["state"] for row in rows(region_url, "problems")] == ["arbitration"]
    assert "problem.assign" in str(card_of(town.person("SC-3"), "CS-1").blocks)
