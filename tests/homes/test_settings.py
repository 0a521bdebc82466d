"""What a person chooses for themselves holds everywhere, and nobody else changes it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from sc_bot.domain.community import Habits, Language, Person
from sc_bot.domain.digests import digest_of
from sc_bot.domain.policies import QuietHours, Weekday, WeeklyDigest
from sc_bot.domain.refusals import Refused, Why
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.presentation.refusals import refused
from sc_bot.presentation.words import Words
from sc_bot.usecases.community import export_community, import_community
from sc_bot.usecases.learning import Profile, keep
from sc_bot.usecases.lists import list_time
from sc_bot.usecases.telling import reading_time
from storage.database import StoredDatabase
from tests.homes.looking import opens, shown
from tests.house import THURSDAY, WORKER_PATIENCE, Town, channel_ids, populate, region
from tests.stories.looking import fields, text_of, window
from tests.who.world import WORKSPACE

BASTIEN, ROSALIE = "HSF-MD", "CVE-S1"
CHOSEN = Habits(Language.EN, WeeklyDigest(Weekday.TUESDAY, time(9, 30)), QuietHours(time(20), time(6)))


def person_of(database: StoredDatabase, person: str = BASTIEN) -> Person:
    """Somebody as stored."""
    with database.reading() as uow:
        (place,) = uow.communities.in_workspace(WORKSPACE)
        found = uow.communities.person(place.id, person)
    assert found is not None
    return found


def test_settings_are_chosen_in_one_window_and_hold_at_once(town: Town) -> None:
    """From Home: what is chosen is there when the window opens again, and Home speaks the language at once."""
    person = town.person(BASTIEN)
    person.presses(opens(town, BASTIEN), "settings.open")
    view = window(town, person, "language")
    assert fields(view) == ["language", "digest_day", "digest_at", "quiet_from", "quiet_to"]
    person.submits(
        view,
        {"language": "en", "digest_day": "tuesday", "digest_at": "09:30", "quiet_from": "20:00", "quiet_to": "06:00"},
    )
    assert "Your settings are saved" in text_of(person.modal)
    assert person_of(town.house.web_database).habits == CHOSEN
    assert "Report a problem" in str(shown(town, BASTIEN).blocks)
    person.closes(window(town, person), everything=True)
    person.runs("/sc settings")
    again = window(town, person, "language")
    person.submits(again, {})
    assert person_of(town.house.web_database).habits == CHOSEN
    assert town.slack.errors == []


def test_a_caregiver_has_no_digest_to_choose_and_goes_back_to_what_slack_says(town: Town) -> None:
    """Language and quiet hours alone; “as in Slack” takes the choice back."""
    person = town.person(ROSALIE)
    person.runs("/sc réglages")
    assert fields(window(town, person, "language")) == ["language", "quiet_from", "quiet_to"]
    person.submits(window(town, person, "language"), {"language": "en"})
    person.closes(window(town, person), everything=True)
    assert "Report a problem" in str(opens(town, ROSALIE).blocks)
    person.runs("/sc reglages")
    person.submits(window(town, person, "language"), {"language": "-"})
    assert person_of(town.house.web_database, ROSALIE).habits == Habits()
    assert "Signaler un problème" in str(shown(town, ROSALIE).blocks)


@pytest.mark.parametrize(("start", "end"), [("18:00", None), (None, "06:00"), ("08:00", "07:00")])
def test_quiet_hours_are_two_and_leave_some_of_the_day(town: Town, start: str | None, end: str | None) -> None:
    """One alone, or nearly the whole day: said on the field, and nothing is changed."""
    person = town.person(BASTIEN)
    person.runs("/sc settings")
    typed: dict[str, object] = {name: hour for name, hour in (("quiet_from", start), ("quiet_to", end)) if hour}
    answer = person.submits(window(town, person, "language"), typed)
    (said,) = answer.errors.values()
    assert said == refused(Words("fr"), Refused(Why.QUIET_HOURS))
    assert person_of(town.house.web_database).habits == Habits()


def test_an_absence_is_planned_from_the_settings(town: Town) -> None:
    """The same window as of /sc away, on top; and everybody's own."""
    person = town.person(BASTIEN)
    person.runs("/sc settings")
    person.presses(window(town, person, "language"), "absence.own")
    assert "first_day" in fields(window(town, person, "first_day"))
    assert town.slack.errors == []


def test_neither_slack_nor_the_file_undoes_what_was_chosen(region_url: str) -> None:
    """Slack's own language, the file imported again: the choice stands, and the file holds none of it."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    with database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(WORKSPACE)
        uow.communities.keep_habits(place, replace(person_of(database), habits=CHOSEN), THURSDAY)
        keep(uow, WORKSPACE, "UHSFMD000", Profile("Bastien", Language.FR, None, None, gone=False), THURSDAY)
    slack = FakeSlack()
    populate(slack, region())
    with database.unit_of_work() as uow:
        import_community(uow, WORKSPACE, region(), THURSDAY, channels=channel_ids(slack))
        (place,) = uow.communities.in_workspace(WORKSPACE)
        assert export_community(uow, place) == region()
        found = place.community.person(BASTIEN)
    assert found is not None
    assert found.habits == person_of(database).habits == CHOSEN
    assert found.reads is Language.EN
    assert digest_of(place.community, found) == WeeklyDigest(Weekday.TUESDAY, time(9, 30))
    database.close()


@pytest.mark.parametrize(
    ("quiet", "now", "heard", "listed"),
    [
        (QuietHours(time(20), time(6)), (19, 19), (19, 19), (19, 19)),  # later than the community's hours
        (QuietHours(time(18), time(9)), (19, 8, 30), (19, 9), (19, 9)),  # past the hour of the list
        (QuietHours(time(18), time(9)), (19, 22), (20, 9), (20, 9)),
        (QuietHours(time(17), time(9)), (20, 17, 30), (23, 9), (23, 9)),  # Friday evening: Monday
        (QuietHours(time(7), time(7)), (19, 23), (19, 23), (19, 23)),  # none
    ],
)
def test_quiet_hours_of_ones_own_are_waited_for(
    quiet: QuietHours, now: tuple[int, ...], heard: tuple[int, ...], listed: tuple[int, ...]
) -> None:
    """What is filed, and one's list, come after them, on a working day; outside them at once."""
    community = region()
    person = community.person(BASTIEN)
    assert person is not None
    person = replace(person, habits=Habits(quiet_hours=quiet))
    assert reading_time(community, person, _at(*now)) == _at(*heard)
    assert list_time(community, person, _at(*now)) == _at(*listed)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of November in Val-Sauvage."""
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=hour + 5, minutes=minute)
