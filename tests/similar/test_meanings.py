"""What words mean, in either language and in any of their forms."""

import pytest

from sc_bot.domain.searching import stems
from sc_bot.domain.similar import LIKE, likeness
from tests.similar.quality import meanings_of_region


def _likeness(one: str, other: str) -> float:
    meanings = meanings_of_region()
    return likeness(meanings.of(stems(one)), meanings.of(stems(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("congé", "discharge"),
        ("CONGE", "Congé"),
        ("évaluer", "évaluations"),
        ("rendez-vous", "appointments"),
        ("télécopie", "fax"),
        ("pharmacie", "pharmacies"),
        ("fauteuil roulant", "wheelchair"),
        ("soins à domicile", "home care"),
        ("Saint-Firmin", "HSF"),
    ],
)
def test_words_that_mean_the_same_share_a_meaning(one: str, other: str) -> None:
    """Accents, case, inflections and the language aside; the community's own names too."""
    assert _likeness(one, other) > 0


@pytest.mark.parametrize(("one", "other"), [("congé", "fax"), ("", "fax"), ("", ""), ("de la", "of the")])
def test_words_that_do_not_share_none(one: str, other: str) -> None:
    """Little words mean nothing."""
    assert _likeness(one, other) == 0


def test_it_is_the_same_from_either_side() -> None:
    """Whoever reports first."""
    one, other = "Le sommaire de congé tarde au GMF", "Discharge summaries reach the clinic weeks late"
    assert _likeness(one, other) == pytest.approx(_likeness(other, one))
    assert _likeness(one, other) >= LIKE


def test_two_words_in_common_are_no_proof() -> None:
    """However short the reports are."""
    assert _likeness("Le stationnement", "Le stationnement") < LIKE
