"""The torture of `make torture`, two minutes of it; and each harness sees the bug that is planted for it."""

import pytest

from tests.databases import BOTH
from tests.torture.cutting import cut_often
from tests.torture.killing import kill_often
from tests.torture.planted import Bug
from tests.torture.repeating import deliver_again_and_again
from tests.torture.restarting import fail_over, restart_often
from tests.torture.storm import RIGHT
from tests.torture.ways import namespaces_work

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", BOTH)
def test_killed_processes_lose_nothing_and_do_nothing_twice(region_url: str) -> None:
    """Two web and two worker processes; ten of them are killed among reports and messages."""
    acked, wrong = kill_often(region_url, kills=10, seed=1)
    assert (acked > 10, wrong) == (True, RIGHT)


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize(
    ("bug", "seen"),
    [("acks before it stores", "lost"), ("never looks up", "said_twice"), ("newest first", "out_of_order")],
)
def test_the_kills_find_what_is_planted(region_url: str, bug: Bug, seen: str) -> None:
    """An ack before the commit, a doubt that is not looked up, an order that is not kept."""
    _, wrong = kill_often(region_url, kills=15, seed=1, bug=bug)
    assert getattr(wrong, seen) > 0


@pytest.mark.parametrize("kind", BOTH)
def test_deliveries_that_come_several_times_have_their_effect_once(region_url: str) -> None:
    """Forty requests, one to five times each, shuffled, to two processes."""
    sent, wrong = deliver_again_and_again(region_url, deliveries=40, seed=2)
    assert (sent > 40, wrong) == (True, RIGHT)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_deliveries_find_a_memory_that_is_lost(region_url: str) -> None:
    """A request that is not remembered has its effect each time."""
    _, wrong = deliver_again_and_again(region_url, deliveries=20, seed=2, bug="forgets requests")
    assert wrong.effects_twice > 0


def test_restarts_of_postgresql_lose_nothing_and_do_nothing_twice() -> None:
    """A server of our own, stopped and started at once, three times."""
    acked, wrong = restart_often(restarts=3, seed=3)
    assert (acked > 3, wrong) == (True, RIGHT)


def test_a_standby_takes_over_with_everything() -> None:
    """Synchronous commit: what was acknowledged is there when the first host is gone."""
    acked, wrong = fail_over()
    assert (acked > 30, wrong) == (True, RIGHT)


def test_the_failover_finds_what_is_planted() -> None:
    """An ack before the commit is lost with the host."""
    _, wrong = fail_over(bug="acks before it stores")
    assert wrong.lost > 0


@pytest.mark.parametrize("by_namespace", [True, False])
def test_hosts_that_are_cut_off_lose_nothing_and_say_nothing_twice(by_namespace: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Two worker hosts, a hundred messages, three cuts; where the machine makes no hosts, through the proxy alone."""
    _, wrong = cut_often(items=100, cuts=3, seed=4, by_namespace=by_namespace and namespaces_work())
    assert wrong == RIGHT


def test_the_cuts_find_what_is_planted() -> None:
    """A doubt that is not looked up is said twice."""
    _, wrong = cut_often(items=160, cuts=8, seed=5, by_namespace=False, bug="never looks up")
    assert wrong.said_twice > 0
