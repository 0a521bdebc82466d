"""What changed after a digest came: words that were removed, a week that was chosen anew, a button of another place."""

from datetime import time

import pytest

from sc_bot.domain.exports import Export
from sc_bot.usecases.exporting.reading import book_of
from tests.house import Town
from tests.stories.acting import REFERENCE, does, press_on, report, show
from tests.stories.deciding import ODILE, QUESTION, asks
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN, FIRST, ROSALIE, WHAT, lists, promise
from tests.stories.test_digests import MONDAY, asked_for, at, digests, opened
from tests.stories.test_privacy_paths import keeps_out
from tests.stories.test_privacy_redaction import holders, redact

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # what depends on the database is in tests/delivery

FACILITATOR, CRC = "ADV-1", "CRC-MD"
LEAKED = "coquelicot du 3e étage"
QUOTE = "Le résumé arrive maintenant le jour même"


def test_words_that_are_removed_stand_in_no_digest_either(town: Town) -> None:
    """A question, and what an author agreed to have quoted: everybody's digest is edited."""
    opened(town)
    asks(town, question=f"Admettre {LEAKED} sans dossier?")
    at(town, MONDAY)
    assert LEAKED in digests(town, ODILE)[-1].text
    redact(town, town.person(FACILITATOR), LEAKED, REFERENCE)
    town.deliver()
    assert holders(town, LEAKED) == {}
    assert "[retiré]" in digests(town, ODILE)[-1].text


def test_a_quotation_that_is_redacted_is_quoted_nowhere(town: Town) -> None:
    """The digest of Monday said it to every general manager; on Tuesday it is edited."""
    opened(town)
    report(town)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Envoyé le jour même")
    does(town, ROSALIE, "problem.verified")
    does(town, ROSALIE, "problem.quote", quote=f"{QUOTE} pour {LEAKED}")
    at(town, MONDAY)
    assert QUOTE in digests(town, ODILE)[-1].text
    at(town, "2026-11-24")
    facilitator = town.person(FACILITATOR)
    press_on(facilitator, show(town, FACILITATOR), "problem.redact")
    facilitator.submits(window(town, facilitator, "words"), {"words": LEAKED})
    town.deliver()
    assert holders(town, LEAKED) == {}
    assert QUOTE in digests(town, ODILE)[-1].text


def test_a_problem_that_is_restricted_is_asked_in_no_digest_any_more(town: Town) -> None:
    """A general manager may not know of it: neither its question nor its reference stands where it was asked."""
    opened(town)
    asks(town)
    at(town, MONDAY)
    assert QUESTION in digests(town, ODILE)[-1].text
    press_on(town.person(FACILITATOR), show(town, FACILITATOR), "problem.restrict")
    town.deliver()
    (only,) = digests(town, ODILE)
    assert QUESTION not in f"{only.text}{only.blocks}"
    assert REFERENCE not in f"{only.text}{only.blocks}"


def test_a_promise_that_nobody_may_know_of_is_waited_for_in_no_figure(town: Town) -> None:
    """It was promised first, and restricted then: who promised it is told by no line and no number."""
    opened(town)
    promise(town, "le 4 décembre")
    other = keeps_out(town, description="Le plan de soins arrive en retard", institution="CRC", flags=[])
    does(town, CRC, "problem.accept", other)
    director = town.person(CRC)
    director.submits(window(town, director, "what"), {"what": WHAT, "due": "le 11 décembre", "depends_on": FIRST})
    director.submits(window(town, director, "what"), {})
    assert "Vous attendez" in asked_for(town, CRC)
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"problem.restrict {REFERENCE}")
    town.deliver()
    assert "Vous attendez" not in asked_for(town, CRC)
    at(town, MONDAY)
    director.presses(digests(town, CRC)[-1], "digest.rest")
    assert "Vous attendez" not in text_of(window(town, director))


def test_a_promise_that_waits_and_that_one_may_not_know_of_is_not_counted(town: Town) -> None:
    """Its problem was restricted: who owes the first promise reads no longer that something waits for it."""
    opened(town)
    promise(town, "le 4 décembre")
    other = keeps_out(town, description="Le plan de soins arrive en retard", institution="CRC", flags=[])
    does(town, CRC, "problem.accept", other)
    director = town.person(CRC)
    director.submits(window(town, director, "what"), {"what": WHAT, "due": "le 11 décembre", "depends_on": FIRST})
    director.submits(window(town, director, "what"), {})
    at(town, "2026-12-03", time(8, 1))
    assert "1 engagement l'attend" in lists(town, BASTIEN)[-1].text
    facilitator = town.person(FACILITATOR)
    shown = facilitator.runs(f"/sc show {other}").message
    assert shown is not None
    facilitator.chooses(shown, "problem.more", f"problem.restrict {other}")
    at(town, "2026-12-04", time(8, 1))
    assert FIRST in lists(town, BASTIEN)[-1].text
    assert "engagement l'attend" not in lists(town, BASTIEN)[-1].text


def test_words_that_are_removed_stand_in_no_list_of_the_morning_either(town: Town) -> None:
    """What was promised: yesterday's list is taken away, today's is edited."""
    opened(town)
    promise(town, "le 4 décembre", what=f"Rappeler {LEAKED}")
    at(town, "2026-12-02", time(8, 1))
    at(town, "2026-12-04", time(8, 1))
    assert all(LEAKED in each.text for each in lists(town, BASTIEN)[-2:])
    before = len(lists(town, BASTIEN))
    redact(town, town.person(FACILITATOR), LEAKED)
    town.deliver()
    assert holders(town, LEAKED) == {}
    assert "Rappeler [retiré]" in lists(town, BASTIEN)[-1].text
    assert len([each for each in lists(town, BASTIEN) if not each.deleted]) < before


def test_a_question_about_what_was_withdrawn_is_on_no_sheet(town: Town) -> None:
    """Its problem is on none of them either: an author who withdraws takes back all of it."""
    opened(town)
    report(town)
    asks(town)
    assert requests_in_workbook(town) == [f"{REFERENCE}/1"]
    does(town, ROSALIE, "problem.withdraw")
    assert requests_in_workbook(town) == []


def requests_in_workbook(town: Town) -> list[str]:
    """The requests that the facilitator's workbook holds."""
    with town.house.web_database.reading() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        reader, now = uow.communities.person(place.id, FACILITATOR), town.clock.now
        assert reader is not None
        export = Export(id=1, workspace=place.workspace, community=place.id, person=reader.id, at=now)
        return [each.reference for each in book_of(uow, place, reader, export, now).decisions()]
