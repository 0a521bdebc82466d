"""The services that a kind of institution runs: the last guess before triage, and the weakest."""

from dataclasses import replace

import pytest

from sc_bot.domain.community import Community, Institution, RoutingRule
from sc_bot.domain.routing import Part, Reason, ReasonKind
from sc_bot.domain.routing.phrases import PhraseBook
from sc_bot.domain.routing.service_words import SERVICES
from sc_bot.domain.words import words
from tests.routing.region import REGION, institution, routed

HOSPITAL, LOCAL, LONG_TERM = "hospital", "local_community_centre", "long_term_care"
FEWEST_EXPRESSIONS = 12


def of_kind(kind: str, id_: str, *aliases: str) -> Institution:
    """Build an institution of a kind that only its aliases and its id name."""
    return replace(institution(id_, f"Maison {id_}", f"{id_} house", *aliases), kind=kind)


def region(*institutions: Institution, routing: tuple[RoutingRule, ...] = ()) -> Community:
    """Build a region of these institutions."""
    return replace(REGION, institutions=institutions, routing=routing)


ONE_OF_EACH = region(*(of_kind(kind, f"X{number}") for number, kind in enumerate(SERVICES)))
THREE = region(of_kind(HOSPITAL, "HOS"), of_kind(LOCAL, "LOC", "CLSC"), of_kind(LONG_TERM, "LTC", "CHSLD"))


@pytest.mark.parametrize(
    ("text", "kind", "expression"),
    [
        ("Les chirurgies sont remises", HOSPITAL, "chirurgie"),
        ("Discharges come on Friday evening", HOSPITAL, "discharge"),
        ("Le soutien a domicile est réduit", LOCAL, "soutien à domicile"),
        ("Home-care hours were cut", LOCAL, "home care"),
        ("La liste des lits d’hébergement s'allonge", LONG_TERM, "lit d'hébergement"),
        ("The waiting list for a nursing home grew", LONG_TERM, "nursing home"),
        ("FAUTEUIL ROULANT en panne", "rehabilitation", "fauteuil roulant"),
        ("Speech therapy is full", "rehabilitation", "speech therapy"),
        ("La DPJ ne rappelle pas", "youth_centre", "DPJ"),
        ("Foster families are alone", "youth_centre", "foster family"),
        ("La popote roulante ne passe plus", "community_organisation", "popote roulante"),
        ("Volunteers are short", "community_organisation", "volunteer"),
        ("Trois semaines pour un billet médical", "family_medicine_group", "billet médical"),
        ("A sick note takes three weeks", "family_medicine_group", "sick note"),
        ("Les piluliers sont en retard", "pharmacy_network", "pilulier"),
        ("Refills are late", "pharmacy_network", "refill"),
        ("Les soins palliatifs débordent", "palliative_house", "soins palliatifs"),
        ("No hospice has room", "palliative_house", "hospice"),
    ],
)
def test_a_service_leads_to_the_kind_that_runs_it(text: str, kind: str, expression: str) -> None:
    """The reason names our expression, as our list writes it, not the reporter's words."""
    route = routed(text, community=ONE_OF_EACH)
    chosen = ONE_OF_EACH.institution(route.institution or "")
    assert chosen is not None
    assert chosen.kind == kind
    assert (route.because.kind, route.because.words) == (ReasonKind.SERVICE, (expression,))


def test_of_several_that_run_a_service_the_facilitator_chooses() -> None:
    """Nobody is guessed; all are proposed, and none takes part before somebody says so."""
    two = region(of_kind(HOSPITAL, "EAST"), of_kind(LOCAL, "LOC"), of_kind(HOSPITAL, "WEST"))
    route = routed("Le congé arrive tard", community=two)
    assert (route.institution, route.because) == (None, Reason(ReasonKind.TRIAGE))
    assert [each.institution for each in route.alternatives] == ["EAST", "WEST"]
    assert {each.because.kind for each in route.alternatives} == {ReasonKind.SERVICE}
    assert route.spoken_of == ()


def test_a_kind_that_does_not_take_part_is_passed_over() -> None:
    """The next service decides; without one, triage."""
    assert routed("Le pilulier change après le congé", community=THREE).institution == "HOS"
    assert routed("Le pilulier change", community=THREE).because.kind is ReasonKind.TRIAGE


@pytest.mark.parametrize(
    ("text", "by", "chosen"),
    [
        ("Le congé arrive avant le soutien à domicile", None, "HOS"),
        ("Le congé arrive avant le soutien à domicile", "HOS", "LOC"),
        ("Le soutien à domicile n'est pas avisé du congé", None, "HOS"),
        ("On parle du congé au soutien à domicile", None, "HOS"),
        ("Le congé arrive tard", "HOS", "HOS"),
    ],
)
def test_of_several_services_the_likeliest_decides(text: str, by: str | None, chosen: str) -> None:
    """Another's before what one's own kind does, then the part that it plays, then the first."""
    assert routed(text, by=by, community=THREE).institution == chosen


@pytest.mark.parametrize(
    ("text", "chosen", "kind"),
    [
        ("Le CLSC oublie, et le congé tarde", "LOC", ReasonKind.NAMED),
        ("Le congé tarde, et on attend le CLSC", "LOC", ReasonKind.NAMED),
        ("Le congé tarde, on va au CLSC", "HOS", ReasonKind.SERVICE),
        ("On va au CLSC avec un congé", "LOC", ReasonKind.NAMED),
        ("On va vers un congé et le CLSC n'est pas avisé", "HOS", ReasonKind.SERVICE),
        ("@clsc le congé tarde", "LOC", ReasonKind.ADDRESSED),
    ],
)
def test_a_service_weighs_less_than_who_is_named(text: str, chosen: str, kind: ReasonKind) -> None:
    """A service that acts goes before a name in passing, any other only before a name that is affected."""
    route = routed(text, community=THREE)
    assert (route.institution, route.because.kind) == (chosen, kind)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Cancer : le congé tarde avec l'ordonnance", "LOC"),
        ("Cancer : le congé tarde", "HOS"),
        ("Cancer : on va vers un congé", "LTC"),
        ("On va vers un congé avec l'ordonnance", "LOC"),
    ],
)
def test_a_service_weighs_less_than_the_partners_table(text: str, chosen: str) -> None:
    """Only a service that acts goes before a line's default; none before a keyword of the known continuum."""
    table = (RoutingRule("ONC", "LOC", ("ordonnance",)), RoutingRule("ONC", "LTC"))
    assert routed(text, community=replace(THREE, routing=table)).institution == chosen


def test_a_name_that_the_community_gives_is_not_read_as_a_service() -> None:
    """Where day surgery is another's name, it says nothing about the hospital."""
    community = region(of_kind(HOSPITAL, "HOS"), of_kind(LOCAL, "LOC", "chirurgie d'un jour"))
    route = routed("La chirurgie d'un jour n'est pas avisée", community=community)
    assert (route.institution, route.because.kind, route.because.part) == ("LOC", ReasonKind.NAMED, Part.AFFECTED)


def test_the_alternatives_that_the_reporter_spoke_of_take_part() -> None:
    """Named or addressed institutions do."""
    assert routed("Le CLSC oublie, le CHSLD oublie", community=THREE).spoken_of == ("LTC",)


@pytest.mark.parametrize("kind", SERVICES)
def test_every_kind_is_known_by_enough_expressions_in_each_language(kind: str) -> None:
    """No kind is reached in one language only."""
    assert min(len(SERVICES[kind].fr), len(SERVICES[kind].en)) >= FEWEST_EXPRESSIONS


def test_an_expression_stands_under_one_kind() -> None:
    """Whatever its spelling, an expression leads to one kind."""
    kinds = {phrase: kind for kind, listed in SERVICES.items() for phrase in listed.all}
    assert len(kinds) == sum(len(listed.all) for listed in SERVICES.values())
    book = PhraseBook(kinds)
    for phrase, kind in kinds.items():
        found = book.find(words(phrase))
        assert [{kinds[same] for same in each.phrases} for each in found] == [{kind}], phrase
