"""Silence for one thing, for one person, with an end. It changes nothing for the others, nor for what is owed."""

from dataclasses import replace
from datetime import date, timedelta

from sc_bot.calendar import calendar_of
from sc_bot.domain.answers import Answer, Snoozed
from sc_bot.domain.followups import subject_of
from sc_bot.domain.problems import Problem
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, once

LONGEST = timedelta(days=31)


def snooze(database: Database, asked: Asked, reference: str, until: date) -> Answer:
    """Do not hear of it before that day, at most a month ahead.

    Raises:
        Refused: there is no such thing to follow, or the day is over or too far away.
    """

    def act(uow: UnitOfWork) -> Answer:
        subject, problem, place = _subject(uow, asked, reference)
        member = member_in(uow, asked, place.id)
        step = uow.followups.of(subject)
        if member is None or step is None or not sight(member.person, problem, place.community).exists:
            raise Refused(Why.NOT_FOUND, details=(reference[:20],))
        today = calendar_of(place.community, member.person).local_date(asked.now)
        if not today < until <= today + LONGEST:
            raise Refused(Why.PAST_DAY, field="until")
        others = tuple(each for each in step.quiet if each[0] != member.person.id and each[1] > today)
        uow.followups.plan(replace(step, quiet=(*others, (member.person.id, until))))
        return Snoozed(reference, until)

    return once(database, asked, act)


def _subject(uow: UnitOfWork, asked: Asked, reference: str) -> tuple[str, Problem, Place]:
    """What the reference of a problem, of a promise, or of an institution's part (`ONC-42 GTV`) means here."""
    of_promise, _, institution = reference.partition(" ")
    of_problem, _, number = of_promise.partition(".")
    problem = uow.problems.get(asked.workspace, of_problem, to_change=True)
    if problem is None:
        raise Refused(Why.NOT_FOUND, details=(reference[:20],))
    promise = split_reference(of_promise, Mark.PROMISE)
    commitment = uow.commitments.get(problem, promise[1]) if promise else None
    if number and commitment is None:
        raise Refused(Why.NOT_FOUND, details=(reference[:20],))
    parts = uow.participations.of(problem.id) if institution else ()
    part = next((each.id for each in parts if each.institution == institution), None)
    return (
        subject_of(problem.id, commitment.id if commitment else None, part),
        problem,
        uow.communities.get(problem.community),
    )
