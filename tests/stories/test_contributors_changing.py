"""A partner's part while days pass and people change: reminded, helped, covered, handed over, kept to a few."""

from tests.house import Town
from tests.stories.acting import REFERENCE, card_with, cards, does, offered, press, show, table
from tests.stories.contributing import FACILITATOR, KERRY, MATHIEU, PATRICE, asks, card_of, promises, standings
from tests.stories.leaving import leaves, slack_id
from tests.stories.looking import buttons, window
from tests.stories.promising import BASTIEN, ROSALIE, follow_up, lists, morning


def test_silence_is_followed_up_in_the_morning_lists_then_others_help(town: Town) -> None:
    """On the day by which one accepts; the delegate a day later, then the facilitator; nobody else, and no nagging."""
    asks(town, "CRC")
    morning(town, "2026-11-25")
    assert lists(town, PATRICE) == []
    morning(town, "2026-11-26")
    (first,) = lists(town, PATRICE)
    assert f"Contribution demandée\u00a0: {REFERENCE}" in first.text
    assert "d'ici le jeudi 26\u00a0novembre" in first.text
    assert lists(town, MATHIEU) == []
    morning(town, "2026-11-27")
    assert "CHSLD du Ruisseau-Clair n'a pas encore répondu" in lists(town, MATHIEU)[-1].text
    assert lists(town, FACILITATOR) == []
    morning(town, "2026-12-01")
    assert "Votre aide est demandée" in lists(town, FACILITATOR)[-1].text
    morning(town, "2026-12-03")
    assert [len(lists(town, who)) for who in (PATRICE, MATHIEU, FACILITATOR, "SC-4")] == [3, 2, 1, 0]


def test_it_answers_from_the_list_and_is_asked_no_more(town: Town) -> None:
    """One tap on the list; its follow-up is over."""
    asks(town, "CRC")
    morning(town, "2026-11-26")
    director = town.person(PATRICE)
    director.presses(lists(town, PATRICE)[-1], "participation.accept", f"{REFERENCE} CRC")
    town.deliver()
    assert standings(town) == {"CRC": "accepted"}
    assert [each["subject"] for each in table(town, "followups")] == ["problem:1"]
    morning(town, "2026-11-27")
    assert len(lists(town, PATRICE)) == 1


def test_declining_and_silence_are_in_the_menu_of_the_list(town: Town) -> None:
    """Not before Friday; then no, and why."""
    asks(town, "CRC")
    morning(town, "2026-11-26")
    director = town.person(PATRICE)
    director.chooses(lists(town, PATRICE)[-1], "commitment.more", f"followup.snooze {REFERENCE} CRC")
    director.submits(window(town, director, "until"), {"until": "2026-11-28"})
    morning(town, "2026-11-27")
    assert len(lists(town, PATRICE)) == 1
    morning(town, "2026-12-01")
    director.chooses(lists(town, PATRICE)[-1], "commitment.more", f"participation.decline {REFERENCE} CRC")
    director.submits(window(town, director, "reason"), {"reason": "Aucun poste"})
    town.deliver()
    assert standings(town) == {"CRC": "declined"}


def test_the_follow_up_ends_with_the_problem_and_comes_back_with_it(town: Town) -> None:
    """Nothing is asked about what is over; open again, it is asked again."""
    asks(town, "CRC")
    assert {each["subject"] for each in table(town, "followups")} == {"problem:1", "participation:1"}
    does(town, BASTIEN, "problem.close", closing="solved", reason="Fait")
    assert table(town, "followups") == []
    assert morning(town, "2026-11-26") == 0
    does(town, ROSALIE, "problem.not_fixed")
    follow_up(town)
    assert {each["subject"] for each in table(town, "followups")} == {"problem:1", "participation:1"}
    assert "participation.accept" in buttons(card_of(town, PATRICE))


def test_while_its_director_is_away_who_covers_answers(town: Town) -> None:
    """The card goes to them, and so does the answer; the facilitator never answers for an institution."""
    leaves(town, PATRICE, last_day="2026-11-24", delegate_1=slack_id(town, "CRC-S1"))
    asks(town, "CRC")
    assert cards(town.person(PATRICE)) == []
    does(town, "CRC-S1", "participation.accept")
    promises(town, "CRC-S1", "Lire la lettre à l'arrivée", "d'ici le 11 décembre")
    assert standings(town) == {"CRC": "accepted"}
    assert [each["institution"] for each in table(town, "commitments")] == ["CRC"]


def test_a_new_director_of_a_partner_gets_its_card(town: Town) -> None:
    """People change, what is asked stays: the new one answers, the former one's card has no buttons left."""
    asks(town, "CRC")
    facilitator = town.person(FACILITATOR)
    facilitator.runs("/sc people")
    assert town.slack.wait_for(lambda: facilitator.modal is not None)
    assert facilitator.modal is not None
    found = facilitator.submits(facilitator.modal, {"person": "UCRCS1000"}).view
    assert found is not None
    facilitator.submits(found, {"roles": ["managing_director"], "replaces": ["yes"]})
    town.deliver()
    assert buttons(card_of(town, PATRICE)) == ["problem.see"]
    does(town, "CRC-S1", "participation.accept")
    assert standings(town) == {"CRC": "accepted"}


def test_restricted_afterwards_a_partner_sees_it_no_more(town: Town) -> None:
    """A restricted problem keeps its rule: its own directors, the facilitator and the privacy officer."""
    asks(town)
    press(town, KERRY, "participation.decline")
    opened = window(town, town.person(KERRY), "reason")
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"problem.restrict {REFERENCE}")
    town.deliver()
    assert "restricted" in card_of(town, KERRY).text
    assert buttons(card_of(town, KERRY)) == []
    assert list(town.person(KERRY).submits(opened, {"reason": "Pas nous"}).errors) == ["reason"]
    assert standings(town) == {"GTV": "asked"}
    assert "participation.ask" not in offered(card_with(town.person(BASTIEN), "commitment.make"))
