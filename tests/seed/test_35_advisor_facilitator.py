"""35. "An advisor-facilitator assigned exclusively": one screen lists all that has no owner, answer or promise."""

from datetime import UTC, datetime

from tests.homes.looking import opens, part, read
from tests.house import Town
from tests.stories.acting import does, report
from tests.stories.looking import window
from tests.stories.promising import BASTIEN

FACILITATOR = "ADV-1"


def test_one_screen_lists_what_has_no_owner_no_answer_and_no_promise(town: Town) -> None:
    """Three problems, one of each kind, on the facilitator's Home and on no other; each under its own head."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    town.person(BASTIEN).closes(window(town, town.person(BASTIEN), "what"))
    town.person("CVE-S1").runs("/problem Le résumé de fin de chimio arrive tard de l'hôpital")
    town.person("CVE-S1").runs("/problem Personne ne sait qui appeler")
    town.clock.now = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
    seen = opens(town, FACILITATOR)
    assert "ONC-1" in part(seen, "Pris en charge, sans engagement")
    assert "ONC-2" in part(seen, "Réception non confirmée à temps")
    assert "CS-1" in part(seen, "Sans responsable")
    assert "Sans responsable" not in read(opens(town, "PCO-MD"))
