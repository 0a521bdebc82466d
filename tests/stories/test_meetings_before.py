"""Before a meeting: the agenda over a holiday, sent once; another hour; each in their language; no more messages."""

from datetime import UTC, datetime, time

from sc_bot.domain.exports import Export
from sc_bot.usecases.digests.sending import send_digests
from sc_bot.usecases.exporting.reading import book_of
from tests.house import Town
from tests.stories.acting import table, told_privately
from tests.stories.looking import buttons, fields, text_of, window
from tests.stories.meeting import FACILITATOR, MODERATOR, VAL_SAUVAGE, agenda_of, at, ended, opened, saves, started
from tests.stories.promising import BASTIEN, ROSALIE, accepted, told
from tests.stories.test_meetings import DECIDED, TOPIC, with_an_item

OSGOODBY, ODILE = "GTV-MD", "HSF-DG"
AFTER_CHRISTMAS = "Comité de soutien · mardi 29"


def test_the_agenda_comes_two_working_days_before_also_over_a_holiday(town: Town) -> None:
    """For Tuesday, December 29: Christmas and the weekend being off, on Thursday; once, however often it is asked."""
    for day, hour, made in (
        ("2026-12-23", time(17, 0), 0),
        ("2026-12-24", time(7, 59), 0),
        ("2026-12-24", time(8, 1), 1),
        ("2026-12-24", time(8, 3), 0),
        ("2026-12-28", time(8, 1), 0),
    ):
        assert at(town, day, hour) == made, (day, hour)
    assert len(told(town, BASTIEN, AFTER_CHRISTMAS)) == 1
    assert [each["committee"] for each in table(town, "meetings") if each["agenda_at"]] == ["support"]


def test_each_member_reads_it_in_their_language_and_nobody_else_gets_it(town: Town) -> None:
    """English where one reads English; general managers do not sit there."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    at(town, "2026-11-27")
    (english,) = told(town, OSGOODBY, "Support committee · Tuesday, December 1")
    assert "added item" in english.text
    assert TOPIC in english.text
    assert told(town, ODILE, "Comité de soutien") == []
    assert told(town, ROSALIE, "Comité de soutien") == []


def test_a_meeting_on_a_holiday_is_moved_by_a_person_only_and_its_members_hear_of_it_once(town: Town) -> None:
    """It stays on its day until the moderator moves it; who had the agenda gets one more, the mover does not."""
    at(town, "2026-11-27")
    shown = opened(town, MODERATOR, agenda_of(town, MODERATOR), "meeting.see")
    person = town.person(MODERATOR)
    person.presses(shown, "meeting.move")
    view = window(town, person, "day")
    errors = person.submits(view, {"day": "2026-11-20", "hour": "09:00"}).errors
    assert "day" in errors
    person.submits(view, {"day": "2026-12-02", "hour": "09:00"})
    town.deliver()
    for who, cards in ((BASTIEN, 2), (MODERATOR, 1)):
        moved = told(town, who, "Comité de soutien · mercredi 2\u00a0décembre à 9\u00a0h")
        assert len(moved) == cards, who
        assert all("déplacée" in each.text for each in moved)
    assert at(town, "2026-11-30") == 0
    assert at(town, "2026-12-02", time(9, 5)) == 0
    (row,) = [each for each in table(town, "meetings") if each["committee"] == "support"]
    assert (row["nominal"], row["phase"]) == ("2026-12-01T13:30", "planned")
    person.closes(window(town, person), everything=True)
    person.runs("/sc réunion")
    window(town, person, "present")


def test_only_members_say_that_they_come_and_only_who_leads_starts(town: Town) -> None:
    """A card that is passed on is no key; the refusal says who may."""
    at(town, "2026-11-27")
    shown = town.person(ROSALIE).runs("/sc agenda").message
    assert shown is not None
    assert buttons(shown) == ["meeting.add", "meeting.add"]
    reply = town.person(ROSALIE).runs("/sc réunion").message
    assert reply is not None
    assert "menées par l'animation ou la facilitation" in reply.text
    card = agenda_of(town, BASTIEN)
    assert "meeting.run" not in buttons(card)
    town.person(BASTIEN).presses(card, "meeting.not_coming")
    told_privately(town, BASTIEN, "vous n'y serez pas")
    town.deliver()
    assert buttons(agenda_of(town, BASTIEN)) == ["meeting.coming", "meeting.see", "meeting.add"]


def test_a_topic_is_flagged_by_the_facilitator_alone(town: Town) -> None:
    """Its discussion is facilitated: everybody's agenda says so."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    at(town, "2026-11-27")
    view = opened(town, FACILITATOR, agenda_of(town, FACILITATOR), "meeting.see")
    town.person(FACILITATOR).presses(view, "meeting.flag")
    town.deliver()
    assert "discussion encadrée" in agenda_of(town, BASTIEN).text
    assert "meeting.flag" not in text_of(opened(town, BASTIEN, agenda_of(town, BASTIEN), "meeting.see"))


def test_the_digest_and_home_tell_of_the_next_meeting_in_one_line(town: Town) -> None:
    """One line for who sits there, a button for who leads; general managers read of their own committee only."""
    at(town, "2026-11-27")
    send_digests(town.house.worker_database, town.clock.now)  # who is new gets the first one with the next week
    town.clock.now = datetime(2026, 11, 30, 7, 31, tzinfo=VAL_SAUVAGE).astimezone(UTC)
    send_digests(town.house.worker_database, town.clock.now)
    town.deliver()
    (digest,) = told(town, BASTIEN, "Prochaine rencontre")
    assert "mardi 1er\u00a0décembre à 13\u00a0h\u00a030" in digest.text
    assert told(town, ODILE, "Comité de soutien") == []
    person = town.person(MODERATOR)
    person.opens_home()
    assert town.slack.wait_for(lambda: person.home is not None)
    assert person.home is not None
    assert "meeting.run" in text_of(person.home)
    person.presses(person.home, "meeting.run")
    assert "present" in fields(window(town, person, "present"))


def test_the_workbook_holds_what_committees_decided(town: Town) -> None:
    """With the committee, the day and the words; for who may know of it."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    at(town, "2026-12-01", time(13, 30))
    started(town)
    saves(town, decided=DECIDED)
    ended(town)
    with town.house.worker_database.reading() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        export = Export(id=0, workspace=place.workspace, community=place.id, person="", at=town.clock.now)
        rows = {
            who: [each for each in book_of(uow, place, person, export, town.clock.now).decisions() if each.committee]
            for who in (BASTIEN, ODILE, "PCO-MD", "EXT-1")
            if (person := place.community.person(who)) is not None
        }
    assert [(each.problem, each.question) for each in rows[BASTIEN]] == [("ONC-1", DECIDED)]
    assert [each.question for each in rows[ODILE]] == [DECIDED]
    assert [each.question for each in rows["PCO-MD"]] == [DECIDED]
    assert rows["EXT-1"] == []
