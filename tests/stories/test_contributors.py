"""Several institutions, one problem: one leads, partners are asked, each answers and promises its part."""

import pytest

from tests.house import Town
from tests.stories.acting import (
    REFERENCE,
    card_with,
    cards,
    does,
    news,
    offered,
    press,
    seen,
    show,
    table,
    told_privately,
)
from tests.stories.contributing import (
    FACILITATOR,
    JEROME,
    KERRY,
    LETTER,
    MATHIEU,
    PATRICE,
    asks,
    card_of,
    promises,
    standings,
)
from tests.stories.looking import buttons, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, WHAT, accepted, promise_more, told
from tests.stories.test_twice import kinds, press_together


def test_a_partner_is_asked_and_reads_what_for(town: Town) -> None:
    """Whoever answers for it gets a card: what is asked, by whom, for which problem; in their own language."""
    asks(town)
    card = card_of(town, KERRY)
    assert "Trois-Villages family medicine group is asked to contribute" in card.text
    assert LETTER in card.text
    assert "Asked by Bastien Morelière. Lead: Saint-Firmin Hospital." in card.text
    assert "résumé de fin de chimio" in card.text
    assert buttons(card) == ["participation.accept", "participation.decline", "problem.see"]
    assert standings(town) == {"GTV": "asked"}
    assert (
        "Contribution demandée\u00a0: GMF des Trois-Villages."
        in card_with(town.person(BASTIEN), "commitment.make").text
    )


def test_it_accepts_and_whoever_leads_hears_of_it(town: Town) -> None:
    """The card now offers to promise; the author gets no message of it."""
    asks(town)
    before = news(town, ROSALIE)
    does(town, KERRY, "participation.accept")
    assert standings(town) == {"GTV": "accepted"}
    assert told(town, BASTIEN, "contribution acceptée (GMF des Trois-Villages)")
    assert "Contribution\u00a0: GMF des Trois-Villages." in card_with(town.person(BASTIEN), "commitment.make").text
    assert "Trois-Villages family medicine group contributes" in card_of(town, KERRY).text
    assert LETTER in card_of(town, KERRY).text
    assert buttons(card_of(town, KERRY)) == ["commitment.make", "problem.see"]
    assert news(town, ROSALIE) == before
    assert kinds(town)[-2:] == ["contribution_asked", "contributing"]


def test_it_declines_and_says_why(town: Town) -> None:
    """The reason reaches whoever asked and stays in the history; the partner may be asked again."""
    asks(town)
    does(town, KERRY, "participation.decline", reason="Aucun poste avant janvier")
    assert standings(town) == {"GTV": "declined"}
    (heard,) = told(town, BASTIEN, "contribution déclinée (GMF des Trois-Villages)")
    assert "Aucun poste avant janvier" in heard.text
    assert "Aucun poste avant janvier" in seen(town, BASTIEN)
    assert "does not contribute" in card_of(town, KERRY).text
    assert buttons(card_of(town, KERRY)) == ["problem.see"]
    does(town, BASTIEN, "participation.ask", institution="GTV", what="En janvier, alors")
    assert standings(town) == {"GTV": "asked"}
    assert "En janvier, alors" in card_of(town, KERRY).text
    does(town, KERRY, "participation.accept")
    assert standings(town) == {"GTV": "accepted"}


def test_each_institution_promises_its_part(town: Town) -> None:
    """Two promises on one problem, each in the name of the institution whose director made it."""
    asks(town)
    does(town, KERRY, "participation.accept")
    promise_more(town, "d'ici le 4 décembre")
    promises(town, KERRY, "Call within a day of the summary", "by December 11")
    kept = {(each["institution"], each["owner"], str(each["due_day"])) for each in table(town, "commitments")}
    assert kept == {("HSF", BASTIEN, "2026-12-04"), ("GTV", KERRY, "2026-12-11")}
    assert "Call within a day of the summary" in card_of(town, KERRY).text
    read = seen(town, BASTIEN)
    assert WHAT in read
    assert "Call within a day of the summary" in read
    assert WHAT in seen(town, KERRY)


def test_an_asked_partner_reads_the_text_and_the_history_and_one_that_declined_no_longer_does(town: Town) -> None:
    """Taking part is what lets one read."""
    accepted(town)
    assert "fin de chimio" not in seen(town, "GTV-S1")
    does(town, BASTIEN, "participation.ask", institution="GTV", what=LETTER)
    assert "fin de chimio" in seen(town, "GTV-S1")
    assert LETTER in seen(town, KERRY)
    does(town, KERRY, "participation.decline", reason="Pas avant janvier")
    assert "fin de chimio" not in seen(town, "GTV-S1")


def test_it_can_answer_from_what_it_is_shown(town: Town) -> None:
    """`/sc list` counts it among what is to be answered; `/sc show` offers both answers."""
    asks(town)
    shown = show(town, KERRY)
    assert {"participation.accept", "participation.decline"} <= offered(shown)
    town.person(KERRY).presses(shown, "participation.accept")
    town.deliver()
    assert standings(town) == {"GTV": "accepted"}


def test_of_two_answers_at_once_the_first_counts_and_the_other_is_told(town: Town) -> None:
    """The director accepts and the delegate declines: one of them, and the other reads where it stands."""
    asks(town, "CRC")
    shown = show(town, MATHIEU)
    delegate = town.person(MATHIEU)
    delegate.presses(shown, "participation.decline")
    opened = window(town, delegate, "reason")
    does(town, PATRICE, "participation.accept")
    delegate.submits(opened, {"reason": "Pas nous"})
    town.deliver()
    assert standings(town) == {"CRC": "accepted"}
    assert "Patrice Longvalois a agi avant vous" in text_of(delegate.modal)
    assert "contribution acceptée" in text_of(delegate.modal)
    assert "Pas nous" not in [each["body"] for each in table(town, "texts")]


def test_pressed_twice_it_is_accepted_once(town: Town) -> None:
    """Two presses have two triggers; the second is told that it is done already."""
    asks(town)
    press_together(town, (KERRY, "participation.accept"), (KERRY, "participation.accept"))
    town.deliver()
    assert kinds(town).count("contributing") == 1
    assert "contribution accepted" in told_privately(town, KERRY, "You have acted already")


def test_asked_twice_it_is_asked_once(town: Town) -> None:
    """The facilitator asks the same partner a moment later: told that it is asked already, and by whom."""
    accepted(town)
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"participation.ask {REFERENCE}")
    opened = window(town, facilitator, "what")
    does(town, BASTIEN, "participation.ask", institution="GTV", what=LETTER)
    facilitator.submits(opened, {"institution": "GTV", "what": "Afficher l'horaire"})
    town.deliver()
    assert "Bastien Morelière a agi avant vous" in text_of(facilitator.modal)
    assert kinds(town).count("contribution_asked") == 1
    assert len(cards(town.person(KERRY))) == 1


def test_the_facilitator_asks_and_hears_the_answer_too(town: Town) -> None:
    """Who asked and who leads are told; the window leaves out those who take part already."""
    asks(town)
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"participation.ask {REFERENCE}")
    opened = window(town, facilitator, "what")
    assert "GMF des Trois-Villages" not in text_of(opened)
    assert "Saint-Firmin" not in text_of(opened)
    facilitator.submits(opened, {"institution": "PCO", "what": "Afficher l'horaire"})
    town.deliver()
    assert standings(town) == {"GTV": "asked", "PCO": "asked"}
    assert "Demandé par Anne-Sophie Kerouac-Tily." in card_of(town, JEROME).text
    does(town, JEROME, "participation.accept")
    for who in (FACILITATOR, BASTIEN):
        assert told(town, who, "contribution acceptée (Réseau de pharmacies des Collines)"), who


@pytest.mark.parametrize("who", ["GTV-S1", JEROME, FACILITATOR, ROSALIE, BASTIEN])
def test_nobody_else_answers_for_it(town: Town, who: str) -> None:
    """Its staff, another director, the facilitator, the author, the lead: none of them is offered an answer."""
    asks(town)
    assert not {"participation.accept", "participation.decline"} & offered(show(town, who))


def test_whoever_leads_is_no_contributor(town: Town) -> None:
    """The facilitator sends the problem to a partner: once it accepts, it leads, and its part is over."""
    asks(town)
    does(town, KERRY, "participation.accept")
    facilitator = town.person(FACILITATOR)
    facilitator.presses(show(town, FACILITATOR), "problem.reroute")
    facilitator.submits(window(town, facilitator, "institution"), {"institution": "GTV", "reason": "Plus près"})
    town.deliver()
    does(town, KERRY, "problem.accept")
    (problem,) = table(town, "problems")
    assert (problem["institution"], problem["contributors"], problem["invited"]) == ("GTV", [], [])
    assert standings(town) == {"GTV": "ended"}
    assert "Trois-Villages family medicine group leads" in cards(town.person(KERRY))[0].text


def test_what_identifies_somebody_is_not_asked(town: Town) -> None:
    """The privacy gate stands before both texts."""
    accepted(town)
    press(town, BASTIEN, "participation.ask")
    director = town.person(BASTIEN)
    asked: dict[str, object] = {"institution": "GTV", "what": "Rappeler TESA 8055 1419"}
    assert list(director.submits(window(town, director, "what"), asked).errors) == ["what"]
    assert standings(town) == {}
    director.submits(window(town, director, "what"), {"institution": "GTV", "what": LETTER})
    town.deliver()
    press(town, KERRY, "participation.decline")
    partner = town.person(KERRY)
    ended = partner.submits(window(town, partner, "reason"), {"reason": "TESA 8055 1419 a été vue"})
    assert list(ended.errors) == ["reason"]
    assert standings(town) == {"GTV": "asked"}


def test_a_closed_problem_asks_nothing_more(town: Town) -> None:
    """The card says how it ended, without buttons."""
    asks(town)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Le résumé part le jour même")
    assert buttons(card_of(town, KERRY)) == ["problem.see"]
    assert "solved" in card_of(town, KERRY).text
