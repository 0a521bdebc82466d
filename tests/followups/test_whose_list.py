"""Whose list a promise is on while people are away: exactly one of those who can act, and as what it is to them."""

from sc_bot.domain.views import Asks
from sc_bot.usecases.followups.morning import MOST_PRESSING
from tests.house import Town
from tests.stories.leaving import FANNY, leaves, slack_id
from tests.stories.promising import BASTIEN, FIRST, SABRINA, WHAT, lists, morning, on, promise, promise_more

DUE = "le 4 décembre"


def test_who_covers_one_continuum_alone_has_its_promises_in_the_morning(town: Town) -> None:
    """Oncology is the nurse's while the director is away: its promise is on her list, on nobody else's."""
    promise(town, DUE)
    leaves(town, delegate_1=slack_id(town, FANNY), continuum_1="ONC")
    morning(town, "2026-12-04")
    assert FIRST in lists(town, FANNY)[-1].text
    assert all(FIRST not in each.text for each in lists(town, SABRINA))


def test_who_covers_somebody_that_is_needed_does_not_owe_it(town: Town) -> None:
    """The director owes it and needs the absent one: who covers reads that something is needed, not that it is late."""
    promise(town, DUE)
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.blocked", needs="Un accès au dossier", person=slack_id(town, "HSF-S2"))
    leaves(town, "HSF-S2", delegate_1=slack_id(town, FANNY))
    promise_more(town, DUE, what=f"{WHAT}, à la pharmacie", owner=slack_id(town, FANNY))
    on(town, FANNY, "commitment.take", "ONC-1.2")  # so that she has a list
    morning(town, "2026-12-07")
    said = next(each for each in lists(town, FANNY)[-1].text.splitlines() if FIRST in each)
    assert "On a besoin de vous" in said
    assert "En retard" not in said


def test_every_kind_of_line_has_its_place() -> None:
    """A kind that is added must find its place among what presses most."""
    assert sorted(MOST_PRESSING) == sorted(Asks)
