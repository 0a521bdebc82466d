"""`make torture`: everything at its full size, under half an hour; a line each, and 1 at the end if anything is wrong.

`python -m tests.torture kills=50 restarts=5 deliveries=500` runs less of it.
"""

import sys
import time
from collections.abc import Callable

from tests.databases import drop_everything, empty_database
from tests.torture.clusters import address, cluster
from tests.torture.crowding import assert_nothing_lost, change_together
from tests.torture.cutting import cut_often
from tests.torture.killing import kill_often
from tests.torture.repeating import deliver_again_and_again
from tests.torture.restarting import fail_over, restart_often, settle_at
from tests.torture.storm import RIGHT, Wrong
from tests.torture.ways import namespaces_work

FULL = {"kills": 500, "restarts": 50, "deliveries": 10_000, "items": 5_000}
Outcome = tuple[int, Wrong]


def main() -> None:
    """Run everything, in order."""
    size = FULL | {name: int(number) for name, _, number in (each.partition("=") for each in sys.argv[1:])}
    kills, deliveries, restarts = size["kills"], size["deliveries"], size["restarts"]

    items, hosts = size["items"], namespaces_work()
    print("hosts are network namespaces" if hosts else "no network namespaces here: hosts are cut by a proxy")  # noqa: T201 - the answer

    def killed(url: str) -> Outcome:
        return kill_often(url, kills=kills, seed=1)

    def delivered(url: str) -> Outcome:
        return deliver_again_and_again(url, deliveries=deliveries, seed=2)

    outcomes = [
        _run("8 processes, 200 changes each, SQLite", lambda: _changed("sqlite")),
        _run("8 processes, 200 changes each, PostgreSQL", lambda: _changed("postgresql")),
        _run(f"{kills} kills, SQLite", lambda: _on_sqlite(killed)),
        _run(f"{kills} kills, PostgreSQL", lambda: _on_our_own(killed)),
        _run(f"{deliveries} deliveries, one to five times", lambda: _on_our_own(delivered)),
        _run(f"{restarts} restarts of PostgreSQL", lambda: restart_often(restarts=restarts, seed=3)),
        _run("the standby takes over", fail_over),
        _run(f"{items} messages, hosts cut off", lambda: cut_often(items=items, cuts=20, seed=4, by_namespace=hosts)),
    ]
    drop_everything()
    sys.exit(any(outcomes))


def _changed(kind: str) -> Outcome:
    """Stops everything if a change is lost."""
    with empty_database(kind) as url:
        assert change_together(url, crowd=8, changes=200) == [200] * 8
        assert_nothing_lost(url, 1600)
    return 1600, RIGHT


def _on_sqlite(act: Callable[[str], Outcome]) -> Outcome:
    with empty_database("sqlite", region=True) as url:
        return act(url)


def _on_our_own(act: Callable[[str], Outcome]) -> Outcome:
    """On a server of our own, set as a server is: another may have its vacuum off, and plan for empty tables."""
    with cluster() as server:
        url = address(server)
        settle_at(url)
        return act(url)


def _run(what: str, act: Callable[[], Outcome]) -> bool:
    """Run one, print it; whether something is wrong."""
    began = time.monotonic()
    number, wrong = act()
    seconds = time.monotonic() - began
    print(f"{what}: {number} requests, {'WRONG ' if wrong else ''}{wrong}, {seconds:.0f} s", flush=True)  # noqa: T201 - the answer
    return bool(wrong)


if __name__ == "__main__":
    main()
