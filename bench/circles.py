"""How long it takes to find the circles among very many promises that wait for each other."""

import random
import time
from statistics import median

from sqlalchemy import delete, insert, update

from bench.many import fill
from sc_bot.domain.circles import circle_through, edges_of, knots
from sc_bot.ports import Place
from storage.database import StoredDatabase
from storage.tables import commitments, dependencies
from tests.databases import empty_database
from tests.house import WORKER_PATIENCE

TURNS, CIRCLES, LONG = 15, 40, 5


def circles_among(kind: str, count: int) -> tuple[float, float, int]:
    """So many promises, all owed, each waiting for one, and among them some circles.

    Returns the milliseconds of processor time that the search takes, the milliseconds that pass with reading everything
    that waits, and how many it found.
    """
    with empty_database(kind, region=True) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, count // 2)
        _let_wait(database, count)
        with database.reading() as uow:
            place = uow.communities.in_workspace("T0ESTRIE0")[0]
        turns = [_look(database, place) for _ in range(TURNS)]
        database.close()
    searched, read, found = zip(*turns, strict=True)
    return median(searched) * 1000, median(read) * 1000, found[0]


def _let_wait(database: StoredDatabase, count: int) -> None:
    """Each waits for an older one, which leads nowhere; every so often a few wait for each other."""
    chance = random.Random(7)  # noqa: S311 - always the same
    pairs = {(each, chance.randrange(1, each)) for each in range(2, count + 1)}
    for first in range(LONG, count - LONG, count // CIRCLES):
        members = range(first, first + LONG)
        pairs |= {(one, other) for one, other in zip(members, [*members[1:], members[0]], strict=True)}
    with database.writing() as connection:
        connection.execute(update(commitments).values(standing="open"))
        connection.execute(delete(dependencies))
        connection.execute(insert(dependencies), [{"commitment": one, "waits_for": other} for one, other in pairs])


def _look(database: StoredDatabase, place: Place) -> tuple[float, float, int]:
    began = time.perf_counter()
    with database.reading() as uow:
        waits = uow.deadlocks.waits(place)
    read = time.process_time()
    edges = edges_of((each.promise, each.first) for each in waits)
    found = knots(edges)
    for each in found:
        circle_through(edges, each, min(each))
    return time.process_time() - read, time.perf_counter() - began, len(found)
