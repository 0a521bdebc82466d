"""A community lives: it reviews itself, is told of its end, is archived, and that can be taken back."""

from datetime import UTC, datetime

from sc_bot.playground.model import Message
from sc_bot.usecases.cycles.living import look_after
from sc_bot.usecases.lessons.following import ask_about_lessons
from sc_bot.usecases.meetings.making import make_agendas
from tests.house import Town
from tests.presentation.gallery import as_text
from tests.stories.acting import does_from_show, report, table, told_privately
from tests.stories.learning import press as press_lesson
from tests.stories.learning import solved
from tests.stories.looking import ABOUT_CHEMO, buttons, window
from tests.stories.meeting import MODERATOR, agenda_of, at, opened
from tests.stories.promising import BASTIEN, ROSALIE, promise, told
from tests.stories.pulsing import BEGINS, PUBLISHED, invitation, looks, tick

FACILITATOR, NURSE = "ADV-1", "HSF-S1"
CYCLE_OVER = datetime(2027, 1, 4, 15, 0, tzinfo=UTC)  # the Monday after January 1, four months after the start
A_MONTH_LEFT = datetime(2028, 8, 1, 15, 0, tzinfo=UTC)
OVER = "communauté est terminée"
GO_TO = "Au comité régional, qui poursuit ce qui est en cours"


def lives(town: Town, until: datetime | None = None) -> None:
    """Let time pass, and the tick look, twice; the worker sends."""
    town.clock.now = until or town.clock.now
    for _ in range(2):
        look_after(town.house.worker_database, town.clock())
    town.deliver()


def community(town: Town, who: str) -> Message:
    """`/sc communauté`."""
    shown = town.person(who).runs("/sc communauté").message
    assert shown is not None
    return shown


def archives(town: Town) -> str:
    """The facilitator archives it; what is said then."""
    head = town.person(FACILITATOR)
    head.presses(community(town, FACILITATOR), "community.archive")
    head.submits(window(town, head, "where_to_go"), {"where_to_go": GO_TO, "sure": ["yes"]})
    lives(town)
    return as_text(window(town, head).blocks)


def test_the_facilitator_is_asked_once_for_a_review_and_everybody_reads_what_came_of_it(town: Town) -> None:
    """Four months after the start; figures of the community, no institution and nobody named; held once."""
    report(town)
    does_from_show(town, ROSALIE, "deadlock.perceive")
    lives(town, CYCLE_OVER)
    (asked,) = told(town, FACILITATOR, "Le cycle 1 est terminé")
    assert "signalés 1" in asked.text
    assert "1 problème perçu comme insoluble; depuis, réglé et confirmé\u00a0: 0." in asked.text
    assert "Saint-Firmin" not in asked.text
    head = town.person(FACILITATOR)
    head.presses(asked, "cycle.hold")
    sent = window(town, head, "summary")
    head.submits(sent, {"summary": "Deux essais commencent en février"})
    assert "Bilan du cycle 1" in community(town, NURSE).text
    assert "Deux essais commencent en février" in community(town, NURSE).text
    lives(town, CYCLE_OVER)
    assert len(told(town, FACILITATOR, "Le cycle 1 est terminé")) == 1
    assert "cycle.hold" not in buttons(community(town, FACILITATOR))


def test_cycles_that_passed_while_nobody_looked_are_one_review(town: Town) -> None:
    """After an outage of a year, the last cycle is asked for, not three."""
    lives(town, datetime(2028, 2, 1, 15, 0, tzinfo=UTC))
    assert [each["number"] for each in table(town, "cycle_reviews")] == [4]


def test_the_facilitator_hears_of_the_end_once_a_month_before_it(town: Town) -> None:
    """And nobody else."""
    lives(town, A_MONTH_LEFT)
    lives(town, A_MONTH_LEFT.replace(day=15))
    assert len(told(town, FACILITATOR, "se termine le")) == 1
    assert told(town, BASTIEN, "se termine le") == []


def test_an_archived_community_closes_what_is_open_and_is_read_and_no_longer_changed(town: Town) -> None:
    """Each author hears why and where to go; nothing is reported, nobody reminded; lists stay."""
    promise(town, "vendredi")
    assert "1 problème en cours est clos avec vos mots" in archives(town)
    assert [(each["state"], each["closing"]) for each in table(town, "problems")] == [("closed", "out_of_mandate")]
    assert [each["standing"] for each in table(town, "commitments")] == ["cancelled"]
    assert "ONC-1 est clos" in told(town, ROSALIE, "ONC-1")[-1].text
    assert GO_TO in town.person(ROSALIE).runs("/sc voir ONC-1").text
    refused = town.person(NURSE).runs(f"/problem {ABOUT_CHEMO}")
    assert GO_TO in refused.text
    assert ABOUT_CHEMO in refused.text
    assert len(table(town, "problems")) == 1
    assert "ONC-1" in town.person(BASTIEN).runs("/sc voir ONC-1").text
    assert "Archivée le" in community(town, NURSE).text
    before = len(told(town, BASTIEN, ""))
    lives(town, datetime(2026, 11, 30, 15, 0, tzinfo=UTC))
    assert len(told(town, BASTIEN, "")) == before


def test_an_archive_is_taken_back_within_thirty_days_and_not_later(town: Town) -> None:
    """What it closed stays closed, and may be opened again by who reported it; then it takes reports as before."""
    report(town)
    archives(town)
    head = town.person(FACILITATOR)
    town.clock.forward(days=29)
    head.presses(community(town, FACILITATOR), "community.restore")
    assert "Archivée" not in community(town, NURSE).text
    town.person(NURSE).runs(f"/problem {ABOUT_CHEMO}")
    assert [each["state"] for each in table(town, "problems")] == ["closed", "routed"]
    archives(town)
    town.clock.forward(days=31)
    assert "community.restore" not in buttons(community(town, FACILITATOR))


def test_before_its_first_day_a_community_takes_reports(town: Town) -> None:
    """Whoever tries it out is answered; that is said."""
    town.clock.now = datetime(2026, 8, 20, 15, 0, tzinfo=UTC)
    report(town)
    assert len(table(town, "problems")) == 1
    assert "Les signalements sont déjà reçus" in community(town, NURSE).text


def test_nothing_is_asked_of_anybody_any_more_in_an_archived_community(town: Town) -> None:
    """No pulse begins, none takes an answer; no lesson is asked for or written; no meeting is prepared."""
    solved(town)
    tick(town, BEGINS)
    invited = invitation(town, NURSE)
    archives(town)
    nurse, head = town.person(NURSE), town.person(FACILITATOR)
    nurse.presses(invited, "pulse.open")
    assert GO_TO in told_privately(town, NURSE, OVER)
    assert "pulse.open" not in buttons(looks(town, NURSE))
    assert GO_TO in nurse.runs("/sc bravo Le triage du matin marche").text
    assert GO_TO in head.runs("/sc pouls commencer").text
    press_lesson(town, FACILITATOR, "pass")
    assert GO_TO in told_privately(town, FACILITATOR, OVER)
    assert [each["stage"] for each in table(town, "lessons")] == ["asked"]
    before = len(table(town, "outbox"))
    for day in (PUBLISHED, "2027-03-01", "2027-03-02"):
        tick(town, day)
        assert ask_about_lessons(town.house.worker_database, town.clock.now) == 0
        assert make_agendas(town.house.worker_database, town.clock.now) == 0
    assert len(table(town, "outbox")) == before
    assert len(table(town, "pulse_waves")) == 1


def test_what_identifies_somebody_is_removed_from_an_archive_too(town: Town) -> None:
    """It is still read: the facilitator removes words, and keeps a problem to a few."""
    report(town, "Le résumé de chimio de la voisine du maire arrive en retard")
    archives(town)
    does_from_show(town, FACILITATOR, "problem.redact", words="voisine du maire")
    assert "voisine" not in str(table(town, "texts"))
    does_from_show(town, FACILITATOR, "problem.restrict")
    assert [each["restricted"] for each in table(town, "problems")] == [True]


def test_the_committees_of_an_archived_community_no_longer_meet(town: Town) -> None:
    """No agenda is made, none is offered, and a card that stands from before begins nothing."""
    at(town, "2026-11-27")
    card = agenda_of(town, MODERATOR)
    before = len(table(town, "meetings"))
    archives(town)
    assert at(town, "2026-12-04") == at(town, "2026-12-11") == 0
    assert len(table(town, "meetings")) == before
    shown = town.person(MODERATOR).runs("/sc ordre du jour").message
    assert shown is not None
    assert "meeting.run" not in buttons(shown)
    view = opened(town, MODERATOR, card, "meeting.run", "present")
    town.person(MODERATOR).submits(view, {"present": []})
    assert {each["phase"] for each in table(town, "meetings")} == {"planned"}
