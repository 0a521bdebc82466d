"""A promise whose owner, or whoever was asked about it, is no longer there: it goes on, and whoever has it hears so."""

from collections.abc import Container
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.answerable import answering, answering_at
from sc_bot.domain.commitments import Commitment, unask
from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.notices import CommitmentCard, Posting, Relieved, Told
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import keeps_for
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.telling import reading_time


def reassign(
    uow: UnitOfWork, place: Place, problem: Problem, orphan: Commitment, heir: Person, now: datetime
) -> Commitment:
    """Somebody else has it from now on, and gets its card."""
    institution = keeps_for(heir, orphan, problem, place.community)
    after = replace(orphan, owner=heir.id, institution=institution, offered_to=None, confirmed_at=None)
    uow.commitments.save(after)
    _keep(uow, problem, Happened.REASSIGNED, now, str(orphan.number), orphan.owner, heir.id)
    card = Posting(
        notice=CommitmentCard(problem.id, orphan.id),
        to=heir.slack_id or "",
        key=f"commitment:{orphan.id}:{heir.id}",
        due_at=reading_time(place.community, heir, now),
        surface=True,
    )
    uow.outbox.post(problem.workspace, problem.id, [card])
    plan_promise(uow, place, problem, after, now)
    return replace(after, version=after.version + 1)


def keep_in_sight(uow: UnitOfWork, place: Place, problem: Problem, now: datetime) -> None:
    """What is promised for a restricted problem stays with those who may know of it.

    Whoever may not know of it any more hears, without a name, that a promise is no longer theirs.
    """
    owed = [each for each in uow.commitments.of(problem.id) if each.is_owed]
    for each in owed:
        named = {each.owner, each.offered_to, each.needs_of} - {None}
        known = (uow.communities.person(place.id, who) for who in sorted(filter(None, named)))
        blind = {who.id: who for who in known if who and not sight(who, problem, place.community).exists}
        heir = _seeing_heir(place, problem, each) if each.owner in blind else None
        kept = reassign(uow, place, problem, each, heir, now) if heir else each
        if heir is not None:
            _relieve(uow, place, each, blind[each.owner], now)
        ask_no_more(uow, place, problem, kept, blind, now)


def _seeing_heir(place: Place, problem: Problem, commitment: Commitment) -> Person | None:
    """Whoever answers for the institution that promised, if they may know of it; else for the one that leads."""
    answers = (answering_at(place.community, problem, commitment.institution), answering(place.community, problem))
    return next((each for each in answers if each and sight(each, problem, place.community).exists), None)


def _relieve(uow: UnitOfWork, place: Place, commitment: Commitment, person: Person, now: datetime) -> None:
    due_at, key = reading_time(place.community, person, now), f"relieved:{commitment.id}:{commitment.version}"
    relieved = Posting(notice=Relieved(), to=person.slack_id or "", key=key, due_at=due_at)
    uow.outbox.post(commitment.workspace, None, [relieved] if person.slack_id else [])


def ask_no_more(
    uow: UnitOfWork, place: Place, problem: Problem, commitment: Commitment, gone: Container[str | None], now: datetime
) -> bool:
    """Those who are gone are asked no more; whoever owes it hears so in their working hours, and may ask another."""
    after = unask(commitment, gone)
    if after is None:
        return False
    uow.commitments.save(after)
    event = _keep(uow, problem, Happened.UNASKED, now, str(commitment.number))
    owner = uow.communities.person(place.id, commitment.owner)
    if owner is not None and owner.slack_id:
        due_at = reading_time(place.community, owner, now)
        key = f"told:{event}:{owner.slack_id}"
        told = Posting(notice=Told(problem.id, event), to=owner.slack_id, key=key, due_at=due_at)
        uow.outbox.post(problem.workspace, problem.id, [told])
    plan_promise(uow, place, problem, after, now)
    return True


def _keep(uow: UnitOfWork, problem: Problem, kind: Happened, now: datetime, *details: str) -> int:
    """Keep the step, which nobody took; every card is shown anew."""
    is_internal = kind is Happened.REASSIGNED
    step = Event(problem=problem.id, kind=kind, at=now, actor=None, internal=is_internal, details=details)
    event = uow.history.add(problem, step)
    uow.outbox.refresh(problem.id, now)
    return event
