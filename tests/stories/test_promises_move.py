"""A promise ends with its problem, and goes with whoever takes it over: each who is concerned hears of it once."""

import pytest

from tests.house import Town
from tests.stories.acting import card_with, does, news, seen, table
from tests.stories.contributing import FACILITATOR, KERRY, asks, promises
from tests.stories.looking import window
from tests.stories.promising import BASTIEN, FIRST, accepted, on, promise, told

PATRICE = "CRC-MD"  # of an institution that has no part in the problem
PART = "Lire le résumé le jour même"
pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # nothing here depends on the database


def test_a_partner_hears_that_its_promise_ends_with_the_problem(town: Town) -> None:
    """One new message: closed, and nothing more to do. Who closed it, and who leads, is not told twice."""
    asks(town)
    does(town, KERRY, "participation.accept")
    promises(town, KERRY, PART, "le 4 décembre")
    promises(town, KERRY, "Nommer une personne", "le 7 décembre")
    before = {each: news(town, each) for each in (KERRY, BASTIEN)}
    does(town, BASTIEN, "problem.close", closing="solved", reason="Le résumé part le jour même")
    assert [each["standing"] for each in table(town, "commitments")] == ["cancelled", "cancelled"]
    assert "Nothing more is asked of you." in told(town, KERRY, "what you promised for it ends")[-1].text
    assert {each: news(town, each) for each in before} == {KERRY: before[KERRY] + 1, BASTIEN: before[BASTIEN]}


def test_who_reads_no_more_of_it_hears_that_it_ends_too(town: Town) -> None:
    """An owner whose institution has no part in the problem: the message says what ends, and nothing of the problem."""
    promise(town, "le 4 décembre", owner="UCRCMD000")
    on(town, PATRICE, "commitment.take")
    does(town, BASTIEN, "problem.close", closing="not_solvable", reason="Le formulaire est imposé")
    assert "Le formulaire" not in told(town, PATRICE, "prend fin avec lui")[-1].text


def test_a_promise_moves_with_whoever_takes_it_over(town: Town) -> None:
    """The hospital's promise, taken over by a partner that contributes, is the partner's; the history knows."""
    asks(town)
    does(town, KERRY, "participation.accept")
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": PART, "due": "le 4 décembre", "owner": "UGTVMD000"})
    director.submits(window(town, director, "what"), {})
    town.deliver()
    on(town, KERRY, "commitment.take")
    assert [(each["owner"], each["institution"]) for each in table(town, "commitments")] == [(KERRY, "GTV")]
    assert "qui était celui de l'Hôpital Saint-Firmin-des-Monts" in seen(town, FACILITATOR)


def test_it_stays_where_it_was_promised_when_the_taker_has_no_part(town: Town) -> None:
    """Somebody of an institution that neither leads nor contributes keeps it for the one that promised."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": PART, "due": "le 4 décembre", "owner": "UCRCMD000"})
    director.submits(window(town, director, "what"), {})
    town.deliver()
    on(town, PATRICE, "commitment.take", FIRST)
    assert [(each["owner"], each["institution"]) for each in table(town, "commitments")] == [(PATRICE, "HSF")]
