"""A try-out is followed: whoever has the problem is asked on its last day, and what is proposed does not lie there."""

from dataclasses import replace
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.answerable import answering, reads_along
from sc_bot.domain.community import Person
from sc_bot.domain.digests import list_hour
from sc_bot.domain.followups import Followup, subject_of_tryout
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.domain.tryouts import Trying, Tryout
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.lists import list_of, list_time

_FOLLOWED = frozenset({Trying.PROPOSED, Trying.RUNNING})
LATE = 2 * 3600  # seconds after which a list says that it comes late


def plan_tryout(uow: UnitOfWork, place: Place, problem: Problem, tryout: Tryout) -> None:
    """Look at it on the morning of its last day; while it is only proposed, once that goes stale."""
    subject = subject_of_tryout(tryout.id)
    if tryout.standing not in _FOLLOWED or not problem.is_open:
        uow.followups.end(subject)
        return
    person = answering(place.community, problem)
    at = _morning(place, person, _day(place, person, tryout))
    uow.followups.plan(
        Followup(
            subject=subject,
            workspace=place.workspace,
            community=place.id,
            problem=problem.id,
            commitment=None,
            next_at=at,
            planned_for=at,
        )
    )


def _day(place: Place, person: Person | None, tryout: Tryout) -> date:
    if tryout.standing is Trying.RUNNING and tryout.until is not None:
        return tryout.until.day
    calendar = calendar_of(place.community, person)
    return calendar.add_working_days(
        calendar.local_date(tryout.proposed_at), place.community.policies.stale_working_days
    )


def ask_about_tryout(
    uow: UnitOfWork, place: Place, step: Followup, now: datetime, lists: dict[tuple[str, str], Posting]
) -> None:
    """Its day has come: it stands on the list of whoever has the problem, and again when that goes stale."""
    tryout, problem = uow.tryouts.by_id(step.tryout or 0), uow.problems.by_id(step.problem)
    person = answering(place.community, problem)
    if tryout.standing not in _FOLLOWED or not problem.is_open:
        uow.followups.end(step.subject)
        return
    may_be_said = list_time(place.community, person, now) if person is not None else now
    if may_be_said > now:
        uow.followups.plan(replace(step, next_at=may_be_said))
        return
    is_late = (now - step.planned_for).total_seconds() > LATE
    for each in (person, reads_along(place.community, problem, problem.institution)):
        if each is not None:  # without anybody to answer, the doctor says so
            posting = list_of(place, each, now, late=is_late)
            lists.setdefault((place.workspace, posting.key), posting)
    calendar = calendar_of(place.community, person)
    day = calendar.add_working_days(calendar.local_date(now), place.community.policies.stale_working_days)
    at = _morning(place, person, day)
    uow.followups.plan(replace(step, next_at=at, planned_for=at, said_at=now))


def _morning(place: Place, person: Person | None, day: date) -> datetime:
    """The list of a day; of the last working day before one that is off, so that it is asked in time."""
    calendar = calendar_of(place.community, person)
    working = day if calendar.is_working_day(day) else calendar.add_working_days(day, -1)
    return calendar.at(working, list_hour(place.community, person, working, calendar))
