"""What is stuck, found by a tick; and at once where promises begin to wait for each other.

It runs as often as it likes, in as many processes: the table has one open deadlock a problem, and a sign is told once.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from sc_bot.calendar import working_calendar
from sc_bot.domain.deadlock_stages import goes_on_at, looked_at_again
from sc_bot.domain.deadlocks import Deadlock, Sign, raised
from sc_bot.domain.events import Happened
from sc_bot.domain.problems import Problem
from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.ports import Database, NotAvailable, Place, Suspicion, UnitOfWork
from sc_bot.usecases.stuck import Circles, by_the_bot, look_at

logger = logging.getLogger(__name__)

BATCH = 20  # problems in one unit of work: none lasts long, and others come between


def look_for_deadlocks(database: Database, now: datetime) -> int:
    """Look at everything that may be stuck, and bring before the general managers what waited; how much was found.

    Raises:
        NotAvailable: the database did not answer; the next look finds it.
    """
    with database.reading() as uow:
        places = [
            each.at(now)
            for workspace in uow.communities.workspaces()
            for each in uow.communities.in_workspace(workspace)
        ]
    return sum(_in_place(database, each, now) for each in places) + _look_again(database, now)


def _in_place(database: Database, place: Place, now: datetime) -> int:
    with database.reading() as uow:
        circles = Circles.among(uow.deadlocks.waits(place))
        new = [each for each in circles.problems() if _is_untold(uow, each)]
    return _all_of(database, place, new, now) + _suspects(database, place, now)


def _is_untold(uow: UnitOfWork, problem: int) -> bool:
    """Never stuck before, or stuck for other reasons; what was decided is looked at again on its day."""
    rows = uow.deadlocks.of(problem)
    return not rows or (rows[-1].is_open and Sign.CIRCLE not in rows[-1].signs)


def _suspects(database: Database, place: Place, now: datetime) -> int:
    suspicion, after, found = _suspicion(place, now), 0, 0
    while True:
        with database.reading() as uow:
            ids = uow.deadlocks.suspects(place, suspicion, after, BATCH)
        found += _all_of(database, place, list(ids), now)
        if len(ids) < BATCH:
            return found
        after = ids[-1]


def _suspicion(place: Place, now: datetime) -> Suspicion:
    """Days are counted as the signs count them: what began before the first moment of a day is so many days old."""
    calendar, thresholds = working_calendar(place.community), place.community.policies.deadlock
    today = calendar.local_date(now)
    unowned = calendar.add_working_days(today, 1 - thresholds.unowned_working_days)
    blocked = calendar.add_working_days(today, -thresholds.blocked_working_days)
    return Suspicion(
        thresholds=thresholds,
        unowned_before=calendar.at(unowned, time(0)),
        blocked_before=calendar.at(blocked, time(0)),
    )


def report_circle(database: Database, community: int, promise: int, now: datetime) -> bool:
    """Somebody said what a promise waits for, and it is stored: whether that closes a circle, which is told once.

    In a unit of work of its own: of two who close one at the same moment, whoever looks last sees both.

    Raises:
        NotAvailable: the database did not answer; the next look of the tick finds it.
    """
    with database.reading() as uow:
        place = uow.communities.get(community).at(now)
        concerned = Circles.among(uow.deadlocks.waits(place)).problems(promise)
    _all_of(database, place, concerned, now)
    return bool(concerned)


def _all_of(database: Database, place: Place, problems: list[int], now: datetime) -> int:
    """Look at these, a few at a time; where one of them cannot be looked at, each alone, so that it stops no other."""
    found = 0
    for first in range(0, len(problems), BATCH):
        batch = problems[first : first + BATCH]
        looked = _together(database, place, batch, now)
        if looked is None and len(batch) > 1:
            looked = sum(_together(database, place, [each], now) or 0 for each in batch)
        found += looked or 0
    return found


def _together(database: Database, place: Place, problems: list[int], now: datetime) -> int | None:
    """Look at these, each locked in the order of their ids as everybody does; None if one cannot be looked at."""

    def look(uow: UnitOfWork) -> int:
        return _some(uow, place, [uow.problems.by_id(each, to_change=True) for each in problems], now)

    return _tried(database, look, problems)


def _tried(database: Database, look: Callable[[UnitOfWork], int], problems: list[int]) -> int | None:
    try:
        with database.unit_of_work() as uow:
            return look(uow)
    except NotAvailable:
        raise
    except Exception as error:  # noqa: BLE001 - one problem must not keep the others from being looked at
        logger.error("deadlocks of %s not looked at\n%s", problems, traceback_without_words(error))  # no words  # noqa: TRY400 - the traceback is printed without its words
        return None


def _some(uow: UnitOfWork, place: Place, problems: list[Problem], now: datetime) -> int:
    circles = Circles.among(uow.deadlocks.waits(place))
    return sum(look_at(uow, place, each, now, circles.through(each.id)) for each in problems)


def _look_again(database: Database, now: datetime) -> int:
    """What has its day: the support committee has not decided, or a decision may not have helped."""
    after, found = 0, 0
    while True:
        with database.reading() as uow:
            due = uow.deadlocks.due(now, after, BATCH)
        for each in due:
            found += _tried(database, partial(_once_more, seen=each, now=now), [each.problem]) or 0
        if len(due) < BATCH:
            return found
        after = due[-1].id


def _once_more(uow: UnitOfWork, seen: Deadlock, now: datetime) -> bool:
    problem = uow.problems.by_id(seen.problem, to_change=True)
    place = uow.communities.get(problem.community).at(now)
    deadlock = next((each for each in uow.deadlocks.of(problem.id) if each.id == seen.id), seen)
    if deadlock != seen:
        return False  # somebody has just acted on it
    if deadlock.is_open:
        day = goes_on_at(place.community, working_calendar(place.community), deadlock.found_at)
        if day > now:  # a meeting was moved since: the support committee has not met twice
            uow.deadlocks.save(replace(deadlock, next_at=day))
            return False
        return raise_to_steering(uow, problem, deadlock, now)
    found = problem.is_open and bool(_some(uow, place, [problem], now))
    again = looked_at_again(working_calendar(place.community), now) if problem.is_open and not found else None
    uow.deadlocks.save(replace(deadlock, next_at=again))
    return found


def raise_to_steering(uow: UnitOfWork, problem: Problem, deadlock: Deadlock, now: datetime) -> bool:
    """Bring it before the general managers: the support committee did not end it. The caller has locked the problem."""
    after = raised(deadlock)
    if after is None:
        return False
    uow.deadlocks.save(after)
    by_the_bot(uow, problem, Happened.DEADLOCK_RAISED, (), now)
    return True
