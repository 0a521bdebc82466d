"""Institutions named in the text: how names are found, and which of several is the likeliest."""

from dataclasses import replace

import pytest

from sc_bot.domain.routing import Part, ReasonKind
from tests.routing.region import CVE, HSF, REGION, routed


@pytest.mark.parametrize(
    ("text", "institution", "word"),
    [
        ("L’hôpital oublie", "HSF", "hôpital"),
        ("l'hopital oublie", "HSF", "hôpital"),
        ("HÔPITAL", "HSF", "hôpital"),
        ("l'ho\u0302pital oublie", "HSF", "hôpital"),
        ("« l’urgence »", "HSF", "urgence"),
        ("les urgences débordent", "HSF", "urgence"),
        ("Pharmacies close at 5", "PCO", "pharmacie"),
        ("The pharmacy closes at 5", "PCO", "pharmacy"),
        ("les médecins de famille", "GTV", "médecin de famille"),
        ("l'équipe des Passerelles", "CRP", "Les Passerelles"),
        ("le CLSC\u00a0val des erables", "CVE", "CLSC Val-des-Érables"),
        ("les CLSCs sont fermés", "CVE", "CLSC"),
        ("the ER is full", "HSF", "ER"),
        ("voir GTV", "GTV", "GTV"),
    ],
)
def test_a_name_is_found_as_people_type_it(text: str, institution: str, word: str) -> None:
    """Accents, case, apostrophes, hyphens, articles and simple plurals do not hide a name."""
    route = routed(text)
    assert route.institution == institution
    assert (route.because.kind, route.because.words) == (ReasonKind.NAMED, (word,))


@pytest.mark.parametrize(
    "text",
    [
        "er",
        "The patient is sad",
        "Er, maybe",
        "cve",
        "surgences",
        "urgencesque",
        "hôpitaux",
        "clinical",
        "",
        "🙂",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    """Acronyms count in capitals only, names as whole words only."""
    route = routed(text)
    assert (route.institution, route.because.kind) == (None, ReasonKind.TRIAGE)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Le CLSC refuse le formulaire", Part.ACTOR),
        ("On manque de lits, et le CLSC refuse", Part.ACTOR),
        ("Le formulaire est refusé par le CLSC", Part.ACTOR),
        ("The form is refused by our CLSC", Part.ACTOR),
        ("Le formulaire du CLSC est périmé", Part.ORIGIN),
        ("The form from the CLSC is old", Part.ORIGIN),
        ("The CLSC's form is old", Part.ORIGIN),
        ("Un formulaire de CLSC est périmé", Part.ORIGIN),
        ("On attend le CLSC depuis lundi", Part.ORIGIN),
        ("We waited for the CLSC", Part.ORIGIN),
        ("On envoie le formulaire au CLSC", Part.IN_PASSING),
        ("We looked for the CLSC", Part.IN_PASSING),
        ("La liste d'hébergement est longue", Part.IN_PASSING),
        ("Le CLSC reçoit le sommaire en retard", Part.AFFECTED),
        ("The CLSC is never told", Part.AFFECTED),
        ("Retour à la maison sans CLSC", Part.AFFECTED),
    ],
)
def test_the_words_around_a_name_tell_its_part(text: str, part: Part) -> None:
    """Who acts, where things come from, who is mentioned, who is affected."""
    assert routed(text).because.part is part


@pytest.mark.parametrize(
    ("text", "by", "institution", "others"),
    [
        ("On envoie le sommaire au GMF, mais l'hôpital oublie le formulaire", None, "HSF", ["GTV"]),
        ("L'hôpital n'est pas informé du formulaire que le CLSC change", None, "CVE", ["HSF"]),
        ("Le sommaire de l'hôpital arrive tard au GMF", "GTV", "HSF", ["GTV"]),
        ("Le CLSC refuse, l'hôpital refuse", "CVE", "HSF", ["CVE"]),
        ("Le CLSC refuse, l'hôpital refuse", "GTV", "CVE", ["HSF"]),
        ("Le CLSC oublie le GMF", "CVE", "CVE", ["GTV"]),
    ],
)
def test_of_several_the_likeliest_receives(text: str, by: str | None, institution: str, others: list[str]) -> None:
    """The part decides; of equals another's before one's own, then the first; the rest is a tap away."""
    route = routed(text, by=by)
    assert route.institution == institution
    assert [each.institution for each in route.alternatives] == others


def test_equals_are_called_ambiguous() -> None:
    """Two institutions in the same part leave a doubt; different parts leave none."""
    assert routed("Le CLSC refuse, l'hôpital refuse").ambiguous
    assert not routed("Le CLSC oublie le sommaire de l'hôpital").ambiguous


def test_a_name_that_two_institutions_share_points_to_both() -> None:
    """Nobody who may be meant is left out."""
    shared = replace(CVE, aliases=("hôpital",))
    route = routed("L'hôpital oublie", by="HSF", community=replace(REGION, institutions=(HSF, shared)))
    assert (route.institution, route.ambiguous) == ("CVE", True)
    assert [each.institution for each in route.alternatives] == ["HSF"]


@pytest.mark.parametrize("name", ["hôpital de jour", "équipe de l'hôpital"])
def test_the_longest_name_at_a_place_is_the_one_meant(name: str) -> None:
    """A name that holds another's name, at its beginning or its end, is not read as the other's."""
    day_hospital = replace(CVE, aliases=(name,))
    route = routed(f"Cette {name} oublie", community=replace(REGION, institutions=(HSF, day_hospital)))
    assert (route.institution, route.because.words, route.alternatives) == ("CVE", (name,), ())
