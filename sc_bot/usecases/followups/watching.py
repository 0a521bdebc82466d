"""The auditor: each open item has a living owner and a next step with a date. What has not is mended, and counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sc_bot.domain.answerable import answering_at
from sc_bot.domain.commitments import Commitment
from sc_bot.ports import Database, UnitOfWork, Unwatched
from sc_bot.usecases.followups.deciding import plan_decision
from sc_bot.usecases.followups.passing_on import ask_no_more, reassign
from sc_bot.usecases.followups.planning import plan_answer, plan_problem, plan_promise
from sc_bot.usecases.followups.trying import plan_tryout

BATCH = 10  # on SQLite whoever reports waits for the end of a batch, also on a slow and busy machine
LATELY = timedelta(hours=1)
"""So much longer than between two looks at everything that nothing falls between them."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What the auditor mended: things without a next step; promises of who has left, and what these were asked."""

    planned: int = 0
    reassigned: int = 0
    unasked: int = 0


def watch(database: Database, now: datetime) -> Mended:
    """Plan the next step of each open problem and promise that has none; give what is ownerless to who answers for it.

    It looks at everything that is open, so it takes the longer the more there is.

    Raises:
        NotAvailable: the database did not answer; the next look mends it.
    """
    planned = _all_of(database, now, lambda uow: uow.followups.unwatched(1), _plan_bare)
    reassigned = _all_of(database, now, lambda uow: uow.commitments.orphans(1), _reassign_some)
    unasked = _all_of(database, now, lambda uow: uow.commitments.unanswerable(1), _unask_some)
    return Mended(planned, reassigned, unasked)


def pass_on(uow: UnitOfWork, now: datetime) -> None:
    """All that is owed by, or asked of, people who are no longer there goes on, in this one transaction."""
    for some in (_reassign_some, _unask_some):
        while some(uow, now):
            pass


def watch_new(database: Database, now: datetime) -> int:
    """Plan the first step of what was reported lately, a moment after it was acknowledged: the phone waits for nothing.

    It takes no longer the more is open. What was reported while nobody looked is found by `watch`.

    Raises:
        NotAvailable: the database did not answer; the next look plans it.
    """
    since = now - LATELY
    return _all_of(
        database,
        now,
        lambda uow: uow.followups.new(since, 1),
        lambda uow, now: _plan_some(uow, uow.followups.new(since, BATCH), now),
    )


def _all_of(
    database: Database,
    now: datetime,
    left: Callable[[UnitOfWork], Sequence[object]],
    some: Callable[[UnitOfWork, datetime], int],
) -> int:
    """Batch after batch: no write transaction lasts long. Mostly nothing is left: a look stands in nobody's way."""
    mended = 0
    while True:
        with database.reading() as uow:
            if not left(uow):
                return mended
        with database.unit_of_work() as uow:
            batch = some(uow, now)
        mended += batch
        if batch < BATCH:
            return mended


def _plan_bare(uow: UnitOfWork, now: datetime) -> int:
    return _plan_some(uow, uow.followups.unwatched(BATCH), now)


def _plan_some(uow: UnitOfWork, found: Sequence[Unwatched], now: datetime) -> int:
    for each in sorted(found, key=lambda bare: bare.problem):  # locked in one order by everybody
        _plan_one(uow, each, now)
    return len(found)


def _plan_one(uow: UnitOfWork, bare: Unwatched, now: datetime) -> None:
    problem = uow.problems.by_id(bare.problem, to_change=True)
    place = uow.communities.get(problem.community).at(now)
    if bare.decision is not None:
        plan_decision(uow, place, problem, uow.decisions.by_id(bare.decision))
    elif bare.participation is not None:
        plan_answer(uow, place, problem, uow.participations.by_id(bare.participation), now)
    elif bare.tryout is not None:
        plan_tryout(uow, place, problem, uow.tryouts.by_id(bare.tryout))
    elif bare.commitment is not None:
        plan_promise(uow, place, problem, uow.commitments.by_id(bare.commitment), now)
    else:
        plan_problem(uow, place, problem, now)


def _in_one_order(found: Sequence[Commitment]) -> list[Commitment]:
    """By problem, which is locked: two who look at once never wait in a circle."""
    return sorted(found, key=lambda each: (each.problem, each.number))


def _reassign_some(uow: UnitOfWork, now: datetime) -> int:
    """Whoever answers for the institution has it, at worst the facilitator, who hands it on."""
    return sum(_reassigned(uow, each, now) for each in _in_one_order(uow.commitments.orphans(BATCH)))


def _reassigned(uow: UnitOfWork, orphan: Commitment, now: datetime) -> bool:
    problem = uow.problems.by_id(orphan.problem, to_change=True)
    if uow.commitments.by_id(orphan.id) != orphan:
        return False  # somebody has just acted on it: the next look sees what is left
    place = uow.communities.get(problem.community).at(now)
    heir = answering_at(place.community, problem, orphan.institution)
    if heir is None:
        return False  # a community without anybody to answer: the doctor says so
    reassign(uow, place, problem, orphan, heir, now)
    return True


def _unask_some(uow: UnitOfWork, now: datetime) -> int:
    """Whoever was asked and has left cannot answer: who owes it hears so."""
    return sum(_unasked(uow, each, now) for each in _in_one_order(uow.commitments.unanswerable(BATCH)))


def _unasked(uow: UnitOfWork, commitment: Commitment, now: datetime) -> bool:
    problem = uow.problems.by_id(commitment.problem, to_change=True)
    if uow.commitments.by_id(commitment.id) != commitment:
        return False
    place = uow.communities.get(problem.community).at(now)
    named = {commitment.offered_to, commitment.needs_of} - {None}
    here = {each.id for each in uow.communities.people(place.id)}
    return ask_no_more(uow, place, problem, commitment, named - here, now)
