"""Follow-ups: finding the few that are due among very many, and taking them."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import bindparam, text

from bench.towns import town
from sc_bot.usecases.followups.firing import take_due_steps
from storage.database import StoredDatabase
from storage.types import Instant
from tests.followups.crowd import LATE, OF_A_PROBLEM, fill
from tests.house import WORKER_PATIENCE

DUE_NOW, TURNS, AT_ONCE, TAKEN = 100, 30, 10_000, 500
_MORE = text("""
    INSERT INTO followups (workspace, community, problem, subject, next_at, planned_for, level, quiet)
    WITH RECURSIVE numbers(number) AS (
        SELECT CAST(:first AS INTEGER) UNION ALL SELECT number + 1 FROM numbers WHERE number < :last
    )
    SELECT problems.workspace, problems.community, problems.id, 'later:' || number, :at, :at, 0, '[]'
    FROM numbers JOIN problems ON problems.id = number % :problems + 1
""").bindparams(bindparam("at", type_=Instant))
_OF_PROBLEMS = text("""
    INSERT INTO followups (workspace, community, problem, subject, next_at, planned_for, level, quiet)
    SELECT workspace, community, id, 'problem:' || id, :at, :at, 0, '[]' FROM problems
""").bindparams(bindparam("at", type_=Instant))


def claim_among(kind: str, count: int) -> float:
    """Milliseconds to claim a hundred due steps among so many; they are let go again."""
    with town(kind) as (_, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, DUE_NOW)
        _add_later_ones(database, count - DUE_NOW)
        found = median(_milliseconds(lambda: _claim(database)) for _ in range(TURNS))
        database.close()
        return found


def audit_among(kind: str, count: int) -> float:
    """Milliseconds to look whether any of so many promises, or of their problems, has no next step."""
    with town(kind) as (_, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, count)
        with database.writing() as connection:
            connection.execute(_OF_PROBLEMS, {"at": LATE})
            connection.execute(text("ANALYZE"))
        found = median(_milliseconds(lambda: _audit(database)) for _ in range(TURNS))
        database.close()
        return found


def steps_a_second(kind: str) -> float:
    """How many steps one worker takes a second: each slips, widens, and is said on a list."""
    with town(kind) as (_, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, TAKEN)
        seconds = _milliseconds(lambda: take_due_steps(database, LATE)) / 1000
        database.close()
        return TAKEN / seconds


def _add_later_ones(database: StoredDatabase, count: int) -> None:
    """Steps of the coming days, spread over a quarter; then the database looks at its tables, as it does by itself."""
    for first in range(0, count, AT_ONCE):
        at: datetime = LATE + timedelta(days=1 + first // AT_ONCE % 90)
        last = min(first + AT_ONCE, count)
        given = {"first": first + 1, "last": last, "at": at, "problems": DUE_NOW // OF_A_PROBLEM}
        with database.writing() as connection:
            connection.execute(_MORE, given)
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))


def _claim(database: StoredDatabase) -> None:
    with database.unit_of_work() as uow:
        assert len(uow.followups.due(LATE, DUE_NOW)) == DUE_NOW


def _audit(database: StoredDatabase) -> None:
    with database.reading() as uow:
        assert not uow.followups.unwatched(1)


def _milliseconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000
