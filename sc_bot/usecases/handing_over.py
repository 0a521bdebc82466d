"""When people change, so does who answers: whoever has a problem in hand now gets its card, and the others see it."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.answerable import answering, facilitators
from sc_bot.domain.common_notices import NoDirector
from sc_bot.domain.community import Person
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.passing_on import keep_in_sight
from sc_bot.usecases.joint_cards import hand_on
from sc_bot.usecases.telling import Telling

ALL = 1_000_000


def hand_over(uow: UnitOfWork, before: Place, after: Place, now: datetime, actor: str = "") -> None:
    """Give every open problem to whoever answers for it in the changed community.

    `actor` is the Slack id of who changed it, if somebody did.
    """
    before, after = before.at(now), after.at(now)
    if before == replace(after, version=before.version):
        return  # whoever left, or came, answers for nothing: however much is open, nobody else has it now
    for problem in uow.problems.open_in(after, ALL):
        had = {each.to for each in _cards(before, problem, 0, now)}
        if _anybody_new(had, after, problem, now) or _who(before, problem) != _who(after, problem):
            cards = _cards(after, problem, uow.history.last(problem.id).id, now, actor)
            uow.outbox.post(after.workspace, problem.id, [each for each in cards if each.to not in had])
            uow.outbox.refresh(problem.id, now)
        if problem.restricted:
            keep_in_sight(uow, after, problem, now)
    hand_on(uow, before, after, now)
    _tell_of_missing_directors(uow, before, after, now)


def _tell_of_missing_directors(uow: UnitOfWork, before: Place, after: Place, now: datetime) -> None:
    """An institution without its managing director: the facilitator hears at once who must be found."""
    head = next(iter(facilitators(after.community)), None)
    for each in after.community.institutions:
        had = before.community.managing_director_of(each.id)
        if head is None or had is None or after.community.managing_director_of(each.id) is not None:
            continue
        key = f"no_director:{after.id}:{each.id}:{had.id}:{after.version}"
        told = Posting(notice=NoDirector(after.id, each.id), to=head.slack_id or "", key=key, due_at=now)
        uow.outbox.post(after.workspace, None, [told])


def retire(uow: UnitOfWork, place: Place, person: str, *, actor: str | None, now: datetime) -> None:
    """Deactivate somebody; what they answered for goes to the next in the chain."""
    uow.communities.retire_person(place, person, actor=actor, now=now)
    hand_over(uow, place, uow.communities.get(place.id), now)


def settle_reports(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> None:
    """Complete a person's earlier reports with where they work, now that it is known; their cards show it."""
    place = place.at(now)
    for report in uow.problems.reported_by(place, person.id, ALL):
        problem = uow.problems.get(place.workspace, report.reference, to_change=True)
        if problem is None or problem.reporter_institution is not None:
            continue
        known = replace(problem, reporter_institution=person.institution, line=problem.line or person.line)
        if known == problem:
            continue
        uow.problems.save(known)
        had = {each.to for each in _cards(place, problem, 0, now)}
        cards = _cards(place, known, uow.history.last(known.id).id, now) if known.is_open else []
        uow.outbox.post(place.workspace, known.id, [each for each in cards if each.to not in had])
        uow.outbox.refresh(known.id, now)


def _anybody_new(had: set[str], after: Place, problem: Problem, now: datetime) -> bool:
    return any(each.to not in had for each in _cards(after, problem, 0, now))


def _who(place: Place, problem: Problem) -> Person | None:
    return answering(place.community, problem)


def _cards(place: Place, problem: Problem, event: int, now: datetime, actor: str = "") -> list[Posting]:
    telling = Telling(place, problem, event, actor, now)
    partners = (*problem.invited, *problem.contributors)
    return [*telling.cards(), *(posting for each in partners for posting in telling.contributor(each))]
