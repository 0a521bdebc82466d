"""Number 30 of the seed: "Active and ongoing participation by the general managers **on the steering committee**"."""

from datetime import time

from tests.house import Town
from tests.stories.acting import seen, table
from tests.stories.deciding import asks
from tests.stories.looking import text_of
from tests.stories.meeting import MODERATOR, at, ended, opened, saves
from tests.stories.promising import BASTIEN, accepted, on, told

ODILE, HEAD = "HSF-DG", "Comité directeur · mercredi 9\u00a0décembre à 9\u00a0h"
DECIDED = "Admettre sans dossier complet, à l'essai trois mois"


def test_what_the_steering_committee_decides_becomes_a_promise_and_is_followed(town: Town) -> None:
    """The open question is first on its agenda; decided there, the promise is confirmed and owed."""
    accepted(town)
    asks(town, due="le 15 décembre")
    assert at(town, "2026-12-04") == 0
    assert at(town, "2026-12-07") == 1
    (agenda,) = told(town, ODILE, HEAD)
    assert "1. ONC-1" in agenda.text
    assert "décision demandée" in agenda.text
    assert told(town, BASTIEN, "Comité directeur") == []
    at(town, "2026-12-09", time(9, 0))
    (own,) = told(town, MODERATOR, HEAD)
    view = opened(town, MODERATOR, own, "meeting.run", "present")
    town.person(MODERATOR).submits(view, {"present": [ODILE]})
    saves(town, MODERATOR, decided=DECIDED, promises="Bastien prépare l'essai d'ici le 18 décembre")
    assert [each["standing"] for each in table(town, "commitments")] == ["offered"]
    on(town, BASTIEN, "commitment.take", "ONC-1.1")
    (promise,) = table(town, "commitments")
    assert (promise["standing"], str(promise["due_day"])) == ("open", "2026-12-18")
    assert "commitment:1" in [each["subject"] for each in table(town, "followups")]
    assert DECIDED in seen(town, BASTIEN)


def test_without_a_channel_of_its_own_the_wall_is_the_moderators_conversation(town: Town) -> None:
    """One message, edited in place, to be shared from their screen."""
    accepted(town)
    asks(town, due="le 15 décembre")
    at(town, "2026-12-07")
    at(town, "2026-12-09", time(9, 0))
    view = opened(town, MODERATOR, told(town, MODERATOR, HEAD)[0], "meeting.run", "present")
    town.person(MODERATOR).submits(view, {"present": [ODILE]})
    town.deliver()
    (wall,) = told(town, MODERATOR, "point 1 de 1")
    saves(town, MODERATOR, decided=DECIDED)
    ended(town)
    (after,) = [each for each in told(town, MODERATOR, "Son compte rendu suivra") if each.ts == wall.ts]
    assert DECIDED in text_of(after)
