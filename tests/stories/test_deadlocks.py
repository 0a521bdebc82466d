"""A problem gets stuck, is brought before those who decide, and ends by a decision: on the wire, as people see it."""

import functools
from concurrent.futures import ThreadPoolExecutor

from sc_bot.playground.screen import Screen
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from tests.house import Town
from tests.stories.acting import REFERENCE, offered, press, press_on, seen, show, table, told_privately
from tests.stories.deciding import COMMITTEE, FACILITATOR, ODILE, answers, asks
from tests.stories.looking import buttons, fields, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, accepted, morning, told
from tests.stories.test_twice import kinds

PLAN = "L'hôpital et le CLSC changent le même jour"


def look(town: Town) -> None:
    """The tick, and the worker after it."""
    look_for_deadlocks(town.house.worker_database, town.clock.now)
    town.deliver()


def stuck(town: Town) -> None:
    """The hospital leads, and its director says that it seems unsolvable."""
    accepted(town)
    press_on(town.person(BASTIEN), show(town, BASTIEN), "deadlock.perceive")
    town.deliver()


def ends(town: Town, who: str, **values: object) -> str:
    """Record a decision from what `/sc show` answers; returns what the window says then."""
    person = town.person(who)
    press_on(person, show(town, who), "deadlock.end")
    person.submits(window(town, person, "way"), {"words": PLAN, **values})
    town.deliver()
    return text_of(person.modal)


def test_somebody_who_takes_part_says_that_it_seems_unsolvable_and_the_committee_finds_it(town: Town) -> None:
    """One tap on the card; kept with the office, not with a name beside it; pressed again, it says so."""
    stuck(town)
    told_privately(town, BASTIEN, "c'est noté")
    assert kinds(town)[-2:] == ["perceived", "deadlocked"]
    told_to_committee = seen(town, COMMITTEE)
    assert "Dans l'impasse depuis le jeudi 19\u00a0novembre" in told_to_committee
    assert "Perçu comme insoluble par l'établissement qui l'a en main" in told_to_committee
    press_on(town.person(BASTIEN), show(town, BASTIEN), "deadlock.perceive")
    told_privately(town, BASTIEN, "Vous avez déjà agi")
    assert kinds(town).count("perceived") == 1
    assert "deadlock.end" in offered(show(town, COMMITTEE))
    assert "deadlock.end" not in offered(show(town, BASTIEN))


def test_a_lead_and_a_joint_plan_end_it_and_who_leads_and_the_author_hear(town: Town) -> None:
    """Another institution leads from now on; its director has the card, the author reads who has it."""
    stuck(town)
    said = ends(town, COMMITTEE, way="lead", institution="CVE")
    assert "la décision est consignée" in said
    assert kinds(town)[-2:] == ["deadlock_ended", "assigned"]
    (row,) = table(town, "deadlocks")
    assert (row["way"], row["institution"]) == ("lead", "CVE")
    (problem,) = table(town, "problems")
    assert (problem["institution"], problem["state"]) == ("CVE", "accepted")
    assert told(town, ROSALIE, "est pris en charge")
    assert "commitment.make" in offered(told(town, "CVE-MD", REFERENCE)[-1])
    assert PLAN in seen(town, COMMITTEE)


def test_resources_are_told_to_who_has_it_and_who_gives(town: Town) -> None:
    """Who gives is asked for it, in the words of the decision; nobody else gets a message."""
    stuck(town)
    ends(town, FACILITATOR, way="resources", institution="PCO")
    (heard,) = told(town, BASTIEN, "l'impasse est levée")
    assert PLAN in heard.text
    (asked,) = told(town, "PCO-MD", PLAN)
    assert "participation.accept" in offered(asked)
    assert told(town, ROSALIE, "impasse") == []
    assert table(town, "problems")[0]["institution"] == "HSF"


def test_a_written_no_closes_the_problem_and_its_author_reads_why(town: Town) -> None:
    """Closed without a solution, with the reason; the author may say that it is not so."""
    stuck(town)
    ends(town, COMMITTEE, way="we_will_not")
    (heard,) = told(town, ROSALIE, "est clos sans solution")
    assert "problem.not_fixed" in offered(heard)
    assert PLAN in seen(town, ROSALIE)
    assert table(town, "problems")[0]["closing"] == "not_solvable"
    assert [each["way"] for each in table(town, "deadlocks")] == ["we_will_not"]


def test_the_first_decision_wins_and_the_second_is_told(town: Town) -> None:
    """Two of the committee at one moment, each with a window open: one is recorded, the other reads who and what."""
    stuck(town)
    for who in (COMMITTEE, FACILITATOR):
        press_on(town.person(who), show(town, who), "deadlock.end")
        window(town, town.person(who), "way")
    given: dict[str, object] = {"words": PLAN, "way": "resources", "institution": "PCO"}

    def send(who: str) -> str:
        person = town.person(who)
        person.submits(window(town, person, "way"), given)
        return text_of(person.modal)

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(send, (COMMITTEE, FACILITATOR)))
    assert sum("la décision est consignée" in each for each in said) == 1
    assert sum("décidé (des ressources)" in each for each in said) == 1
    assert kinds(town).count("deadlock_ended") == 1


def test_what_is_missing_is_said_on_its_field(town: Town) -> None:
    """A lead without an institution; and no window for a problem that is in no deadlock."""
    stuck(town)
    person = town.person(COMMITTEE)
    press_on(person, show(town, COMMITTEE), "deadlock.end")
    sent = person.submits(window(town, person, "way"), {"way": "lead", "words": PLAN})
    assert list(sent.errors) == ["institution"]
    assert kinds(town).count("deadlock_ended") == 0


def test_before_the_general_managers_they_may_end_it_and_their_digest_says_so(town: Town) -> None:
    """After the second meeting of the support committee: one line on the first screen, the evidence in the rest."""
    stuck(town)
    assert "deadlock.end" not in offered(show(town, ODILE))
    morning(town, "2026-12-16")
    look(town)
    assert kinds(town)[-1] == "deadlock_raised"
    shown = town.person(ODILE).runs("/sc sommaire").message
    assert shown is not None
    assert "1 impasse attend une décision des directions générales\u00a0: /sc voir ONC-1" in shown.text
    town.person(ODILE).presses(shown, "digest.rest")
    rest = text_of(window(town, town.person(ODILE)))
    assert "Dans l'impasse" in rest
    assert "Les directions générales décident." in rest
    assert "1 problème perçu comme insoluble; depuis, réglé et confirmé\u00a0: 0." in rest
    assert "la décision est consignée" in ends(town, ODILE, way="resources", institution="PCO")


def test_home_shows_it_to_the_facilitator_and_to_the_committee(town: Town) -> None:
    """A part of its own, with the way to read it."""
    stuck(town)
    for who in (FACILITATOR, COMMITTEE):
        person = town.person(who)
        person.opens_home()
        assert town.slack.wait_for(functools.partial(_has_home, person))
        assert "décider d'une issue" in text_of(person.home)


def _has_home(person: Screen) -> bool:
    return person.home is not None


def test_an_agreed_request_reminds_that_the_deadlock_ends_by_recording_it(town: Town) -> None:
    """General managers agree: whoever asked reads what is left to do, with its button."""
    stuck(town)
    asks(town, COMMITTEE)
    answers(town, ODILE, "agree")
    (heard,) = told(town, COMMITTEE, "Odile Vaugeois donne son accord")
    assert "L'impasse est levée quand la décision est consignée" in heard.text
    assert "deadlock.end" in buttons(heard)
    assert "commitment.make" in buttons(told(town, BASTIEN, "Odile Vaugeois donne son accord")[0])


def test_whoever_closes_it_is_asked_whether_it_is_still_perceived_as_unsolvable(town: Town) -> None:
    """Only where somebody perceived it so; the first perception stays, the answer is a step of its own."""
    stuck(town)
    person = town.person(BASTIEN)
    press(town, BASTIEN, "problem.close")
    assert fields(window(town, person, "closing"))[-1] == "still"
    person.submits(window(town, person, "closing"), {"closing": "solved", "reason": PLAN, "still": "no"})
    town.deliver()
    assert kinds(town)[-2:] == ["perceived_still", "closed"]
    assert "n'est plus perçu comme insoluble" in seen(town, FACILITATOR)
    assert [each["way"] for each in table(town, "deadlocks")] == ["closed"]


def test_a_problem_that_nobody_perceives_so_is_closed_without_the_question(town: Town) -> None:
    """The window is as short as it was."""
    accepted(town)
    press(town, BASTIEN, "problem.close")
    assert "still" not in fields(window(town, town.person(BASTIEN), "closing"))
