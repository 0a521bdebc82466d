"""A decision request is followed by one step: its day passes. What is still undecided then is told once."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.addresses import address_of
from sc_bot.domain.answerable import facilitators
from sc_bot.domain.community import Person
from sc_bot.domain.decisions import Deciding, Decision, end, standing
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.followups import Followup, subject_of_decision
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.owing import living
from sc_bot.usecases.telling import Telling, reading_time


def plan_decision(uow: UnitOfWork, place: Place, problem: Problem, decision: Decision) -> None:
    """Look at it when its day has passed; not at all once it takes no more answers."""
    subject = subject_of_decision(decision.id)
    if decision.ended_at is not None or not problem.is_open:
        uow.followups.end(subject)
        return
    step = Followup(
        subject=subject,
        workspace=place.workspace,
        community=place.id,
        problem=problem.id,
        commitment=None,
        next_at=decision.deadline,
        planned_for=decision.deadline,
    )
    uow.followups.plan(step)


def close_decision(uow: UnitOfWork, place: Place, step: Followup, now: datetime) -> None:
    """Its day has passed: no more answers. Without all of them, who asked and the facilitator read what happens now."""
    uow.followups.end(step.subject)
    decision, problem = uow.decisions.by_id(step.decision or 0), uow.problems.by_id(step.problem)
    ended = end(decision, now) if problem.is_open else None
    if ended is None:
        return
    uow.decisions.save(ended)
    if standing(decision, problem, place.community, now) is Deciding.LAPSED:
        uow.outbox.post(place.workspace, problem.id, _lapsed(uow, place, problem, decision, now))
    uow.outbox.refresh(problem.id, now)


def _lapsed(uow: UnitOfWork, place: Place, problem: Problem, decision: Decision, now: datetime) -> list[Posting]:
    details = (str(decision.number), str(decision.due))
    step = Event(
        problem=problem.id,
        kind=Happened.DECISION_LAPSED,
        at=now,
        actor=None,
        text=decision.otherwise,
        details=details,
    )
    telling = Telling(place, problem, uow.history.add(problem, step), "", now)
    told = (living(uow, place, decision.asked_by), *facilitators(place.community)[:1])
    by_address = {address_of(place.id, each): each for each in told if each is not None}
    return [_in_their_hours(place, by_address[each.to], each, now) for each in telling.told(*told)]


def _in_their_hours(place: Place, person: Person, posting: Posting, now: datetime) -> Posting:
    """A day passes at midnight; who hears of it sleeps."""
    return replace(posting, due_at=reading_time(place.community, person, now))
