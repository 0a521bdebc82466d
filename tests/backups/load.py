"""Copies made while reports come in, each put back elsewhere and looked at.

`python -m tests.backups.load 100` does that a hundred times on each database, and prints what it found; a second word
names one of them.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.report import Report, report_problem
from storage.backups import Contents, back_up, restore
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.soundness import damage_in, row_counts
from storage.tables import counters, events, problems, texts
from tests.bare import bare_database
from tests.databases import drop_everything, empty_database
from tests.house import THURSDAY, WORKER_PATIENCE

WORKSPACE, FANNY = "T0ESTRIE0", "UHSFS1000"
WRITERS, PAUSE = 3, 0.02  # seconds between two reports of a writer: else the disk is filled, not the test


@dataclass
class Load:
    """Reports that come in all the time, from several at once."""

    database: StoredDatabase
    stored: list[int] = field(default_factory=lambda: [0] * WRITERS)
    """How many each writer was told are stored."""
    stop: threading.Event = field(default_factory=threading.Event)

    def write(self, writer: int) -> None:
        """Report until told to stop."""
        while not self.stop.wait(PAUSE):
            asked = Asked(workspace=WORKSPACE, slack_id=FANNY, request=f"{writer}-{self.stored[writer]}", now=THURSDAY)
            report_problem(
                self.database, asked, Report(description="Le résumé de fin de chimio tarde", institution="HSF")
            )
            self.stored[writer] += 1


@contextmanager
def reports_coming_in(url: str) -> Iterator[Load]:
    """While the block lasts."""
    load = Load(StoredDatabase.open(url, patience=WORKER_PATIENCE))
    threads = [threading.Thread(target=load.write, args=(each,)) for each in range(WRITERS)]
    for each in threads:
        each.start()
    try:
        yield load
    finally:
        load.stop.set()
        for each in threads:
            each.join()
        load.database.close()


Make = Callable[[StoredDatabase, Path], Contents]
"""How a copy is made."""


def make(database: StoredDatabase, file: Path) -> Contents:
    """As `sc-bot db backup` does."""
    return back_up(database.engine, file)


def wrong_with(kind: str, file: Path, stored: int) -> str | None:
    """Put a copy back into a new place and look at it; what is wrong with it, None if nothing is.

    `stored` reports were acknowledged before it was begun: they must be in it, and each report whole.
    """
    with bare_database(kind) as url, ExitStack() as ends:
        engine = open_engine(url, patience=WORKER_PATIENCE)
        ends.callback(engine.dispose)
        there = restore(file, engine)
        with engine.connect() as connection:
            number = connection.execute(select(func.count()).select_from(problems)).scalar_one()
            counted = connection.execute(select(func.sum(counters.c.last))).scalar_one() or 0
            whole = select(problems.c.id).join(texts, texts.c.problem == problems.c.id)
            whole = whole.join(events, events.c.problem == problems.c.id).distinct()
            told = len(connection.execute(whole).all())
            rows = row_counts(connection)
        if rows != dict(there.rows) or not number == counted == told or number < stored:
            return f"{number} problems, {counted} counted, {told} whole, {stored} acknowledged before"
        return damage_in(engine)


def copies_under_load(kind: str, url: str, number: int, how: Make = make) -> Iterator[tuple[float, int, str | None]]:
    """Make so many while reports come in; of each the seconds, the acknowledged reports before, what is wrong."""
    with TemporaryDirectory() as folder, reports_coming_in(url) as load:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        for each in range(number):
            file, stored = Path(folder) / f"{each}.copy", sum(load.stored)
            began = time.perf_counter()
            how(database, file)
            seconds = time.perf_counter() - began
            yield seconds, stored, wrong_with(kind, file, stored)
            file.unlink()
        database.close()


def main() -> None:
    """So many on each database."""
    for kind in sys.argv[2:] or ("sqlite", "postgresql"):
        with empty_database(kind, region=True) as url:
            found = list(copies_under_load(kind, url, int(sys.argv[1])))
        bad = [wrong for _, _, wrong in found if wrong]
        seconds = [each for each, _, _ in found]
        said = {"copies": len(found), "restorable": len(found) - len(bad), "wrong": bad[:3]}
        times = {"median_s": round(median(seconds), 2), "slowest_s": round(max(seconds), 2)}
        print(json.dumps({"database": kind, **said, **times, "reports": found[-1][1]}), flush=True)  # noqa: T201 - the figures are its point
    drop_everything()


if __name__ == "__main__":
    main()
