"""Somebody who lives the problem proposes a solution; whoever has the problem reads it in their working hours."""

from dataclasses import dataclass, replace

from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.offers import applies
from sc_bot.domain.permissions import Verb
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.tryouts import Tryout
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.trying import plan_tryout
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.tryouts.telling import tell_those_in_charge


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A solution, and whether whoever proposes it shows their name."""

    what: str
    show_name: bool = False
    confirm_reason: str | None = None


def propose_solution(database: Database, asked: Asked, reference: str, proposal: Proposal) -> Answer:
    """Propose one: the author, or anybody of an institution that takes part.

    Raises:
        Refused: nothing is proposed, or it is identifying; the problem is restricted; NOT_YOURS.
    """
    what = required(proposal.what, "what")
    passed = gate({"what": what}, reason=proposal.confirm_reason)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        if not applies(Verb.PROPOSE, case.problem):
            raise Refused(Why.RESTRICTED, field="what")
        return _proposed(replace(case, unnamed=not proposal.show_name), what, passed)

    return change(database, asked, reference, Verb.PROPOSE, act)


def _proposed(case: Case, what: str, passed: Passed) -> Answer:
    text = case.write(TextKind.TRYOUT, what, passed)
    made = case.uow.tryouts.add(
        case.problem,
        Tryout(
            id=0,
            workspace=case.problem.workspace,
            community=case.problem.community,
            problem=case.problem.id,
            number=0,
            reference="",
            what=text,
            proposed_by=case.person.id,
            name_shown=not case.unnamed,
            proposed_at=case.now,
        ),
    )
    telling = case.happened(Happened.TRYOUT_PROPOSED, text=text, details=(str(made.number),))
    tell_those_in_charge(case, telling)
    plan_tryout(case.uow, case.member.place, case.problem, made)
    return case.done(Verb.PROPOSE)
