"""A meeting of the support committee, lived through: agenda, room, decisions, promises, minutes."""

from datetime import time

from tests.house import Town
from tests.stories.acting import seen, table
from tests.stories.looking import fields, text_of, window
from tests.stories.meeting import (
    MODERATOR,
    agenda_of,
    at,
    draft_of,
    ended,
    opened,
    saves,
    wall,
)
from tests.stories.promising import BASTIEN, ROSALIE, SABRINA, accepted, on, told

TOPIC = "Les résumés de fin de chimio"
DECIDED = "Le résumé part le jour même, à l'essai trois mois"


def with_an_item(town: Town, topic: str = TOPIC, reference: str = "ONC-1") -> None:
    """A caregiver puts a topic onto the next agenda."""
    shown = town.person(ROSALIE).runs("/sc ordre du jour").message
    assert shown is not None
    view = opened(town, ROSALIE, shown, "meeting.add", "topic")
    town.person(ROSALIE).submits(view, {"topic": topic, "reference": reference})
    town.deliver()


def test_a_meeting_is_lived_through_from_its_agenda_to_its_minutes(town: Town) -> None:
    """Two working days before, the agenda; in the room, a decision and a promise; then minutes, approved and sent."""
    accepted(town)
    assert at(town, "2026-11-26") == 0
    with_an_item(town)
    with_an_item(town, "La salle", reference="")
    assert at(town, "2026-11-27", time(7, 59)) == 0
    assert at(town, "2026-11-27") == 1
    assert at(town, "2026-11-27", time(9, 1)) == 0
    agenda = agenda_of(town, BASTIEN)
    assert TOPIC in agenda.text
    assert "Rosalie" not in text_of(agenda)
    town.person(BASTIEN).presses(agenda, "meeting.coming")
    town.deliver()
    assert "Vous avez dit que vous y serez" in agenda_of(town, BASTIEN).text
    _in_the_room(town)
    _promised(town)
    _minutes(town)


def _in_the_room(town: Town) -> None:
    at(town, "2026-12-01", time(13, 31))
    view = opened(town, MODERATOR, agenda_of(town, MODERATOR), "meeting.run", "present")
    ticked = str([each.get("element", {}).get("initial_options") for each in view.blocks])
    assert "HSF-MD" in ticked
    assert MODERATOR in ticked  # whoever is about to lead it is there
    town.person(MODERATOR).submits(view, {"present": ["HSF-MD", "SC-1"]})
    assert TOPIC in text_of(window(town, town.person(MODERATOR), "promises"))
    assert "point 1 de 2" in wall(town).text
    assert "Jusqu'à 13\u00a0h\u00a036" in wall(town).text
    promises = "Bastien envoie le sommaire d'ici vendredi\nQuelqu'un prévient le GMF"
    person = town.person(MODERATOR)
    person.submits(window(town, person, "promises"), {"decided": DECIDED, "promises": promises})
    asked = text_of(window(town, person, "promises"))
    assert "Pour quand?" in asked or "Qui?" in asked
    assert table(town, "commitments") == []
    view = saves(town, decided=DECIDED, promises="Bastien envoie le sommaire d'ici vendredi")
    assert "La salle" in text_of(view)
    assert DECIDED in wall(town).text
    assert "1 engagement noté" in wall(town).text
    for name in ("Bastien", "Rosalie", "Jocelyne"):
        assert name not in text_of(wall(town))
    view = saves(town, outcome="parked", decided="Attendre le budget")
    assert fields(view) == []
    assert "épuisé" in wall(town).text
    ended(town)
    assert "terminée" in wall(town).text


def _promised(town: Town) -> None:
    """What was noted is nobody's promise until its owner says so."""
    (noted,) = table(town, "commitments")
    assert (noted["standing"], str(noted["due_day"])) == ("offered", "2026-12-04")
    (card,) = told(town, BASTIEN, "noté pour vous en rencontre")
    assert "vendredi 4\u00a0décembre" in card.text
    assert told(town, ROSALIE, "un engagement est pris") == []
    on(town, BASTIEN, "commitment.take", "ONC-1.1")
    (noted,) = table(town, "commitments")
    assert noted["standing"] == "open"
    assert [each["subject"] for each in table(town, "followups") if each["commitment"]] == ["commitment:1"]
    history = seen(town, BASTIEN)
    assert DECIDED in history
    assert "Comité de soutien" in history


def _minutes(town: Town) -> None:
    draft = draft_of(town)
    view = opened(town, MODERATOR, draft, "meeting.correct", f"text_{table(town, 'agenda_items')[0]['id']}")
    assert len(fields(view)) == 2
    town.person(MODERATOR).submits(view, {fields(view)[0]: f"{DECIDED}, puis un bilan"})
    town.deliver()
    assert told(town, BASTIEN, "Compte rendu") == []
    town.person(MODERATOR).presses(draft_of(town), "meeting.approve")
    town.deliver()
    at(town, "2026-12-02")
    for who in (BASTIEN, SABRINA):
        (sent,) = told(town, who, "Compte rendu")
        assert "puis un bilan" in sent.text
    assert len(told(town, MODERATOR, "Compte rendu")) == 1  # the draft that they approved
    view = opened(town, BASTIEN, told(town, BASTIEN, "Compte rendu")[0], "meeting.see")
    assert view.payload["title"]["text"] == "Compte rendu"
    said = text_of(view)
    for fact in ("Bastien Morelière", "Attendre le budget", "Mis de côté", "envoie le sommaire", "vendredi 4"):
        assert fact in said
    assert at(town, "2026-12-11") == 1
    assert "La salle" in agenda_of(town, BASTIEN, "Comité de soutien · mardi 15").text
