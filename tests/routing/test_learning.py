"""Routing learns from corrections, and says so; it never overrides what the reporter says outright."""

import pytest

from sc_bot.domain.learning import Corrected, Learned, learn, suggested
from sc_bot.domain.routing import ReasonKind
from sc_bot.domain.routing import route as find_route
from sc_bot.domain.searching import kept
from tests.routing.learning import cases, halves, rates, region, region_only, told_by_others
from tests.routing.region import REGION

PUMP = "La pompe à morphine ne convient pas pour le week-end, personne ne la remplace"


def _learned(*texts: str, to: str = "PCO", common: str = "") -> Learned:
    words = [frozenset(kept([each])) for each in texts]
    return learn([Corrected(to, each, each & frozenset(kept([common]))) for each in words], REGION)


def test_problems_like_the_corrected_ones_go_where_those_ended() -> None:
    """The reason names the terms of our vocabulary that agree."""
    found = suggested("Pompe et morphine manquent le week-end", _learned(PUMP, PUMP, PUMP), REGION)
    assert found is not None
    assert (found.institution, found.because.kind) == ("PCO", ReasonKind.LEARNED)
    assert {"antidouleur", "pompe"} <= set(found.because.words)


def test_across_languages() -> None:
    """What was corrected in French teaches for English."""
    found = suggested("The pain pump fails and nobody has a spare over the weekend", _learned(PUMP, PUMP, PUMP), REGION)
    assert found is not None
    assert found.institution == "PCO"


def test_one_correction_alone_teaches_little() -> None:
    """One term in common is no reason."""
    assert suggested("Une pompe est brisée", _learned(PUMP), REGION) is None
    assert suggested(PUMP, Learned(), REGION) is None


def test_where_corrections_disagree_nothing_is_learned() -> None:
    """Half went here, half there."""
    words = frozenset(kept([PUMP]))
    learned = learn([Corrected(each, words, frozenset()) for each in ("PCO", "HSF")], REGION)
    assert suggested(PUMP, learned, REGION) is None


def test_a_word_that_few_problems_hold_is_not_kept() -> None:
    """It could tell who it is; a term of our own vocabulary cannot."""
    learned = _learned("La pompe de Zéphyrine à Tourlou", common="")
    assert not any("zephyr" in term or "tourlo" in term for term in learned.ended)
    assert "=pompe" in learned.ended
    assert "zephyr" in _learned("La pompe de Zéphyrine", common="Zéphyrine").ended


def test_a_place_that_has_left_is_forgotten() -> None:
    """Nobody is sent where nobody is."""
    assert _learned(PUMP, PUMP, to="GONE").ended == {}


@pytest.mark.parametrize(
    ("text", "chosen", "institution", "kind"),
    [
        (f"@CVE {PUMP}", None, "CVE", ReasonKind.ADDRESSED),
        (PUMP, "GTV", "GTV", ReasonKind.CHOSEN),
        ("L'hôpital envoie la pompe à morphine sans mode d'emploi le week-end", None, "HSF", ReasonKind.NAMED),
        (PUMP, None, "PCO", ReasonKind.LEARNED),
    ],
)
def test_it_is_one_more_reason_and_not_the_first(
    text: str, chosen: str | None, institution: str, kind: ReasonKind
) -> None:
    """The reporter's choice, an addressee and who is said to act come before it."""
    like = suggested(PUMP, _learned(PUMP, PUMP, PUMP), REGION)
    way = find_route(text, community=REGION, reporter_institution=None, chosen_institution=chosen, learned=like)
    assert (way.institution, way.because.kind) == (institution, kind)


def test_learning_makes_nothing_worse_on_problems_held_back_from_it() -> None:
    """In either direction: what was never seen goes where it went."""
    one, other = halves(cases())
    for learning, testing in ((one, other), (other, one)):
        found = rates(learning, testing, region())
        assert found.after >= found.before, found


def test_what_was_corrected_goes_right_when_others_tell_of_it() -> None:
    """Reports of the same problems in other words, half of them in the other language."""
    found = rates(region_only(), told_by_others(), region())
    assert found.after >= found.before + 4, found
    assert found.after - found.before <= found.learned, found
