"""The next step about each thing that is owed, planned anew whenever it changes."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.digests import list_hour
from sc_bot.domain.followups import Followup, Level, Step, next_step, subject_of
from sc_bot.domain.participations import Participation
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.owing import Owed, answer_of, owed


def plan_problem(uow: UnitOfWork, place: Place, problem: Problem, now: datetime) -> None:
    """Plan the next step of a problem that just gave a sign of life; none when it is closed or withdrawn."""
    _plan(uow, owed(uow, place, problem), now)


def plan_promise(uow: UnitOfWork, place: Place, problem: Problem, commitment: Commitment, now: datetime) -> None:
    """Plan the next step of a promise that changed; none when it is kept or given up."""
    _plan(uow, owed(uow, place, problem, commitment), now)


def plan_answer(uow: UnitOfWork, place: Place, problem: Problem, asked: Participation, now: datetime) -> None:
    """Plan the next step of an institution that is asked to contribute; none when it has answered."""
    _plan(uow, answer_of(place, problem, asked), now)


def widen(uow: UnitOfWork, problem: Problem, level: Level) -> None:
    """Somebody asked for help: from now on it is before those of that level, too."""
    step = uow.followups.of(subject_of(problem.id))
    if step is not None:
        uow.followups.plan(replace(step, level=max(step.level, level)))


def coming(each: Owed, now: datetime) -> Step:
    """The next step: of this very day only if its morning is still to come."""
    today = each.calendar.local_date(now)
    planned = each.steps()
    if any(step.day == today and moment(each, step) > now for step in planned):
        today = each.calendar.add_working_days(today, -1)
    return next_step(planned, today, each.calendar, each.community.policies)


def moment(each: Owed, step: Step) -> datetime:
    """When a step is taken: with its owner's list of that day."""
    return each.calendar.at(step.day, list_hour(each.community, each.owner, step.day, each.calendar))


def _plan(uow: UnitOfWork, each: Owed, now: datetime) -> None:
    if not each.is_owed:
        uow.followups.end(each.subject)
        return
    at = moment(each, coming(each, now))
    before = uow.followups.of(each.subject)
    fresh = Followup(
        subject=each.subject,
        workspace=each.place.workspace,
        community=each.place.id,
        problem=each.problem.id,
        commitment=each.commitment.id if each.commitment else None,
        next_at=at,
        planned_for=at,
    )
    uow.followups.plan(replace(fresh, quiet=before.quiet) if before else fresh)
