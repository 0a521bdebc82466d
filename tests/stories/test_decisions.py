"""A decision is asked of general managers, answered, followed: told, promised, or passed with its day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time

from sc_bot.usecases.followups.watching import watch
from tests.house import Town
from tests.stories.acting import does, offered, press_on, table, told_privately
from tests.stories.deciding import (
    ALDER,
    COMMITTEE,
    FACILITATOR,
    FIRST,
    ODILE,
    OTHERWISE,
    QUESTION,
    REJEAN,
    answers,
    asks,
    mine,
)
from tests.stories.looking import buttons, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, morning, told
from tests.stories.test_twice import kinds


def test_a_decision_is_asked_read_agreed_told_and_promised(town: Town) -> None:
    """Nobody is disturbed; the list has it with its answers; agreed, whoever leads is one tap from the promise."""
    said = asks(town)
    assert "Odile Vaugeois" in said
    assert "sommaire hebdomadaire" in said
    assert told(town, ODILE, QUESTION) == []
    shown = mine(town, ODILE)
    assert shown.text.startswith("1 décision vous est demandée")
    for fact in ("La facilitation demande, d'ici le mercredi 9\u00a0décembre", QUESTION, OTHERWISE):
        assert fact in shown.text
    assert buttons(shown) == ["decision.agree", "decision.no", "decision.discuss"]
    assert "En discuter le 9 déc." in text_of(shown)
    answers(town, ODILE, "agree")
    assert "Informés\u00a0: Anne-Sophie Kerouac-Tily et Bastien Morelière" in told_privately(town, ODILE, "enregistré")
    for who in (FACILITATOR, BASTIEN):
        (heard,) = told(town, who, "Odile Vaugeois donne son accord")
        assert QUESTION in heard.text
    promise = told(town, BASTIEN, "Odile Vaugeois donne son accord")[0]
    assert "commitment.make" in offered(promise)
    assert "commitment.make" not in offered(told(town, FACILITATOR, "Odile Vaugeois donne son accord")[0])
    town.person(BASTIEN).presses(promise, "commitment.make")
    window(town, town.person(BASTIEN), "what")
    assert kinds(town)[-2:] == ["decision_asked", "decision_answered"]
    assert "Vous êtes d'accord. Vous pouvez changer de réponse" in mine(town, ODILE).text


def test_two_managers_at_once_are_both_heard_and_one_of_them_does_not_decide_alone(town: Town) -> None:
    """Each answer is kept; agreed is when the last of them agrees."""
    asks(town, COMMITTEE, of=(ODILE, REJEAN))
    lists = {who: mine(town, who) for who in (ODILE, REJEAN)}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda who: town.person(who).presses(lists[who], "decision.agree", FIRST), lists))
    town.deliver()
    assert kinds(town).count("decision_answered") == 2
    assert [each["reply"] for each in table(town, "decision_answers")] == ["agree", "agree"]
    news = [each.text for each in told(town, COMMITTEE, "donne son accord")]
    assert sum("Toutes les personnes consultées sont d'accord" in each for each in news) == 1
    assert sum("Les autres réponses vous parviendront" in each for each in news) == 1


def test_when_the_day_passes_who_asked_and_the_facilitator_read_once_what_happens_otherwise(town: Town) -> None:
    """Not at midnight but in the morning; however often the tick comes, whoever restarts; then it takes no answer."""
    asks(town, COMMITTEE, of=(ODILE, ALDER))
    shown = mine(town, ALDER)
    answers(town, ODILE, "agree")
    morning(town, "2026-12-10", time(0, 5))
    assert told(town, COMMITTEE, "sans décision") == []
    for at in (time(8, 1), time(8, 2), time(9, 0)):
        morning(town, "2026-12-10", at)
    for who in (COMMITTEE, FACILITATOR):
        (heard,) = told(town, who, "le délai est passé sans décision")
        assert OTHERWISE in heard.text
    assert kinds(town).count("decision_lapsed") == 1
    before = table(town, "decision_answers")
    town.person(ALDER).presses(shown, "decision.agree", FIRST)
    told_privately(town, ALDER, "Nothing was changed: the answers to ONC-1 are closed")
    assert table(town, "decision_answers") == before
    assert "without a decision in time" in mine(town, ALDER).text


def test_what_lost_its_next_step_gets_it_back_and_a_late_tick_speaks_in_working_hours(town: Town) -> None:
    """The auditor plans the row that is missing; after an outage over its day it is said the next morning, once."""
    asks(town)
    with town.house.worker_database.unit_of_work() as uow:
        uow.followups.end("decision:1")
    assert watch(town.house.worker_database, town.clock.now).planned >= 1
    (step,) = [each for each in table(town, "followups") if each["subject"] == "decision:1"]
    assert str(step["next_at"]).startswith("2026-12-10 05:00")
    morning(town, "2026-12-12", time(22, 0))
    assert told(town, FACILITATOR, "sans décision") == []
    morning(town, "2026-12-14", time(8, 1))
    assert len(told(town, FACILITATOR, "sans décision")) == 1
    assert watch(town.house.worker_database, town.clock.now).planned == 0


def test_a_problem_that_ends_ends_its_request(town: Town) -> None:
    """Closed by whoever leads: nothing waits any more, and an old button says who closed it."""
    asks(town)
    shown = mine(town, ODILE)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Réglé entre équipes")
    assert mine(town, ODILE).text.startswith("Aucune décision ne vous est demandée")
    assert "sans objet" in mine(town, ODILE).text
    press_on(town.person(ODILE), shown, "decision.agree")
    told_privately(town, ODILE, "Bastien Morelière a agi avant vous")
    assert [each["reply"] for each in table(town, "decision_answers")] == [None]
    morning(town, "2026-12-10")
    assert told(town, FACILITATOR, "sans décision") == []
    assert told(town, ROSALIE, "décision") == []
