"""`/sc export`: who may have it gets a file; before each steering committee it comes by itself."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from sc_bot.domain.community import Habits
from sc_bot.domain.meeting_hours import hours_after
from sc_bot.domain.policies import QuietHours
from sc_bot.playground.faults import refused
from sc_bot.ticking import send_workbooks
from tests.house import Town, region
from tests.stories.acting import report
from tests.workbook.books import ZONE, read

MANAGER, NURSE, OUTSIDE = "HSF-DG", "CVE-S1", "EXT-1"


@pytest.fixture
def kind() -> str:
    """What depends on the database is tried on both elsewhere: files in the outbox, and what each reader finds."""
    return "sqlite"


def files(town: Town, who: str) -> list[str]:
    """The ids of the files that somebody has in their direct message."""
    return [file["id"] for each in town.person(who).messages for file in each.files]


def test_a_general_manager_gets_a_file_and_a_caregiver_a_reason(town: Town) -> None:
    """First that it is being made, then the file, as of now; for whom it is not, nothing is made."""
    report(town)
    town.deliver()
    assert "en préparation" in town.person(MANAGER).runs("/sc exporter").text
    assert "/sc liste" in town.person(NURSE).runs("/sc export").text
    town.deliver()
    (file,) = files(town, MANAGER)
    assert files(town, NURSE) == files(town, OUTSIDE) == []
    content = town.slack.workspace.files[file].content
    assert content is not None
    book = read(content)
    assert [row[0] for row in book["Problèmes"].iter_rows(min_row=2, values_only=True)] == ["ONC-1"]
    assert town.slack.errors == []


def test_asked_twice_in_a_minute_it_comes_once(town: Town) -> None:
    """Somebody who does not see it coming presses again; a minute later it is another one, with what changed since."""
    for _ in range(2):
        town.person(MANAGER).runs("/sc export")
    town.deliver()
    assert len(files(town, MANAGER)) == 1
    town.clock.forward(days=1)
    town.person(MANAGER).runs("/sc export")
    town.deliver()
    _, second = files(town, MANAGER)
    content = town.slack.workspace.files[second].content
    assert content is not None
    lines = [row[0] for row in read(content)["Sommaire"].iter_rows(values_only=True)]
    assert "Ce qui a changé depuis le jeudi 19\u00a0novembre 2026" in lines


def test_a_refused_file_is_told_where_it_was_asked_for(town: Town) -> None:
    """Slack takes no files here: the person hears how to get it otherwise."""
    town.slack.misbehave("files.getUploadURLExternal", refused("file_uploads_disabled"))
    town.person(MANAGER).runs("/sc export")
    town.deliver()
    town.deliver()
    assert "sc-bot export" in town.person(MANAGER).messages[-1].text
    assert files(town, MANAGER) == []


def test_it_comes_by_itself_two_working_days_before_the_steering_committee(town: Town) -> None:
    """In the morning, to its members who may have it, once, however often it is looked at."""
    sit = [each for each in region().people if each.id.endswith("-DG") or each.id == "ADV-1"]
    for moment, number in (
        (datetime(2026, 12, 7, 12, 59, tzinfo=UTC), 0),
        (datetime(2026, 12, 7, 13, 0, tzinfo=UTC), 1),
    ):
        town.clock.now = moment
        for _ in range(2):
            send_workbooks(town.house)
            town.deliver()
        assert {each.id: len(files(town, each.id)) for each in sit} == {each.id: number for each in sit}
    assert files(town, OUTSIDE) == files(town, "HSF-MD") == []
    told = town.person(MANAGER).messages[-1].text
    assert "pour la rencontre du mercredi 9\u00a0décembre" in told


def test_before_a_meeting_it_disturbs_nobodys_night(town: Town) -> None:
    """After an outage that ends in the night it comes in the morning; who is asleep until ten gets it then."""
    with town.house.worker_database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        manager = uow.communities.person(place.id, MANAGER)
        assert manager is not None
        late = replace(manager, habits=Habits(quiet_hours=QuietHours(time(22), time(10))))
        uow.communities.keep_habits(place, late, datetime(2026, 12, 1, tzinfo=UTC))
    for hour, number in ((8, (0, 0)), (13, (0, 1)), (15, (1, 1))):
        town.clock.now = datetime(2026, 12, 8, hour, 1, tzinfo=UTC)
        send_workbooks(town.house)
        town.deliver()
        assert (len(files(town, MANAGER)), len(files(town, "CVE-DG"))) == number


@pytest.mark.parametrize(
    ("now", "meets"),
    [
        ("2026-11-19T10:30", "2026-12-09T09:00"),
        ("2026-12-09T08:59", "2026-12-09T09:00"),
        ("2026-12-09T09:00", "2027-01-20T09:00"),
        ("2027-03-15T12:00", "2027-04-14T09:00"),
    ],
)
def test_a_committee_meets_every_so_many_weeks_at_its_local_hour(now: str, meets: str) -> None:
    """Also when the clocks have changed in between."""
    steering = next(each for each in region().committees if each.id == "steering")
    at = next(hours_after(steering, ZONE, datetime.fromisoformat(now).replace(tzinfo=ZONE)))
    assert at == datetime.fromisoformat(meets).replace(tzinfo=ZONE)
