"""What every step of a promise has in common: find it, may they, do it, keep the history, tell the others."""

from collections.abc import Callable
from dataclasses import replace

from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Person
from sc_bot.domain.covering import acting
from sc_bot.domain.events import OF_COMMITMENTS, OF_THE_ASKED, Event, Happened
from sc_bot.domain.promising import Act, may
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.commitments.making import promised
from sc_bot.usecases.commitments.telling import cards_of, tell_author
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.problems.changing import Case, open_case
from sc_bot.usecases.reading import overtaken

Change = Callable[[Case, Commitment], Answer]
_AUTHOR_HEARS = frozenset({Happened.CANCELLED, Happened.REDATED})


def changed(  # noqa: PLR0913 - each is a fact of its own
    case: Case,
    before: Commitment,
    after: Commitment,
    act: Act,
    kind: Happened,
    *,
    text: int | None = None,
    details: tuple[str, ...] = (),
    institution: str | None = None,
) -> Answer:
    """Store the step; its owner hears what somebody answers who was asked, once: in a message, or on a card.

    `institution` is the one that the promise leaves, if it does.
    """
    owner = before.owner if kind in OF_THE_ASKED else None
    case.uow.commitments.save(after)
    telling = case.happened(kind, text=text, details=(str(after.number), *details), institution=institution)
    case.tell([*(tell_author(case, telling) if kind in _AUTHOR_HEARS else []), *cards_of(case, after, but=owner)])
    if owner is not None:
        case.tell(telling.told(*_who_hears(case, owner)))
    plan_promise(case.uow, case.member.place, case.problem, after, case.now)
    asked = next((each for each in (after.offered_to, after.needs_of) if each and each != before.offered_to), None)
    return promised(after, act, asked=asked)


def _who_hears(case: Case, owner: str) -> list[Person | None]:
    """Whoever owes it; while they are away, also who covers."""
    person = case.uow.communities.person(case.problem.community, owner)
    if person is None or case.community.absence_of(owner) is None:
        return [person]
    return [person, acting(case.community, person, case.problem.continuum)]


def change(database: Database, asked: Asked, reference: str, act: Act, act_on: Change) -> Answer:
    """Find the promise with its problem locked, check that this person may, and act; once a request.

    Raises:
        Refused: there is none, or it is not theirs.
    """

    def checked(uow: UnitOfWork) -> Answer:
        case, commitment = open_commitment(uow, asked, reference)
        if not may(case.person, act, commitment, case.problem, case.community):
            return faster_than(case, commitment, act)
        return act_on(case, commitment)

    return once(database, asked, checked)


def open_commitment(
    uow: UnitOfWork, asked: Asked, reference: str, *, to_change: bool = True
) -> tuple[Case, Commitment]:
    """The promise and its problem, locked if it is to change, and who asks.

    Raises:
        Refused: there is no such promise, or they may not know of its problem.
    """
    split = split_reference(reference, Mark.PROMISE)
    case = open_case(uow, asked, split[0], to_change=to_change) if split else None
    found = uow.commitments.get(case.problem, split[1]) if case and split else None
    if case is None or found is None:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    return case, found


def faster_than(case: Case, commitment: Commitment, act: Act) -> Faster:
    """For somebody who may not, or no longer: who was faster, if they owed it or were asked before.

    Raises:
        Refused: NOT_YOURS, it never was theirs.
    """
    is_theirs = may(case.person, act, commitment, case.problem, case.community)
    if is_theirs or _had_it(case, commitment):
        return faster(case, commitment)
    raise Refused(Why.NOT_YOURS, details=(act.value,))


def _had_it(case: Case, commitment: Commitment) -> bool:
    """Whether this person owed it, or was asked, before: their card is old, not foreign."""
    steps = [each for each in case.uow.history.of(case.problem.id) if _is_about(each, commitment)]
    return any(case.person.id in (each.actor, *each.details) for each in steps)


def faster(case: Case, commitment: Commitment) -> Faster:
    """Somebody acted first; nothing was changed."""
    first = overtaken(case.uow, case.problem, lambda step: _is_about(step, commitment))
    standing = commitment.standing.value
    return replace(first, reference=commitment.reference, standing=standing, own=first.by == case.person.id)


def _is_about(step: Event, commitment: Commitment) -> bool:
    return step.kind in OF_COMMITMENTS and step.details[:1] == (str(commitment.number),)
