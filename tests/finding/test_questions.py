"""A question in words: what narrows the list, and which words are searched for."""

import pytest

from sc_bot.domain.finding import EVERYTHING, LONGEST, Sought, read_sought, written
from sc_bot.domain.problems import OPEN, State
from sc_bot.domain.searching import MOST_SOUGHT, kept, sought_words, start_of, stems
from sc_bot.presentation import vocabulary
from tests.house import region
from tests.presentation.samples import LANGUAGES, words

QUESTIONS = {
    "": EVERYTHING,
    "mine": Sought(mine=True),
    "les miens": Sought(mine=True),
    "EN RETARD": Sought(overdue=True),
    "overdue mine": Sought(mine=True, overdue=True),
    "hsf": Sought(institutions=("HSF",)),
    "l'hôpital": Sought(institutions=("HSF",)),
    "Hôpital Saint-Firmin-des-Monts": Sought(institutions=("HSF",)),
    "HSF clsc": Sought(institutions=("HSF", "CVE")),
    "onc": Sought(continua=("ONC",)),
    "santé mentale clos": Sought(continua=("SM",), states=frozenset({State.CLOSED})),
    "ouverts": Sought(states=OPEN),
    "pris en charge, en retard, aux Trois-Villages": Sought(
        overdue=True, institutions=("GTV",), states=frozenset({State.ACCEPTED})
    ),
    "au comité de soutien": Sought(states=frozenset({State.ARBITRATION})),
    "le résumé de fin de chimio": Sought(words="résumé fin chimio"),
    "mine HSF résumé": Sought(mine=True, institutions=("HSF",), words="résumé"),
    'clos "urgence"': Sought(states=frozenset({State.CLOSED}), words="urgence"),
    "«\u00a0en retard\u00a0» PCO": Sought(institutions=("PCO",), words="en retard"),
    "de la": EVERYTHING,
    '"': EVERYTHING,
    "* OR NEAR(a b) \x00 %_": Sought(words="NEAR"),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_read_in_either_language_and_any_order(question: str) -> None:
    """Filters are taken out of it, what is left is searched for; quotation marks protect words."""
    assert read_sought(question, region()) == QUESTIONS[question]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_a_button_carries_is_read_as_the_same_question(question: str) -> None:
    """Whatever was understood can be written down and read again."""
    sought = QUESTIONS[question]
    assert read_sought(written(sought), region()) == sought


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_can_be_asked_for_as_it_is_shown(language: str) -> None:
    """Nobody learns other words than those that the list says."""
    for state in State:
        shown = vocabulary.state(words(language), state)
        assert read_sought(shown, region()) == Sought(states=frozenset({state})), shown


def test_a_question_without_end_is_read_to_a_limit() -> None:
    """Ten thousand characters are no question; a few of their words are."""
    sought = read_sought("chimiothérapie " * 1_000, region())
    assert len(sought.words) <= LONGEST
    assert len(sought_words(" ".join(f"mot{each}" for each in range(100)))) == MOST_SOUGHT


@pytest.mark.parametrize(
    ("written_", "asked"),
    [
        ("Les hôpitaux", "hopital"),
        ("L'hôpital", "HÔPITAUX"),
        ("l\u2019ho\u0302pital", "hôpital"),
        ("les sommaires de congé", "sommaire conges"),
        ("sœur", "soeur"),
        ("transférer", "transfert"),
        ("pharmacies", "pharmacy"),
        ("journaux", "journal"),
        ("le 3e étage", "3e"),
    ],
)
def test_other_forms_of_a_word_begin_alike(written_: str, asked: str) -> None:
    """Case, accents, ligatures, apostrophes, plurals: nobody types them twice in the same way."""
    there = kept([written_])
    assert all(any(word.startswith(start_of(stem)) for word in there) for stem in stems(asked))


def test_words_that_every_sentence_has_are_not_kept() -> None:
    """Neither kept nor searched for; letters that stand alone neither, figures do."""
    assert kept(["Le résumé n'est pas là, à l'étage 4 de la tour B"]) == ("resume", "etage", "4", "tour")
