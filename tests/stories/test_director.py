"""The director's side: each button does what it says, and everybody concerned hears what is theirs to hear."""

from sc_bot.domain.problems import State
from tests.house import Town
from tests.stories.acting import (
    REFERENCE,
    card_with,
    cards,
    does,
    news,
    offered,
    press,
    read_aloud,
    report,
    seen,
    state,
    table,
    told_privately,
    whole,
)
from tests.stories.looking import ABOUT_CHEMO, window

ROSALIE, BASTIEN, SABRINA = "CVE-S1", "HSF-MD", "SC-1"
"""The author, of another institution; the hospital's director; the hospital's delegate."""


def test_a_new_problem_comes_with_its_buttons(town: Town) -> None:
    """The director can acknowledge, accept, return, ask, pass on, close and word the title."""
    report(town)
    card = card_with(town.person(BASTIEN), "problem.accept")
    assert ABOUT_CHEMO in card.text
    assert offered(card) >= {
        "problem.acknowledge",
        "problem.accept",
        "problem.return",
        "problem.ask",
        "problem.hand_over",
        "problem.close",
        "problem.title",
        "problem.see",
    }


def test_acknowledging_changes_the_authors_card_without_a_new_message(town: Town) -> None:
    """It is read: the author's card says so; the button disappears; accepting is still open."""
    report(town)
    before = news(town, ROSALIE)
    does(town, BASTIEN, "problem.acknowledge")
    assert table(town, "problems")[0]["state"] == "acknowledged"
    assert news(town, ROSALIE) == before
    assert state(State.ACKNOWLEDGED) in cards(town.person(ROSALIE))[0].text
    card = card_with(town.person(BASTIEN), "problem.accept")
    assert "problem.acknowledge" not in offered(card)


def test_accepting_acknowledges_and_tells_the_author(town: Town) -> None:
    """The institution leads from then on; the author gets one new message, the director none."""
    report(town)
    before = news(town, ROSALIE), news(town, BASTIEN)
    does(town, BASTIEN, "problem.accept")
    (problem,) = table(town, "problems")
    assert problem["state"] == "accepted"
    assert problem["acknowledged_at"] is not None
    assert (news(town, ROSALIE), news(town, BASTIEN)) == (before[0] + 1, before[1])
    card = card_with(town.person(BASTIEN), "problem.update")
    assert not offered(card) & {"problem.acknowledge", "problem.accept", "problem.return"}


def test_a_return_gives_its_reason_and_the_next_director_the_card(town: Town) -> None:
    """The proposed institution receives it with the reason; who returned it owes the answer until another accepts."""
    report(town)
    before = news(town, ROSALIE)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC qui envoie", institution="CVE")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"], problem["owes"]) == ("returned", "CVE", "HSF")
    ginette = card_with(town.person("CVE-MD"), "problem.accept")
    assert "C'est le CLSC qui envoie" in ginette.text
    assert news(town, ROSALIE) == before + 1
    assert state(State.RETURNED) in cards(town.person(ROSALIE))[0].text
    old = cards(town.person(BASTIEN))[-1]
    assert not offered(old) & {"problem.acknowledge", "problem.accept", "problem.return", "problem.close"}
    assert "problem.ask" in offered(old)
    does(town, "CVE-MD", "problem.accept")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["owes"]) == ("accepted", "CVE")
    assert "problem.ask" not in offered(cards(town.person(BASTIEN))[-1])


def test_a_return_without_a_proposal_goes_to_the_facilitator(town: Town) -> None:
    """Nothing is without an owner: the facilitator looks for the right institution, and the returner still owes."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="Ce n'est pas nous")
    (problem,) = table(town, "problems")
    assert (problem["institution"], problem["owes"]) == (None, "HSF")
    assert "Ce n'est pas nous" in card_with(town.person("ADV-1"), "problem.reroute").text
    does(town, "ADV-1", "problem.reroute", institution="PCO")
    assert "problem.accept" in offered(cards(town.person("PCO-MD"))[-1])


def test_the_second_return_goes_to_the_support_committee_which_names_the_lead(town: Town) -> None:
    """Every member has the card with both reasons; the first to decide, decides; the others' buttons disappear."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC", institution="CVE")
    does(town, "CVE-MD", "problem.return", reason="C'est la pharmacie", institution="PCO")
    assert table(town, "problems")[0]["state"] == "arbitration"
    for member in ("SC-1", "SC-2", "SC-3", "SC-4", "SC-5"):
        card = card_with(town.person(member), "problem.assign")
        assert "C'est le CLSC" in card.text
        assert "C'est la pharmacie" in card.text
    before = news(town, ROSALIE)
    does(town, "SC-3", "problem.assign", institution="PCO", reason="Elle a le formulaire")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"], problem["owes"]) == ("accepted", "PCO", "PCO")
    assert "problem.update" in offered(cards(town.person("PCO-MD"))[-1])
    assert all("problem.assign" not in offered(each) for each in cards(town.person("SC-1")))
    assert news(town, ROSALIE) == before + 1
    assert state(State.ACCEPTED) in cards(town.person(ROSALIE))[0].text


def test_a_question_reaches_the_author_and_the_answer_the_director(town: Town) -> None:
    """The author answers in the thread or with the button; the button disappears; nobody learns a name."""
    report(town)
    does(town, BASTIEN, "problem.ask", question="Depuis quand?")
    rosalie = town.person(ROSALIE)
    asked = card_with(rosalie, "problem.answer")
    assert "Depuis quand?" not in asked.text
    does(town, ROSALIE, "problem.answer", answer="Depuis trois semaines")
    assert "Depuis trois semaines" in cards(town.person(BASTIEN))[-1].text
    rosalie.says("Et chaque vendredi", thread=asked)
    town.deliver()
    assert "Et chaque vendredi" in cards(town.person(BASTIEN))[-1].text
    assert "Thuotel" not in "".join(whole(each) for each in cards(town.person(BASTIEN)))
    does(town, BASTIEN, "problem.close", closing="solved")
    assert all("problem.answer" not in offered(each) for each in cards(rosalie))


def test_news_is_for_the_author_or_internal_as_its_choice_says(town: Town) -> None:
    """The author's card says that there is news, without a new message; internal news never reaches them."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    before = news(town, ROSALIE)
    quiet = read_aloud(cards(town.person(ROSALIE))[0])
    does(town, BASTIEN, "problem.update", note="Rien à dire aux autres", readers="internal")
    rosalie = town.person(ROSALIE)
    assert read_aloud(cards(rosalie)[0]) == quiet
    does(town, BASTIEN, "problem.update", note="Un essai commence lundi", readers="author")
    assert read_aloud(cards(rosalie)[0])[0] == quiet[0]
    assert read_aloud(cards(rosalie)[0]) != quiet
    assert news(town, ROSALIE) == before
    shown = seen(town, ROSALIE)
    assert "Un essai commence lundi" in shown
    assert "Rien à dire aux autres" not in shown
    assert "Rien à dire aux autres" in seen(town, SABRINA)


def test_passing_it_to_the_delegate_gives_them_the_card_and_what_follows(town: Town) -> None:
    """The delegate can act, hears the author's answers too, and the director is told that it is done."""
    report(town)
    does(town, BASTIEN, "problem.hand_over")
    told_privately(town, BASTIEN, REFERENCE)
    does(town, SABRINA, "problem.ask", question="Quel service?")
    does(town, ROSALIE, "problem.answer", answer="Le quatrième")
    assert "Le quatrième" in cards(town.person(SABRINA))[-1].text
    assert "Le quatrième" in cards(town.person(BASTIEN))[-1].text
    does(town, SABRINA, "problem.accept")
    assert "problem.accept" not in offered(cards(town.person(BASTIEN))[0])


def test_an_institution_without_delegates_is_not_offered_to_pass_it_on(town: Town) -> None:
    """A button that can only refuse is not shown."""
    report(town, "Le formulaire commun de chimio @PCO")
    card = card_with(town.person("PCO-MD"), "problem.accept")
    assert "problem.hand_over" not in offered(card)


def test_a_stale_press_is_told_who_was_faster_and_changes_nothing(town: Town) -> None:
    """Director and delegate press at once: the first wins, the second hears who, when, and what it is now."""
    report(town)
    does(town, BASTIEN, "problem.hand_over")
    sabrina = town.person(SABRINA)
    stale = card_with(sabrina, "problem.accept").snapshot()
    press(town, BASTIEN, "problem.accept")
    events = len(table(town, "events"))
    sabrina.presses(stale, "problem.return")
    said = told_privately(town, SABRINA, "Bastien Morelière")
    assert REFERENCE in said
    assert "10" in said
    assert sabrina.modal is None
    sabrina.presses(stale, "problem.accept")
    assert len(table(town, "events")) == events


def test_a_window_that_was_open_when_somebody_was_faster_says_so(town: Town) -> None:
    """What was typed too late changes nothing; the window says who was there first."""
    report(town)
    does(town, BASTIEN, "problem.hand_over")
    sabrina = town.person(SABRINA)
    press(town, SABRINA, "problem.return")
    view = window(town, sabrina, "reason")
    press(town, BASTIEN, "problem.accept")
    sabrina.submits(view, {"reason": "Pas nous"})
    assert sabrina.modal is not None
    assert "Bastien Morelière" in str(sabrina.modal.blocks)
    assert table(town, "problems")[0]["state"] == "accepted"


def test_the_former_director_is_told_that_it_moved(town: Town) -> None:
    """A card that was not yet redrawn: the press is answered with who moved it, not with a bare refusal."""
    report(town)
    bastien = town.person(BASTIEN)
    stale = card_with(bastien, "problem.accept").snapshot()
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC", institution="CVE")
    press(town, "CVE-MD", "problem.accept")
    bastien.presses(stale, "problem.accept")
    assert "Ginette Aubertineau" in told_privately(town, BASTIEN, REFERENCE)
    assert table(town, "problems")[0]["institution"] == "CVE"


def test_a_director_leads_their_own_report_under_their_office(town: Town) -> None:
    """Whoever directs the addressed institution may report to it; what they do as director names them as such."""
    report(town, by=BASTIEN)
    does(town, BASTIEN, "problem.accept")
    lines = [line for line in seen(town, SABRINA).splitlines() if "· Bastien" in line]
    assert len(lines) == 1
    assert "auteur" not in lines[0]
    assert town.slack.errors == []
