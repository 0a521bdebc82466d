"""What the reporter says outright is obeyed."""

import pytest

from sc_bot.domain.routing import Reason, ReasonKind
from tests.routing.region import routed


def test_the_reporters_choice_comes_before_everything() -> None:
    """A chosen institution wins over an addressee, a name and the table."""
    route = routed("@CVE l'hôpital oublie l'ordonnance du cancer", chosen="GTV")
    assert (route.institution, route.because) == ("GTV", Reason(ReasonKind.CHOSEN))
    assert [each.institution for each in route.alternatives] == ["CVE", "HSF"]
    assert not route.ambiguous


def test_a_choice_that_the_community_does_not_know_is_no_choice() -> None:
    """An institution that has left the community cannot be given a report."""
    assert routed("L'hôpital oublie", chosen="GONE").institution == "HSF"


@pytest.mark.parametrize(
    ("text", "institution", "word"),
    [
        ("@HSF le sommaire tarde", "HSF", "HSF"),
        ("le sommaire tarde @hsf", "HSF", "HSF"),
        ("le sommaire (@Hsf) tarde", "HSF", "HSF"),
        ("Pour ＠clsc: le sommaire", "CVE", "CLSC"),
        ("@sad le sommaire tarde", "CVE", "SAD"),
        ("@Hopital le sommaire tarde", "HSF", "hôpital"),
        ("@l’hôpital le sommaire tarde", "HSF", "hôpital"),
        ("@Les Passerelles le fauteuil", "CRP", "Les Passerelles"),
        ("@médecin de famille", "GTV", "médecin de famille"),
        ("@inconnu le sommaire tarde @CRC", "CRC", "CRC"),
        ("l'hôpital oublie le GMF @CRC", "CRC", "CRC"),
    ],
)
def test_an_addressee_is_obeyed_in_any_case_and_anywhere(text: str, institution: str, word: str) -> None:
    """`@` and an id or alias decides; strangers are passed over."""
    route = routed(text, by="PCO")
    assert (route.institution, route.because) == (institution, Reason(ReasonKind.ADDRESSED, (word,)))


@pytest.mark.parametrize("text", ["écrire à jean@hsf.ca", "@hsfx", "@", "@@", "a@", "<@U0HSF>", "@ HSF ou @"])
def test_an_at_sign_alone_addresses_nobody(text: str) -> None:
    """E-mail addresses, longer words and mentions of people are not addressees."""
    assert routed(text).because.kind is not ReasonKind.ADDRESSED


def test_of_two_addressees_the_first_receives_and_the_other_is_one_tap_away() -> None:
    """Two addressees leave a doubt, which is told."""
    route = routed("@CVE @HSF @CVE le sommaire tarde")
    assert route.institution == "CVE"
    assert [each.institution for each in route.alternatives] == ["HSF"]
    assert route.ambiguous
