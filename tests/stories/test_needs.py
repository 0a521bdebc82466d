"""Somebody is needed for a promise that is not theirs: asked, they answer; its owner hears, and takes the next step."""

import pytest

from tests.house import Town
from tests.stories.acting import cards, offered, seen, table, told_privately
from tests.stories.leaving import FANNY, leaves, slack_id
from tests.stories.looking import text_of
from tests.stories.promising import BASTIEN, FIRST, lists, morning, on, promise, told
from tests.stories.test_promises_and_sight import FACILITATOR

PATRICE = "CRC-MD"  # of an institution that has no part in the problem
ACCESS = "Un accès au dossier partagé"
pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # nothing here depends on the database


def needed(town: Town, who: str = PATRICE) -> None:
    """The hospital's promise is blocked: somebody else must give something first."""
    promise(town, "d'ici le 4 décembre")
    town.person(BASTIEN).runs("/sc engagements")
    person = town.community.person(who)
    assert person is not None
    on(town, BASTIEN, "commitment.blocked", needs=ACCESS, person=person.slack_id)


def promised(town: Town) -> dict[str, object]:
    """The only promise."""
    (kept,) = table(town, "commitments")
    return kept


def test_what_was_needed_is_there(town: Town) -> None:
    """One button and a word: the promise is blocked no more, its owner hears it once and says what comes next."""
    needed(town)
    before = len(cards(town.person(BASTIEN)))
    old = town.person(PATRICE).runs("/sc engagements").message
    assert old is not None
    on(town, PATRICE, "commitment.provided", evidence="L'accès est ouvert depuis ce matin")
    assert (promised(town)["standing"], promised(town)["needs_of"]) == ("open", None)
    assert "n'est plus bloqué" in text_of(town.person(PATRICE).modal)
    heard = told(town, BASTIEN, "a fourni ce qu'il vous fallait")[-1]
    assert "L'accès est ouvert depuis ce matin" in heard.text
    assert {"followup.on_track", "commitment.redate"} <= offered(heard)
    assert len(cards(town.person(BASTIEN))) == before + 1
    assert "a dit que ce qu'il fallait" in seen(town, FACILITATOR)
    town.person(PATRICE).presses(old, "commitment.provided")
    assert "n'est plus bloqué" not in told_privately(town, PATRICE, "avez déjà agi")


def test_what_is_needed_does_not_come(town: Town) -> None:
    """A reason: the owner hears it; the promise stays blocked, and nobody is asked for it any more."""
    needed(town)
    on(town, PATRICE, "commitment.cannot", reason="Le dossier n'est pas chez nous")
    kept = promised(town)
    assert (kept["standing"], kept["needs_of"], kept["blocked_at"] is None) == ("blocked", None, False)
    heard = told(town, BASTIEN, "ne peut pas fournir")[-1]
    assert "Le dossier n'est pas chez nous" in heard.text
    assert "commitment.blocked" in offered(heard)
    assert FIRST not in (town.person(PATRICE).runs("/sc engagements").text or "")
    on(town, BASTIEN, "commitment.done", evidence="Fait autrement")
    assert promised(town)["standing"] == "done"


def test_the_list_of_the_morning_asks_for_it(town: Town) -> None:
    """A step of the promise comes to who is needed too, who answers from the list; what was answered is on none."""
    needed(town)
    morning(town, "2026-12-01")
    asked = lists(town, PATRICE)[-1]
    assert {"commitment.provided", "commitment.cannot", "followup.snooze"} <= offered(asked)
    on(town, PATRICE, "commitment.provided", evidence="")
    morning(town, "2026-12-04")
    assert len(lists(town, PATRICE)) == 1


def test_an_owner_of_another_institution_hears_it_too(town: Town) -> None:
    """Whoever took the promise over reads what concerns it, though the problem's text is not theirs to read."""
    promise(town, "d'ici le 4 décembre", owner="UCRCMD000")
    on(town, PATRICE, "commitment.take")
    on(town, PATRICE, "commitment.blocked", needs=ACCESS, person="UHSFS2000")
    on(town, "HSF-S2", "commitment.provided", evidence="L'accès est ouvert")
    heard = told(town, PATRICE, "a fourni ce qu'il vous fallait")[-1]
    assert "followup.on_track" in offered(heard)


def test_who_covers_an_absent_owner_hears_it_and_acts(town: Town) -> None:
    """While the owner is away the answer does not wait for their return."""
    needed(town)
    leaves(town, delegate_1=slack_id(town, FANNY))
    on(town, PATRICE, "commitment.provided", evidence="L'accès est ouvert")
    assert "followup.on_track" in offered(told(town, FANNY, "a fourni ce qu'il vous fallait")[-1])
    on(town, FANNY, "followup.on_track")
    assert promised(town)["confirmed_at"] is not None
