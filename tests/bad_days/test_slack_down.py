"""Slack is away for hours: what waits goes out in order, no faster than allowed; what is stale is said once."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.bad_days.slack_down import SlackThatIsDown, live_through, wrong
from tests.delivery.office import open_office
from tests.house import THURSDAY, Town
from tests.stories.acting import table
from tests.stories.promising import BASTIEN, ROSALIE, lists, morning, promise, told
from tests.stories.test_following_up import DUE, FACILITATOR

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # what depends on the database is in tests/delivery


def test_six_hours_without_slack_lose_nothing_and_nothing_is_said_faster_than_slack_allows(url: str) -> None:
    """Each conversation gets its messages once, in order, a second apart; while it is down, it is hardly asked."""
    with open_office(url) as office:
        outage = live_through(office, 250)
        assert wrong(outage, office.worker.delays.pace) == []
        assert outage.slack.tried < 50


def down(town: Town) -> None:
    """Slack answers nobody any more."""
    nobody = SlackThatIsDown(lambda: THURSDAY, THURSDAY + timedelta(days=1))
    town.house = replace(town.house, worker=replace(town.house.worker, slack=lambda _: nobody))


def up(town: Town) -> None:
    """Slack is back, and the rest that the worker took is over."""
    town.house = replace(town.house, worker=replace(town.house.worker, slack=town.house.slack))
    with town.house.worker_database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM pauses")
        connection.exec_driver_sql("UPDATE destinations SET wait_until = NULL")


def test_lists_of_several_mornings_without_slack_are_one(town: Town) -> None:
    """The newest, which is read when it is sent and holds everything; whoever was to be told of a delay still is."""
    promise(town, DUE)
    down(town)
    for day in ("2026-12-04", "2026-12-07", "2026-12-09"):
        morning(town, day)
    assert lists(town, BASTIEN) == []
    up(town)
    town.deliver()
    (only,) = lists(town, BASTIEN)
    assert "Mercredi 9\u00a0décembre" in only.text
    assert "En retard" in only.text
    assert "Votre aide est demandée" in lists(town, FACILITATOR)[-1].text
    assert len(told(town, ROSALIE, "est en retard")) == 1
    assert [each["details"] for each in table(town, "events") if each["kind"] == "escalated"] == [["facilitator"]]
    assert [each["state"] for each in table(town, "outbox") if each["kind"] == "MorningList"].count("dropped") == 1


def test_a_list_that_nothing_overtook_comes_a_day_late_and_says_so(town: Town) -> None:
    """A nag that is the last word is not lost: it comes, marked late."""
    promise(town, DUE)
    down(town)
    morning(town, "2026-12-01")
    up(town)
    morning(town, "2026-12-02", time(9, 0))
    (only,) = lists(town, BASTIEN)
    assert "arrive en retard" in only.text
    assert "Mercredi 2\u00a0décembre" in only.text
