"""The deadlocks of a community, as far as a reader may know of them: those that wait, and those that ended."""

from collections.abc import Iterator, Sequence

from sc_bot.domain.deadlocks import Deadlock, may_know
from sc_bot.domain.exports import DeadlockRow
from sc_bot.domain.problems import Problem, State
from sc_bot.domain.texts import TextKind
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.exporting.looking import Looker
from sc_bot.usecases.stuck_seen import deadlock_views

PAGE = 500  # deadlocks that are read at once
OPEN = 10_000  # that wait for a decision: more are no number to be told


def deadlock_rows(uow: UnitOfWork, looker: Looker) -> Iterator[DeadlockRow]:
    """Every deadlock, the oldest first; six queries a page."""
    last = 0
    while page := uow.deadlocks.page(looker.place, last, PAGE):
        problems = _problems(uow, page)
        known = [each for each in page if _may_know_of(looker, problems[each.problem])]
        views = deadlock_views(uow, looker.place, looker.person, looker.now, known)
        titles = {each.problem: each.body for each in uow.history.some_texts([*problems], TextKind.TITLE)}
        for each in known:
            if each.id in views:
                problem = problems[each.problem]
                yield DeadlockRow(
                    deadlock=views[each.id],
                    state=problem.state,
                    closing=problem.closing,
                    title=titles.get(problem.id),
                    lead=looker.name(problem.institution),
                )
        last = page[-1].id


def open_stuck(uow: UnitOfWork, looker: Looker) -> int:
    """How many wait for a decision."""
    found = uow.deadlocks.open_in(looker.place, None, OPEN)
    problems = _problems(uow, found)
    return sum(_may_know_of(looker, problems[each.problem]) for each in found)


def _problems(uow: UnitOfWork, deadlocks: Sequence[Deadlock]) -> dict[int, Problem]:
    return {each.id: each for each in uow.problems.several(sorted({one.problem for one in deadlocks}))}


def _may_know_of(looker: Looker, problem: Problem) -> bool:
    is_there = looker.sees(problem).exists and problem.state is not State.WITHDRAWN
    return is_there and may_know(looker.person, problem, looker.place.community)
