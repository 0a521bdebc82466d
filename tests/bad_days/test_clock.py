"""The machine's clock is wrong, or is set back: product time stands still, leases end later, nothing is said twice."""

from datetime import timedelta

import pytest

from sc_bot.app import LONGEST_STANDSTILL, SteadyClock
from sc_bot.playground.faults import lost_after_effect
from sc_bot.running import steady_clock
from tests.delivery.office import BASTIEN, FANNY, Office, open_office
from tests.house import THURSDAY, Clock, Town
from tests.stories.acting import does, report, table
from tests.stories.promising import BASTIEN as DIRECTOR

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # what depends on the database is in tests/delivery


@pytest.mark.usefixtures("kind")
def test_a_clock_that_is_set_back_stands_still_until_it_has_caught_up() -> None:
    """Ten minutes back: it waits for them; then it goes on."""
    wall = Clock()
    steady = SteadyClock(wall, None)
    assert steady() == THURSDAY
    wall.forward(minutes=-10)
    assert steady() == THURSDAY
    wall.forward(minutes=9)
    assert steady() == THURSDAY
    wall.forward(minutes=2)
    assert steady() == THURSDAY + timedelta(minutes=1)


@pytest.mark.usefixtures("kind")
def test_a_clock_that_was_far_ahead_is_followed_back() -> None:
    """Set back by more than an hour: it was wrong before, and nothing would become due for so long."""
    wall = Clock(THURSDAY + LONGEST_STANDSTILL + timedelta(seconds=1))
    steady = SteadyClock(wall, None)
    steady()
    wall.now = THURSDAY
    assert steady() == THURSDAY
    wall.forward(minutes=1)
    assert steady() == THURSDAY + timedelta(minutes=1)


def test_a_process_begins_no_earlier_than_what_its_database_holds(region_url: str, town: Town) -> None:
    """Another host, or this one before its clock was set back, has written already."""
    report(town)
    assert steady_clock(region_url)() >= THURSDAY
    assert SteadyClock(Clock(THURSDAY - timedelta(minutes=5)), THURSDAY)() == THURSDAY


def test_a_history_never_runs_backwards(town: Town) -> None:
    """Reported, then the clock is set back, then acknowledged: the second step is not before the first."""
    wall = Clock()
    steady = SteadyClock(wall, None)
    town.clock.now = steady()
    report(town)
    wall.forward(minutes=-20)
    town.clock.now = steady()
    does(town, DIRECTOR, "problem.acknowledge")
    moments = [str(each["at"]) for each in table(town, "events")]
    assert moments == sorted(moments)


def claimed_and_dead(office: Office) -> None:
    """A worker takes a message, and dies."""
    office.post(BASTIEN, "a")
    assert office.deliveries.claim("dies", office.real(), office.worker.product_now()) is not None


def test_a_lease_under_a_clock_that_is_set_back_ends_later_and_nothing_is_said_twice(url: str) -> None:
    """Leases are on real time: ten minutes back hold what a dead worker held ten minutes longer; the others go out."""
    with open_office(url) as office:
        claimed_and_dead(office)
        office.real.forward(minutes=-10)
        office.post(FANNY, "b")
        office.after(minutes=2)
        assert (office.standing(BASTIEN), office.standing(FANNY)) == ([], ["b"])
        for _ in range(4):
            office.after(minutes=4)
        assert office.standing(BASTIEN) == ["a"]


def test_a_clock_that_jumps_ahead_says_nothing_twice(url: str) -> None:
    """What is under way looks abandoned: it is looked up before it is said again."""
    with open_office(url) as office:
        office.post(BASTIEN, "a")
        jumps = iter([10])
        office.slack.misbehave("chat.postMessage", lost_after_effect())
        office.slack.subscribe(lambda: office.real.forward(minutes=next(jumps, 0)))
        for _ in range(4):
            office.after(minutes=2)
        assert office.standing(BASTIEN) == ["a"]
