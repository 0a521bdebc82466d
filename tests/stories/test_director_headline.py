"""The institution's channel: one headline a problem, edited in place, neutral; restricted problems have none."""

from sc_bot.domain.problems import State
from tests.house import Town
from tests.stories.acting import cards, does, in_channel, offered, report, seen, state, whole
from tests.stories.looking import ABOUT_CHEMO

BASTIEN, ADVISOR = "HSF-MD", "ADV-1"


def test_one_headline_is_edited_in_place_and_never_holds_the_text_or_the_author(town: Town) -> None:
    """Reference, state, lead and a neutral title, from the report to the end; one message in the channel."""
    report(town)
    (first,) = in_channel(town, "cs-hsf")
    assert state(State.ROUTED) in first.text
    assert "oncologie" in first.text
    does(town, BASTIEN, "problem.accept")
    does(town, BASTIEN, "problem.update", note="Un essai commence", readers="author")
    does(town, BASTIEN, "problem.close", closing="solved", reason="Courriel le jour même")
    (line,) = in_channel(town, "cs-hsf")
    assert line.ts == first.ts
    assert state(State.ROUTED) not in line.text
    for secret in (ABOUT_CHEMO, "poste", "Thuotel", "Un essai", "Courriel"):
        assert secret not in whole(line)


def test_a_worded_title_takes_the_place_of_the_neutral_one(town: Town) -> None:
    """The director or the facilitator words it; the channel and the lists show it."""
    report(town)
    does(town, BASTIEN, "problem.title", title="Résumé de fin de chimio")
    (line,) = in_channel(town, "cs-hsf")
    assert "Résumé de fin de chimio" in line.text
    listed = town.person("PCO-S1").runs("/sc list").message
    assert listed is not None
    assert "Résumé de fin de chimio" in listed.text


def test_a_returned_problem_has_a_headline_in_each_channel(town: Town) -> None:
    """The new institution's channel gets its own; the old one follows."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC", institution="CVE")
    does(town, "CVE-MD", "problem.accept")
    for channel in ("cs-hsf", "cs-cve"):
        (line,) = in_channel(town, channel)
        assert state(State.ACCEPTED) in line.text
        assert "CLSC Val-des-Érables" in line.text
        assert "C'est le CLSC" not in whole(line)


def test_restricting_blanks_what_others_had(town: Town) -> None:
    """The channel's headline and the cards of those who may no longer look keep the reference alone."""
    reference = "CS-1"
    report(town, "Le transport se fait attendre")
    does(town, ADVISOR, "problem.reroute", reference, institution="OMD")
    does(town, "OMD-MD", "problem.title", reference, title="Transport bénévole du vendredi")
    does(town, "OMD-MD", "problem.ask", reference, question="Quel jour?")
    does(town, "CVE-S1", "problem.answer", reference, answer="Le transport du vendredi")
    does(town, "OMD-MD", "problem.return", reference, reason="Pas notre trajet", institution="HSF")
    does(town, BASTIEN, "problem.return", reference, reason="Pas notre trajet non plus", institution="CVE")
    committee = cards(town.person("SC-4"), reference)[-1]
    assert "problem.assign" in offered(committee)
    does(town, ADVISOR, "problem.restrict", reference)
    for channel in ("cs-omd", "cs-hsf"):
        (line,) = in_channel(town, channel, reference)
        assert "vendredi" not in whole(line)
        assert not offered(line)
    for outsider in ("SC-4", "OMD-MD"):
        for each in cards(town.person(outsider), reference):
            assert "transport" not in whole(each).lower()
            assert not offered(each)
    assert "transport" in seen(town, BASTIEN, reference)
    assert "problem.reroute" in offered(cards(town.person(ADVISOR), reference)[-1])
    does(town, ADVISOR, "problem.reroute", reference, institution="CVE")
    assert not in_channel(town, "cs-cve", reference)
    assert "problem.accept" in offered(cards(town.person("CVE-MD"), reference)[-1])
