"""A meeting at another hour, or whose channel is shut: whatever counts on it knows, and nobody is left without."""

from datetime import UTC, datetime, time

from sc_bot.ticking import send_workbooks
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.director import title_problem
from tests.house import Town
from tests.stories.acting import table, told_privately
from tests.stories.deciding import ALDER, answers, asks, mine
from tests.stories.looking import text_of, window
from tests.stories.meeting import (
    FACILITATOR,
    HEAD,
    MODERATOR,
    ROOM,
    VAL_SAUVAGE,
    agenda_of,
    at,
    saves,
    started,
)
from tests.stories.promising import BASTIEN, accepted, promise_more, told
from tests.stories.test_meetings import DECIDED, with_an_item

ODILE = "HSF-DG"


def moved(town: Town, committee: str, day: str, hour: str = "09:00") -> None:
    """The moderator moves the next meeting of a committee, from the agenda that everybody can ask for."""
    person = town.person(MODERATOR)
    shown = person.runs("/sc ordre du jour").message
    assert shown is not None
    (row,) = [each for each in table(town, "meetings") if each["committee"] == committee]
    person.presses(shown, "meeting.see", str(row["id"]))
    person.presses(window(town, person), "meeting.move")
    person.submits(window(town, person, "day"), {"day": day, "hour": hour})
    person.closes(window(town, person), everything=True)
    town.deliver()


def test_a_promise_before_the_committee_counts_with_the_hour_to_which_it_was_moved(town: Town) -> None:
    """The support committee meets on Tuesday 1; moved to Friday 4, the day before it is Thursday."""
    accepted(town)
    moved(town, "support", "2026-12-04")
    said = text_of(promise_more(town, "avant le prochain comité de soutien"))
    assert "promis pour le jeudi 3\u00a0décembre" in said


def test_the_workbook_comes_two_working_days_before_the_meeting_as_it_was_moved(town: Town) -> None:
    """Not before the hour of the calendar: the steering committee meets a week later."""
    moved(town, "steering", "2026-12-16")

    def files(day: int) -> int:
        town.clock.now = datetime(2026, 12, day, 8, 1, tzinfo=VAL_SAUVAGE).astimezone(UTC)
        send_workbooks(town.house)
        town.deliver()
        return sum(bool(each.files) for each in town.person(ODILE).messages)

    assert [files(day) for day in (7, 8, 14, 15)] == [0, 0, 1, 1]


def test_whoever_wants_to_discuss_a_decision_reads_when_the_committee_really_meets(town: Town) -> None:
    """The button's answer names the hour to which the meeting was moved."""
    moved(town, "steering", "2026-12-11", "10:00")
    asks(town, of=(ALDER,))
    assert "Discuss on Dec 11" in text_of(mine(town, ALDER))
    answers(town, ALDER, "discuss")
    assert "Friday, December 11, 10:00\u00a0a.m." in told_privately(town, ALDER, "recorded, you want to discuss it")


def test_a_meeting_that_is_moved_again_and_back_is_told_each_time_and_no_card_keeps_an_old_hour(town: Town) -> None:
    """Three moves, the last one back to the first hour: every card shows it, and the newest one is new."""
    at(town, "2026-11-27")
    for day, hour in (("2026-12-02", "09:00"), ("2026-12-03", "10:00"), ("2026-12-01", "13:30")):
        moved(town, "support", day, hour)
    cards = told(town, BASTIEN, "Comité de soutien")
    assert len(cards) == 4
    assert [each for each in cards if HEAD not in each.text] == []


def test_a_new_title_stands_on_the_agenda_that_was_sent(town: Town) -> None:
    """The agenda of each member, which is edited in place."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    at(town, "2026-11-27")
    who = town.person(BASTIEN).person.id
    asked = Asked(workspace=town.slack.workspace.team_id, slack_id=who, request="title", now=town.clock.now)
    title_problem(town.house.web_database, asked, "ONC-1", "Résumés de fin de chimio en retard", None)
    town.deliver()
    assert "Résumés de fin de chimio en retard" in agenda_of(town, "CVE-MD").text


def test_where_the_bot_may_not_write_on_the_wall_who_leads_the_meeting_has_it_and_the_facilitator_hears(
    town: Town,
) -> None:
    """It was never invited to the committee's private channel: nothing is lost, and both read what to do."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    at(town, "2026-11-27")
    channel = town.slack.workspace.named(ROOM)
    assert channel is not None
    channel.kind = "private"
    channel.members.remove(town.slack.bot.id)
    at(town, "2026-12-01", time(13, 30))
    started(town)
    town.deliver()
    (here,) = told(town, MODERATOR, "point 1 de 1")
    assert "Le robot ne peut pas écrire dans #cs-soutien" in here.text
    assert len(told(town, FACILITATOR, "Le robot ne peut pas écrire dans #cs-soutien.")) == 1
    saves(town, decided=DECIDED)
    (after,) = told(town, MODERATOR, "L'ordre du jour est épuisé")
    assert after.ts == here.ts
    assert town.house.deliveries.stuck() == []
