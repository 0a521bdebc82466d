"""Each reads their own side of the same problem: who has it now, who owes the answer, what is still asked of them."""

from tests.house import Town
from tests.stories.acting import cards, does, in_channel, offered, press, read_aloud, report, seen, show
from tests.stories.looking import ABOUT_CHEMO, buttons

ROSALIE, BASTIEN, GINETTE = "CVE-S1", "HSF-MD", "CVE-MD"


def _said(town: Town, who: str, at: int = -1) -> str:
    return "\n".join(read_aloud(cards(town.person(who))[at])).replace("\u00a0", " ")


def test_whoever_returned_it_reads_who_has_it_now_and_that_they_owe_the_answer(town: Town) -> None:
    """It is new for the other institution, not for theirs, and nobody proposes it to them."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC qui envoie", institution="CVE")
    said = _said(town, BASTIEN)
    assert "Transmis à Ginette Aubertineau, CLSC Val-des-Érables." in said
    assert "Vous devez la réponse jusqu'à ce qu'un autre établissement le prenne en charge." in said
    assert "nouveau pour" not in said
    assert "vous le propose" not in said
    assert "l'Hôpital Saint-Firmin-des-Monts vous le propose" in _said(town, GINETTE)
    does(town, GINETTE, "problem.accept")
    assert "Vous devez la réponse" not in _said(town, BASTIEN)
    assert "Transmis à Ginette Aubertineau" in _said(town, BASTIEN)


def test_whom_the_support_committee_named_reads_so_and_why(town: Town) -> None:
    """Nobody finds a problem accepted in their name without a word; the others read who leads."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="C'est le CLSC", institution="CVE")
    does(town, GINETTE, "problem.return", reason="C'est la pharmacie", institution="PCO")
    assert "Le comité de soutien décide quel établissement mène." in _said(town, BASTIEN)
    assert "vous le propose" not in _said(town, BASTIEN)
    does(town, "SC-1", "problem.assign", institution="HSF", reason="L'hôpital produit le document")
    assert "par décision du comité de soutien" in _said(town, BASTIEN)
    assert "L'hôpital produit le document" in _said(town, BASTIEN)
    assert "Transmis à Bastien Morelière" in _said(town, "SC-2")


def test_a_question_that_was_answered_asks_nothing_more(town: Town) -> None:
    """The button disappears; before any question, nothing offers to answer one."""
    report(town)
    assert "problem.answer" not in offered(show(town, ROSALIE))
    does(town, BASTIEN, "problem.ask", question="Depuis quand?")
    assert "problem.answer" in offered(show(town, ROSALIE))
    does(town, ROSALIE, "problem.answer", answer="Depuis septembre")
    asked = next(each for each in cards(town.person(ROSALIE)) if "question" in each.text)
    assert "Vous avez répondu. Merci." in asked.text
    assert "problem.answer" not in buttons(asked)
    assert "problem.answer" not in offered(show(town, ROSALIE))


def test_the_authors_card_says_by_when_an_answer_is_expected(town: Town) -> None:
    """On the screen, as long as nobody has taken it; the notification of a hidden author holds the state alone."""
    report(town)
    assert "Réponse attendue au plus tard le lundi 23 novembre." in _said(town, ROSALIE, 0)
    assert "Réponse attendue" not in cards(town.person(ROSALIE))[0].text
    does(town, BASTIEN, "problem.accept")
    assert "Réponse attendue" not in _said(town, ROSALIE, 0)


def test_a_headline_names_the_institution_once(town: Town) -> None:
    """With one institution there is no interface: the lead stands beside the continuum."""
    report(town)
    (headline,) = in_channel(town, "cs-hsf")
    assert "\n".join(read_aloud(headline)).count("Hôpital Saint-Firmin-des-Monts") == 1
    listed = town.person(ROSALIE).runs("/sc liste").text
    assert listed.count("Hôpital Saint-Firmin-des-Monts") == 1


def test_the_facilitators_substitute_finds_people_and_roles_too(town: Town) -> None:
    """The button stands where the command works; a caregiver has neither."""
    for who, there in (("ADV-1", True), ("MOD-1", True), (ROSALIE, False)):
        front = town.person(who).runs("/sc").message
        assert front is not None
        assert ("people.manage" in buttons(front)) is there


def test_whoever_said_whether_it_changed_is_not_asked_again(town: Town) -> None:
    """The question leaves with its buttons."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    does(town, BASTIEN, "problem.close", closing="solved", reason="Par courriel")
    assert "Est-ce que cela a changé pour vous?" in cards(town.person(ROSALIE))[-1].text
    press(town, ROSALIE, "problem.verified")
    town.deliver()
    assert "Est-ce que cela a changé pour vous?" not in cards(town.person(ROSALIE))[-1].text


def test_showing_ones_name_asks_first(town: Town) -> None:
    """It cannot be undone; on the first answer and on the card, one tap is not enough."""
    first = town.person(ROSALIE).runs(f"/probleme {ABOUT_CHEMO}").message
    town.deliver()
    for where in (first, cards(town.person(ROSALIE))[0]):
        assert where is not None
        elements = [each for block in where.blocks if block["type"] == "actions" for each in block["elements"]]
        asks = {each["action_id"] for each in elements if "confirm" in each}
        assert asks == {"problem.show_name"}


def test_who_may_not_read_a_report_does_not_read_when_it_is_answered(town: Town) -> None:
    """The date tells when it was filed: everyone else reads reference, state and lead."""
    report(town)
    assert "Réponse attendue" in seen(town, ROSALIE)
    for who in ("CRP-DG", "EXT-1"):
        assert "Réponse attendue" not in seen(town, who)
