"""The institution that is asked accepts, or declines and says why; whoever leads is told. The first answer wins."""

from dataclasses import replace

from sc_bot.domain import participations as rules
from sc_bot.domain.answerable import directs
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.community import Person
from sc_bot.domain.events import OF_CONTRIBUTIONS, Event, Happened
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.permissions import Verb
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.followups.planning import plan_answer
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.problems.changing import Case, open_case
from sc_bot.usecases.reading import overtaken


def accept_contribution(database: Database, asked: Asked, reference: str, institution: str | None) -> Answer:
    """The institution contributes; from now on its director may promise.

    Raises:
        Refused: NOT_YOURS, or the problem is not to be seen.
    """

    def act(uow: UnitOfWork) -> Answer:
        case, asked_for = open_contribution(uow, asked, reference, institution, Verb.CONTRIBUTE)
        after = rules.accept(asked_for, case.now) if case.problem.is_open else None
        if after is None:
            return faster(case, asked_for)
        return _answered(case, after, Verb.CONTRIBUTE, Happened.CONTRIBUTING)

    return once(database, asked, act)


def decline_contribution(
    database: Database, asked: Asked, reference: str, institution: str | None, reason: str, confirm: str | None
) -> Answer:
    """The institution does not, and says why.

    Raises:
        Refused: no reason, or an identifying one; NOT_YOURS, or the problem is not to be seen.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(uow: UnitOfWork) -> Answer:
        case, asked_for = open_contribution(uow, asked, reference, institution, Verb.DECLINE)
        after = rules.decline(asked_for, case.now) if case.problem.is_open else None
        if after is None:
            return faster(case, asked_for)
        text = case.write(TextKind.REASON, words, passed)
        return _answered(case, after, Verb.DECLINE, Happened.CONTRIBUTION_DECLINED, text=text)

    return once(database, asked, act)


def _answered(case: Case, after: Participation, verb: Verb, kind: Happened, *, text: int | None = None) -> Answer:
    case.uow.participations.save(after)
    changed = with_standing(case.problem, after)
    telling = case.happened(kind, changed, text=text, institution=after.institution)
    case.tell(telling.told(*case.in_charge(changed), _asker(case, after)))
    plan_answer(case.uow, case.member.place, changed, after, case.now)
    return case.done(verb, changed)


def _asker(case: Case, participation: Participation) -> Person | None:
    return case.uow.communities.person(participation.community, participation.asked_by)


def open_contribution(
    uow: UnitOfWork,
    asked: Asked,
    reference: str,
    institution: str | None,
    verb: Verb,
    *,
    to_change: bool = True,
) -> tuple[Case, Participation]:
    """The problem, locked if it is to change, and what is asked of an institution that this person directs.

    `institution` is the one that the button named; without it, the one that still waits for their answer.

    Raises:
        Refused: nothing is, or was, asked of them; or they may not know of the problem.
    """
    case = open_case(uow, asked, reference, to_change=to_change)
    theirs = [
        each
        for each in uow.participations.of(case.problem.id)
        if institution in {None, each.institution}
        and directs(case.person, case.community, each.institution, case.problem)
    ]
    found = sorted(theirs, key=lambda each: each.standing is not Taking.ASKED)
    if not found:
        raise Refused(Why.NOT_YOURS, details=(verb.value,))
    return case, found[0]


def faster(case: Case, participation: Participation) -> Faster:
    """Somebody acted first: on this institution's part, else on the problem itself."""
    if participation.standing is Taking.ASKED and not case.problem.is_open:
        return case.faster()

    def is_about(step: Event) -> bool:
        return step.kind in OF_CONTRIBUTIONS and step.institution == participation.institution

    first = overtaken(case.uow, case.problem, is_about)
    return replace(first, contribution=participation.standing.value, own=first.by == case.person.id)
