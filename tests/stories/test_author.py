"""The caregiver's side: one card that follows the report, a new message when it matters, and the last word."""

from sc_bot.domain.problems import State
from tests.house import Town, card_of, heard
from tests.stories.acting import card_with, cards, does, in_channel, news, offered, report, seen, state, table

ROSALIE, BASTIEN, ADVISOR = "CVE-S1", "HSF-MD", "ADV-1"


def test_one_card_follows_the_report_to_the_end(town: Town) -> None:
    """The card posted at capture is the same message at the end, each state in turn."""
    report(town)
    rosalie = town.person(ROSALIE)
    card = cards(rosalie)[0]
    told = []
    for action in ("problem.acknowledge", "problem.accept"):
        told.append(card.text)
        does(town, BASTIEN, action)
    told.append(card.text)
    for text, name in zip(told, (State.ROUTED, State.ACKNOWLEDGED, State.ACCEPTED), strict=True):
        assert state(name) in text
    does(town, BASTIEN, "problem.close", closing="solved")
    assert offered(card) >= {"problem.verified", "problem.partly_fixed", "problem.not_fixed"}
    assert cards(rosalie)[0].ts == card.ts


def test_a_new_message_comes_when_accepted_returned_asked_or_closed_and_only_then(town: Town) -> None:
    """The budget: acknowledging, news, a title, a new place and passing on change the card alone."""
    report(town)
    heard = [news(town, ROSALIE)]
    steps: tuple[tuple[str, str, dict[str, object], int], ...] = (
        (BASTIEN, "problem.acknowledge", {}, 0),
        (BASTIEN, "problem.title", {"title": "Résumé de chimio"}, 0),
        (BASTIEN, "problem.hand_over", {}, 0),
        (BASTIEN, "problem.ask", {"question": "Depuis quand?"}, 1),
        (BASTIEN, "problem.return", {"reason": "C'est la pharmacie"}, 1),
        (ADVISOR, "problem.reroute", {"institution": "PCO"}, 0),
        ("PCO-MD", "problem.accept", {}, 1),
        ("PCO-MD", "problem.update", {"note": "Essai lundi", "readers": "author"}, 0),
        ("PCO-MD", "problem.close", {"closing": "not_solvable", "reason": "Le formulaire est imposé"}, 1),
    )
    for who, action, values, expected in steps:
        does(town, who, action, **values)
        heard.append(news(town, ROSALIE))
        assert heard[-1] - heard[-2] == expected, action


def test_a_hidden_authors_messages_hold_the_reference_and_the_state_only(town: Town) -> None:
    """Neither the subject nor the reason, which somebody could read over their shoulder; See all shows it."""
    report(town)
    does(town, BASTIEN, "problem.close", closing="not_solvable", reason="Le formulaire est imposé")
    for each in cards(town.person(ROSALIE)):
        assert "chimio" not in each.text
        assert "formulaire" not in each.text
    assert "Le formulaire est imposé" in seen(town, ROSALIE)


def test_yes_and_partly_end_it_and_no_opens_it_again(town: Town) -> None:
    """No: the same lead has it again, the director and the facilitator are told; the buttons disappear everywhere."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    does(town, BASTIEN, "problem.close", closing="solved")
    rosalie, before = town.person(ROSALIE), (news(town, BASTIEN), news(town, ADVISOR))
    does(town, ROSALIE, "problem.not_fixed")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["reopened"], problem["owes"]) == ("accepted", 1, "HSF")
    assert (news(town, BASTIEN), news(town, ADVISOR)) == (before[0] + 1, before[1] + 1)
    assert all("problem.not_fixed" not in offered(each) for each in cards(rosalie))
    assert state(State.ACCEPTED) in in_channel(town, "cs-hsf")[0].text
    does(town, BASTIEN, "problem.close", closing="solved")
    does(town, ROSALIE, "problem.partly_fixed")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["verdict"]) == ("closed", "partly")
    assert all("problem.verified" not in offered(each) for each in cards(rosalie))


def test_withdrawing_ends_it_before_anyone_accepted(town: Town) -> None:
    """Whoever had it sees it on their card; after acceptance the button is gone."""
    report(town)
    does(town, ROSALIE, "problem.withdraw")
    assert table(town, "problems")[0]["state"] == "withdrawn"
    card = cards(town.person(BASTIEN))[-1]
    assert state(State.WITHDRAWN) in card.text
    assert "problem.accept" not in offered(card)
    report(town)
    does(town, BASTIEN, "problem.accept", "ONC-2")
    assert all("problem.withdraw" not in offered(each) for each in cards(town.person(ROSALIE), "ONC-2"))


def test_a_report_withdrawn_before_the_morning_is_never_shown_to_the_director(town: Town) -> None:
    """Filed at night and taken back: nothing is left to say."""
    town.clock.forward(hours=12)
    report(town)
    does(town, ROSALIE, "problem.withdraw")
    town.clock.forward(hours=12)
    town.deliver()
    assert cards(town.person(BASTIEN)) == []


def test_a_duplicate_goes_on_under_the_other_and_its_author_may_disagree(town: Town) -> None:
    """The author is told where it goes on, and when that is closed; No opens theirs again."""
    report(town)
    report(town, "Le sommaire de chimio arrive en retard de l'hôpital", by="GTV-S1")
    does(town, BASTIEN, "problem.close", "ONC-2", closing="duplicate", duplicate_of="onc-1")
    priya = town.person("GTV-S1")
    assert "ONC-1" in cards(priya, "ONC-2")[-1].text
    before = news(town, "GTV-S1", "ONC-2")
    does(town, BASTIEN, "problem.close", closing="solved")
    assert news(town, "GTV-S1", "ONC-2") == before + 1
    does(town, "GTV-S1", "problem.not_fixed", "ONC-2")
    assert table(town, "problems")[1]["state"] == "routed"
    assert "problem.accept" in offered(card_with(town.person(BASTIEN), "problem.accept", "ONC-2"))


def test_nobody_is_told_of_their_own_act(town: Town) -> None:
    """A delegate's question, answer and closing reach the others only."""
    report(town)
    does(town, BASTIEN, "problem.hand_over")
    before = news(town, "SC-1")
    does(town, "SC-1", "problem.accept")
    does(town, "SC-1", "problem.close", closing="solved")
    assert news(town, "SC-1") == before
    assert news(town, BASTIEN) == 2
    assert news(town, ROSALIE) == 3


def test_an_author_dropped_from_the_file_still_hears_what_became_of_it(town: Town) -> None:
    """Leaving the community file takes nothing away from what one reported."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem Le résumé de fin de chimio part par la poste @HSF")
    town.deliver()
    with town.house.web_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.retire_person(place, "HSF-S1", actor=None, now=town.clock())
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    assert any("pris en charge" in each for each in heard(fanny, "ONC-1"))
