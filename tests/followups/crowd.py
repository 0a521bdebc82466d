"""Very many follow-ups that are due at once, and workers in processes of their own that take them.

`python -m tests.followups.crowd 10000 50` lets four processes share so many steps, and kills so many on each database.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess

from sqlalchemy import func, insert, select

from sc_bot.domain.answers import Changed
from sc_bot.domain.due import Due
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.problems.director import update_problem
from storage.database import StoredDatabase
from storage.tables import commitments, communities, events, followups, outbox, problems, texts
from tests.databases import drop_everything, empty_database
from tests.followups.checking import HERE, LISTS
from tests.house import THURSDAY, WORKER_PATIENCE, region
from tests.torture.processes import processes

DUE = datetime(2026, 12, 4, 8, tzinfo=HERE)  # a Friday
LATE = datetime(2026, 12, 9, 8, 30, tzinfo=HERE)  # three working days later: its facilitator is told
WEB_PATIENCE = timedelta(seconds=2)
OF_A_PROBLEM, AT_ONCE = 5, 5_000
WORKSPACE = "T0ESTRIE0"


def fill(database: StoredDatabase, count: int, *, planned_for: Sequence[datetime] = (DUE,)) -> None:
    """So many late promises, each with a next step; written past the use cases, which would take long."""
    owners = [each for each in region().people if each.slack_id and each.institution]
    with database.writing() as connection:
        place = connection.execute(select(communities.c.id)).scalar_one()
        about = {"workspace": WORKSPACE, "community": place}
        for first in range(0, count, AT_ONCE):
            numbers = range(first + 1, min(first + AT_ONCE, count) + 1)
            of = sorted({(each - 1) // OF_A_PROBLEM + 1 for each in numbers})
            new = [each for each in of if (each - 1) * OF_A_PROBLEM + 1 > first]
            connection.execute(insert(problems), [_problem(about, each) for each in new])
            words = {"kind": "commitment", "body": "Envoyer le résumé", "at": THURSDAY, "redacted": False}
            connection.execute(insert(texts), [{**about, **words, "id": each, "problem": each} for each in new])
            made = [_promise(about, each, owners[each % len(owners)].id) for each in numbers]
            connection.execute(insert(commitments), made)
            steps = [_step(about, each, planned_for[each % len(planned_for)]) for each in numbers]
            connection.execute(insert(followups), steps)
        if connection.dialect.name == "postgresql":  # which counts by itself, and knows nothing of these numbers
            for each in ("problems", "texts", "commitments"):
                connection.execute(select(func.setval(f"{each}_id_seq", count + 1)))


def _problem(about: dict[str, object], number: int) -> dict[str, object]:
    return {
        **about, "id": number, "reference": f"MANY-{number}", "state": "accepted", "institution": "HSF", "owes": "HSF",
        "because_kind": "chosen", "because_matched": "", "severity": 2, "reporter": "CVE-S1", "name_shown": False,
        "reported_at": THURSDAY, "answer_by": DUE.date(), "concerned": [], "noticed_by_clients": False,
        "unresolvable": False, "restricted": False, "director_kept_out": False, "returned_by": [], "reopened": 0,
        "accepted_at": THURSDAY, "version": 0,
    }  # fmt: skip


def _promise(about: dict[str, object], number: int, owner: str) -> dict[str, object]:
    return {
        **about, "id": number, "problem": (number - 1) // OF_A_PROBLEM + 1, "number": (number - 1) % OF_A_PROBLEM + 1,
        "what": (number - 1) // OF_A_PROBLEM + 1, "institution": "HSF", "owner": owner, "due_day": DUE.date(),
        "zone": "America/Toronto", "ends_at": Due(DUE.date()).ends(HERE), "first_due": str(DUE.date()),
        "standing": "open", "made_at": THURSDAY, "redated": 0,
        "version": 0,
    }  # fmt: skip


def _step(about: dict[str, object], number: int, planned_for: datetime) -> dict[str, object]:
    return {
        **about, "problem": (number - 1) // OF_A_PROBLEM + 1, "commitment": number, "subject": f"commitment:{number}",
        "next_at": planned_for, "planned_for": planned_for, "level": 0, "quiet": [],
    }  # fmt: skip


def take(url: str, now: datetime) -> None:
    """Be a worker until nothing is due; a lock that it cannot wait for would end it with an error."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    while _is_any_due(database, now):
        take_due_steps(database, now)
        time.sleep(0.02)
    database.close()


def _is_any_due(database: StoredDatabase, now: datetime) -> bool:
    """Others may just be taking it."""
    with database.looking() as connection:
        come = (followups.c.planned_for <= now) & (followups.c.next_at <= now)
        return connection.execute(select(followups.c.id).where(come).limit(1)).first() is not None


def act(url: str, number: int, acts: int, count: int) -> None:
    """Be a web process: its director writes about some of the problems, and is never turned away."""
    database, chance = StoredDatabase.open(url, patience=WEB_PATIENCE), random.Random(number)  # noqa: S311 - repeatable
    for turn in range(acts):
        asked = Asked(workspace=WORKSPACE, slack_id="UHSFMD000", request=f"{number}-{turn}", now=LATE)
        reference = f"MANY-{chance.randrange(count // OF_A_PROBLEM) + 1}"
        answer = update_problem(database, asked, reference, "Le poste est pourvu", internal=True, confirm=None)
        assert isinstance(answer, Changed)
    database.close()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Processes that take what is due, and how many of them are killed meanwhile, at random."""

    workers: int
    kills: int = 0
    pause: float = 0.3
    webs: int = 0

    def take(self, url: str, count: int) -> None:
        """Let them take everything, while people write."""
        chance = random.Random(self.kills)  # noqa: S311 - repeatable
        running = [_start(take, url, LATE) for _ in range(self.workers)]
        acting = [_start(act, url, number, count // 10, count) for number in range(self.webs)]
        for _ in range(self.kills):
            time.sleep(chance.uniform(0.0, self.pause))
            victim = running.pop(0)
            victim.kill()
            victim.join()
            running.append(_start(take, url, LATE))
        for each in (*running, *acting):
            each.join()
        assert {each.exitcode for each in (*running, *acting)} == {0}


def _start(target: Callable[..., None], *given: object) -> BaseProcess:
    process = processes().Process(target=target, args=given, daemon=True)
    process.start()
    return process


def assert_each_once(database: StoredDatabase, count: int) -> None:
    """Each step was taken once: it slipped once, it widened once, it moved on; everybody has one list."""
    with database.looking() as connection:
        about = select(events.c.problem, events.c.kind, events.c.details)
        steps = Counter(
            (row.problem, row.kind, *row.details) for row in connection.execute(about) if row.kind == "slipped"
        )
        widened = Counter(row.problem for row in connection.execute(about) if row.kind == "escalated")
        moved = (
            select(func.count()).select_from(followups).where(followups.c.said_at == LATE, followups.c.next_at > LATE)
        )
        keys = [row.key for row in connection.execute(select(outbox.c.key).where(outbox.c.kind.in_(LISTS)))]
        authors = connection.execute(
            select(func.count()).select_from(outbox).where(outbox.c.kind == "Told")
        ).scalar_one()
        assert connection.execute(moved).scalar_one() == count
    assert steps == {(*_of(each), str(DUE.date())): 1 for each in range(1, count + 1)}
    assert sum(widened.values()) == count
    assert authors == count
    owners = {each.id for each in region().people if each.slack_id and each.institution}
    told = owners | {"HSF-MD", "SC-1", "ADV-1"} if count >= len(owners) else None
    assert len(keys) == len(set(keys))
    assert told is None or set(keys) == {f"list:1:{who}:{LATE.date()}" for who in told}


def _of(number: int) -> tuple[int, str, str]:
    return (number - 1) // OF_A_PROBLEM + 1, "slipped", str((number - 1) % OF_A_PROBLEM + 1)


def share(kind: str, count: int, crowd: Crowd) -> float:
    """Let them share so many steps on a new database; returns the seconds that it took."""
    with empty_database(kind, region=True) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, count)
        began = time.perf_counter()
        crowd.take(url, count)
        seconds = time.perf_counter() - began
        assert_each_once(database, count)
        database.close()
        return seconds


if __name__ == "__main__":
    many, kills = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 50)
    seconds = share("postgresql", many, Crowd(2, webs=2))
    sys.stdout.write(f"postgresql: {many} steps, 2 workers, 2 web processes, {seconds:.1f} s\n")
    for each in ("sqlite", "postgresql"):
        sys.stdout.write(f"{each}: {many} steps, {kills} kills, {share(each, many, Crowd(2, kills)):.1f} s\n")
    drop_everything()
