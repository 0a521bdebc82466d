"""Somebody is away: their cards go to who covers, who may act; whoever waits reads for whom and until when."""

from dataclasses import replace
from datetime import UTC, datetime

from sc_bot.domain.community import Language, Person, Role
from sc_bot.usecases.community import import_community
from tests.house import Town, channel_ids
from tests.stories.acting import card_with, cards, does, news, offered, report, show, table, whole
from tests.stories.leaving import ADVISOR, BASTIEN, FANNY, ROSALIE, SABRINA, SUBSTITUTE, directs, leaves, slack_id, tick


def test_a_new_problem_goes_to_who_covers_and_its_author_knows_until_when(town: Town) -> None:
    """In the answer and on the card; the absent director gets nothing."""
    leaves(town, last_day="2026-11-24", delegate_1=slack_id(town, FANNY))
    answer = town.person(ROSALIE).runs("/problem Le résumé de fin de chimio part par la poste de l'hôpital").message
    town.deliver()
    assert answer is not None
    said = "Fanny Castelneau (pour Bastien Morelière, jusqu'au mardi 24\u00a0novembre)"
    assert said in answer.text
    assert said in whole(cards(town.person(ROSALIE))[-1])
    assert "problem.accept" in offered(card_with(town.person(FANNY), "problem.accept"))
    assert news(town, BASTIEN) == 0


def test_who_covers_may_do_what_the_director_may_for_that_time(town: Town) -> None:
    """A nurse of the hospital accepts; back again, the director has it and she looks on."""
    leaves(town, last_day="2026-11-24", delegate_1=slack_id(town, FANNY))
    report(town)
    does(town, FANNY, "problem.accept")
    assert table(town, "problems")[0]["state"] == "accepted"
    tick(town, datetime(2026, 11, 25, 14, 0, tzinfo=UTC))
    assert "problem.close" not in offered(show(town, FANNY))
    assert "problem.close" in offered(show(town, BASTIEN))


def test_whoever_waits_sees_it_on_the_card_they_have(town: Town) -> None:
    """An open problem changes hands: no new message for its author, one for who covers, with the number."""
    report(town)
    before = news(town, ROSALIE)
    leaves(town, delegate_1=slack_id(town, FANNY))
    assert news(town, ROSALIE) == before
    assert "pour Bastien Morelière, jusqu'à nouvel ordre" in whole(cards(town.person(ROSALIE))[-1])
    (told,) = directs(town, FANNY, "Vous remplacez Bastien Morelière")
    assert "1 problème ouvert" in told.text
    assert "problem.list" in offered(told)
    assert "ONC-1" in (town.person(FANNY).runs("/sc list").text or "")


def test_without_a_delegate_the_institutions_own_stands_in(town: Town) -> None:
    """Its standing delegates come before the facilitator."""
    leaves(town)
    report(town)
    assert "problem.accept" in offered(card_with(town.person(SABRINA), "problem.accept"))


def test_a_delegate_may_cover_one_continuum_alone(town: Town) -> None:
    """Oncology goes to the nurse; mental health to the institution's delegate."""
    leaves(town, delegate_1=slack_id(town, FANNY), continuum_1="ONC")
    report(town)
    report(town, "L'urgence de l'hôpital renvoie les personnes suicidaires sans suivi en psychiatrie")
    assert "problem.accept" in offered(card_with(town.person(FANNY), "problem.accept"))
    assert "problem.accept" in offered(card_with(town.person(SABRINA), "problem.accept", "SM-1"))
    assert cards(town.person(FANNY), "SM-1") == []
    assert "ONC-1" in to_answer(town, FANNY)
    assert "SM-1" not in to_answer(town, FANNY)


def test_a_circle_of_absences_ends_at_the_facilitator_then_at_the_substitute(town: Town) -> None:
    """Two who cover each other; the facilitator; and when the facilitator is away too, the substitute."""
    leaves(town, BASTIEN, delegate_1=slack_id(town, SABRINA))
    leaves(town, SABRINA, delegate_1=slack_id(town, BASTIEN))
    report(town)
    assert "problem.reroute" in offered(card_with(town.person(ADVISOR), "problem.reroute"))
    assert "ONC-1" in to_answer(town, ADVISOR)
    leaves(town, ADVISOR)
    report(town, "Le rapport de chimio de l'hôpital ne suit pas")
    assert "problem.reroute" in offered(card_with(town.person(SUBSTITUTE), "problem.reroute", "ONC-2"))
    assert cards(town.person(ADVISOR), "ONC-2") == []


def test_who_covers_and_reported_it_does_not_receive_it(town: Town) -> None:
    """Nobody answers their own report: the next in line has it."""
    leaves(town, delegate_1=slack_id(town, ROSALIE))
    report(town)
    assert "problem.accept" in offered(card_with(town.person(SABRINA), "problem.accept"))


def test_a_card_that_waits_for_the_absent_ones_morning_goes_to_who_covers(town: Town) -> None:
    """Reported the evening before: who covers has it in the morning, the absent director nothing."""
    leaves(town, first_day="2026-11-20", last_day="2026-11-24", delegate_1=slack_id(town, FANNY))
    town.clock.now = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # eight in the evening
    report(town)
    tick(town, datetime(2026, 11, 20, 5, 5, tzinfo=UTC))
    assert news(town, FANNY) == 0
    tick(town, datetime(2026, 11, 20, 13, 5, tzinfo=UTC))
    assert "problem.accept" in offered(card_with(town.person(FANNY), "problem.accept"))
    assert news(town, BASTIEN) == 0


def test_a_delegate_to_whom_it_was_passed_and_who_leaves_is_covered_too(town: Town) -> None:
    """The author adds details: whom the delegate named hears of it, the delegate does not."""
    report(town)
    does(town, BASTIEN, "problem.acknowledge")
    does(town, BASTIEN, "problem.hand_over")
    leaves(town, SABRINA, delegate_1=slack_id(town, FANNY))
    before = news(town, SABRINA)
    does(town, ROSALIE, "problem.add_details", details="Chaque vendredi")
    assert directs(town, FANNY, "Chaque vendredi")
    assert news(town, SABRINA) == before


def test_a_newcomer_who_covers_is_the_person_whom_the_file_names_later(town: Town) -> None:
    """Nobody vanishes from a line because they got another id."""
    town.slack.add_person("UNEWNURSE", "Alex Nouveau")
    town.person("UNEWNURSE").runs("/problem Le formulaire se perd")
    leaves(town, delegate_1="UNEWNURSE")
    named = Person("HSF-S9", "Alex Nouveau", (Role.CAREGIVER,), Language.FR, "UNEWNURSE", institution="HSF")
    with town.house.web_database.unit_of_work() as uow:
        grown = replace(town.community, people=(*town.community.people, named))
        import_community(uow, town.slack.workspace.team_id, grown, town.clock(), channels=channel_ids(town.slack))
    report(town)
    assert "problem.accept" in offered(card_with(town.person("UNEWNURSE"), "problem.accept"))


def to_answer(town: Town, who: str) -> str:
    """The first part of somebody's list."""
    listed = town.person(who).runs("/sc list").text or ""
    assert "À répondre" in listed
    return listed.partition("À répondre")[2].partition("Mes signalements")[0].partition("Dans la communauté")[0]
