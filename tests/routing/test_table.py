"""Continua, the routing table, and triage."""

import pytest

from sc_bot.domain.routing import Reason, ReasonKind
from tests.routing.region import routed


@pytest.mark.parametrize(
    ("text", "continuum", "words"),
    [
        ("Le CANCER attend", "ONC", ("cancer",)),
        ("deux cancers et une tumeur", "ONC", ("cancer", "tumeur")),
        ("les ainés attendent", "PA", ("aîné",)),
        ("perte d’autonomie d'un aîné malgré le cancer", "PA", ("perte d'autonomie", "aîné")),
        ("cancer d'un aîné", "ONC", ("cancer",)),
    ],
)
def test_keywords_give_the_continuum_away(text: str, continuum: str, words: tuple[str, ...]) -> None:
    """The continuum with most keywords in the text is meant, and its words are the reason."""
    route = routed(text)
    assert route.continuum == continuum
    assert route.continuum_because == Reason(ReasonKind.NAMED, words, continuum)


def test_a_chosen_continuum_comes_before_keywords() -> None:
    """What the reporter picked in the modal stands."""
    route = routed("le cancer attend", continuum="PA")
    assert (route.continuum, route.continuum_because.kind) == ("PA", ReasonKind.CHOSEN)


def test_a_continuum_that_the_community_does_not_know_is_no_choice() -> None:
    """A stale choice does not hide what the text says."""
    assert routed("le cancer attend", continuum="OLD").continuum == "ONC"


@pytest.mark.parametrize(
    ("text", "institution", "words"),
    [("l'ordonnance du cancer se perd", "PCO", ("ordonnance",)), ("le cancer attend", "HSF", ())],
)
def test_the_first_matching_line_of_the_table_decides(text: str, institution: str, words: tuple[str, ...]) -> None:
    """A line matches by its keywords; a line without keywords is the continuum's default."""
    route = routed(text)
    assert (route.institution, route.because) == (institution, Reason(ReasonKind.TABLE, words, "ONC"))


def test_a_line_of_another_continuum_does_not_match() -> None:
    """The wheelchair line is for loss of autonomy, not for cancer."""
    assert routed("le fauteuil, cancer").institution == "HSF"


def test_a_keyword_of_the_table_suffices_while_the_continuum_is_unknown() -> None:
    """The partners' line about a topic is a better guess than none; the continuum stays unknown."""
    route = routed("le fauteuil arrive tard")
    assert (route.institution, route.continuum) == ("CRP", None)
    assert route.because == Reason(ReasonKind.TABLE, ("fauteuil",), "PA")


@pytest.mark.parametrize(
    ("text", "institution", "others"),
    [
        ("Le CLSC oublie l'ordonnance du cancer", "CVE", []),
        ("On va au CLSC pour l'ordonnance du cancer", "PCO", ["CVE"]),
        ("On va au CLSC pour le cancer", "CVE", []),
        ("On va au CLSC pour le fauteuil", "CVE", []),
        ("Cancer : le CLSC n'est pas informé", "HSF", ["CVE"]),
        ("On va à l'hôpital pour l'ordonnance du cancer et la pharmacie est fermée", "PCO", ["HSF"]),
    ],
)
def test_a_weak_name_gives_way_to_the_table(text: str, institution: str, others: list[str]) -> None:
    """A known continuum's keyword goes before a name in passing, any other line before an affected one."""
    route = routed(text)
    assert route.institution == institution
    assert [each.institution for each in route.alternatives] == others


def test_what_nothing_speaks_for_goes_to_triage() -> None:
    """No guess is made: a continuum without a default line and a text without names."""
    route = routed("un aîné attend", by="HSF")
    assert (route.institution, route.because, route.continuum) == (None, Reason(ReasonKind.TRIAGE), "PA")
    assert not route.ambiguous
