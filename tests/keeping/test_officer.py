"""The privacy officer in Slack: a person's file, an erasure that is confirmed, the access log, incidents."""

import json

import pytest

from sc_bot.playground.errors import Unfilled
from sc_bot.playground.screen import Screen
from sc_bot.upkeep import keep_terms
from tests.house import Town
from tests.keeping.telling import let_terms_end, said_in_slack, solved
from tests.stories.acting import report, show
from tests.stories.looking import NAM, everything, rows, text_of, window

OFFICER = "PRV-1"
INCIDENT: dict[str, object] = {
    "what": "Un fichier du comité a été envoyé à la mauvaise adresse",
    "kinds": "Noms de membres du personnel",
    "people": "12",
    "risk": "none",
    "measures": "Le fichier a été supprimé par la personne qui l'a reçu",
}


def front(town: Town, verb: str = "confidentialité") -> Screen:
    """The officer asks what can be done."""
    officer = town.person(OFFICER)
    officer.runs(f"/sc {verb}")
    return officer


def choose(town: Town, act: str, person: str = "UCVES1000") -> Screen:
    """The officer chooses somebody, and what for."""
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.person")
    officer.submits(window(town, officer, "person"), {"person": person, "act": act})
    return officer


@pytest.mark.parametrize("verb", ["privacy", "confidentialité", "confidentialite"])
def test_everybody_hears_how_long_names_are_kept_and_whom_to_ask(town: Town, verb: str) -> None:
    """In their own language; only the officer has buttons."""
    rosalie = town.person("CVE-S1")
    rosalie.runs(f"/sc {verb}")
    assert "12 mois" in rosalie.messages[-1].text.replace("\u00a0", " ")
    assert "Ouimetière" in rosalie.messages[-1].text
    assert "privacy.person" not in text_of(rosalie.messages[-1])
    assert "privacy.person" in text_of(front(town, verb).messages[-1])


def test_the_file_of_a_person_comes_as_a_direct_message(town: Town, region_url: str) -> None:
    """Whole, and noted; after its term the file goes from Slack."""
    solved(town)
    choose(town, "export")
    town.deliver()
    (file,) = [each for each in town.slack.workspace.files.values() if each.name.endswith(".json")]
    assert json.loads(file.content or b"")["stored"]["problems"][0]["reference"] == "ONC-1"
    assert ("PRV-1", "CVE-S1", "export in Slack") in [
        (each["reader"], each["subject"], each["screen"]) for each in rows(region_url, "accesses")
    ]
    let_terms_end(town, 1.1)
    assert "Rosalie" not in said_in_slack(town)
    assert file.content is None


def test_an_erasure_is_shown_then_confirmed(town: Town, region_url: str) -> None:
    """Without the tick nothing happens; with it nothing says any more who they were."""
    report(town)
    officer = choose(town, "erase")
    shown = window(town, officer, "confirmed")
    assert "Rosalie Thuotel" in text_of(shown)
    with pytest.raises(Unfilled):
        officer.submits(shown, {})
    assert "Rosalie" in everything(region_url)
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    town.deliver()
    keep_terms(town.house)
    assert "CVE-S1" not in everything(region_url)
    assert "Rosalie" not in everything(region_url)


def test_the_access_log_is_shown(town: Town) -> None:
    """The reader by name, and what they read."""
    report(town)
    show(town, "ADV-1")
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.accesses")
    shown = text_of(window(town, officer))
    assert "Kerouac-Tily" in shown
    assert "ONC-1" in shown
    assert "Rosalie" not in shown


def test_an_incident_is_recorded_and_shown(town: Town, region_url: str) -> None:
    """Numbered, never changed."""
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.incident")
    officer.submits(window(town, officer, "what"), {**INCIDENT, "notified": ["commission"]})
    (row,) = rows(region_url, "incidents")
    assert (row["number"], row["people"], row["notified"], row["confirmed"]) == (1, 12, ["commission"], "")
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.incidents")
    assert town.slack.wait_for(lambda: "mauvaise adresse" in text_of(officer.modal))


def test_no_number_of_a_patient_enters_the_register(town: Town, region_url: str) -> None:
    """The words pass the gate like any others."""
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.incident")
    sent = officer.submits(window(town, officer, "what"), {**INCIDENT, "what": f"Le dossier de {NAM}"})
    assert list(sent.errors) == ["what"]
    assert rows(region_url, "incidents") == []


def test_incidents_are_kept_for_five_years(town: Town, region_url: str) -> None:
    """Then they go."""
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.incident")
    officer.submits(window(town, officer, "what"), INCIDENT)
    let_terms_end(town, 59)
    assert len(rows(region_url, "incidents")) == 1
    let_terms_end(town, 2)
    assert rows(region_url, "incidents") == []


@pytest.mark.parametrize(("field", "typed"), [("people", "trois"), ("day", "2026-11-20")])
def test_what_cannot_be_is_asked_again_on_its_field(town: Town, region_url: str, field: str, typed: str) -> None:
    """A number that is none; a day that is still ahead, which would otherwise stand in the register as another one."""
    officer = front(town)
    officer.presses(officer.messages[-1], "privacy.incident")
    sent = officer.submits(window(town, officer, "what"), {**INCIDENT, field: typed})
    assert list(sent.errors) == [field]
    assert rows(region_url, "incidents") == []


def test_what_is_kept_for_years_says_its_year(town: Town) -> None:
    """Both registers; and who is forgotten is called so."""
    choose(town, "erase")
    officer = town.person(OFFICER)
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    keep_terms(town.house)
    officer.presses(front(town).messages[-1], "privacy.accesses")
    assert town.slack.wait_for(lambda: "une personne effacée" in text_of(officer.modal))
    assert "novembre 2026" in text_of(officer.modal)
    officer.presses(officer.messages[-1], "privacy.incident")
    officer.submits(window(town, officer, "what"), INCIDENT)
    officer.presses(front(town).messages[-1], "privacy.incidents")
    assert town.slack.wait_for(lambda: "mauvaise adresse" in text_of(officer.modal))
    assert "novembre 2026" in text_of(officer.modal)


def test_the_officer_finds_the_same_by_buttons_alone(town: Town) -> None:
    """`/sc`, then *Confidentialité*: what `/sc confidentialité` shows. A file is called a file, not a workbook."""
    officer = town.person(OFFICER)
    officer.runs("/sc")
    officer.presses(officer.messages[-1], "sc.about")
    assert town.slack.wait_for(lambda: "privacy.person" in text_of(officer.messages[-1]))
    said = text_of(choose(town, "export").modal)
    assert "Le fichier est en préparation" in said
