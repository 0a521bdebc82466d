"""Whether two texts are about the same thing, in one language and across both; written for the purpose."""

import pytest

from sc_bot.domain.likeness import ideas, likeness, likest

ALIKE = [
    ("Le résumé de fin de chimio arrive trois semaines trop tard au médecin de famille",
     "The discharge summary reaches the family doctor weeks late"),
    ("Le formulaire de référence se perd au télécopieur", "The referral form gets lost by fax"),
    ("Deux rendez-vous la même journée dans deux établissements, sans transport",
     "Transport is not arranged for appointments in two places"),
    ("L'ordonnance n'est pas transmise à la pharmacie avant la fin de semaine",
     "The pharmacy does not get prescriptions that are sent on weekends"),
    ("Les résultats de laboratoire sont refaits en double à l'urgence", "Lab tests are repeated at the emergency"),
    ("Le dossier n'est pas envoyé au transfert vers la résidence",
     "The file is not sent with the transfer to the residence"),
    ("Personne ne répond au téléphone la nuit", "No one answers phone calls at night"),
]  # fmt: skip
"""Pairs that are about the same thing, French beside English."""
OTHERS = [
    "Le stationnement des bénévoles est toujours plein",
    "The interpreter for sign language is not available",
    "Les repas sont froids le midi",
    "The new chairs in the waiting room are too low",
]


@pytest.mark.parametrize(("french", "english"), ALIKE)
def test_a_text_finds_its_like_in_the_other_language(french: str, english: str) -> None:
    """Both ways, without the same continuum."""
    assert likeness(ideas(french), ideas(english)) > 0
    assert likeness(ideas(english), ideas(french)) == likeness(ideas(french), ideas(english))


def test_its_like_comes_first_among_all_the_others() -> None:
    """Each French text, among all English ones."""
    among = [(number, ideas(english), False) for number, (_, english) in enumerate(ALIKE)]
    first = [likest(ideas(french), among, 1) for french, _ in ALIKE]
    assert first == [[number] for number in range(len(ALIKE))]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_about_something_else_is_not_offered(other: str) -> None:
    """Words that every report has are no likeness."""
    offered = [each for pair in ALIKE for each in pair if likeness(ideas(other), ideas(each)) > 0]
    assert offered == []


@pytest.mark.parametrize("nothing", ["", "?", "le la les", "\u200b", "x" * 10_000])
def test_a_text_about_nothing_is_like_nothing(nothing: str) -> None:
    """Empty, stray or endless."""
    assert likest(ideas(nothing), [(1, ideas(nothing), True), (2, ideas(ALIKE[0][0]), True)], 3) == []
