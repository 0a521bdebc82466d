"""Whoever leads, or the facilitator, asks another institution to contribute."""

from dataclasses import dataclass, replace

from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.participations import Participation, ask, can_be_asked, with_standing
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.planning import plan_answer
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.participations.answering import faster
from sc_bot.usecases.problems.changing import Case, change


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which institution is asked, for what."""

    institution: str
    what: str
    confirm_reason: str | None = None


def ask_contribution(database: Database, asked: Asked, reference: str, request: Request) -> Answer:
    """Ask an institution for its part; whoever answers for it gets a card. One that declined may be asked again.

    Raises:
        Refused: nothing is asked, or it is identifying; nobody leads yet; the institution is unknown, or leads itself.
    """
    words = required(request.what, "what")
    passed = gate({"what": words}, reason=request.confirm_reason)

    def act(case: Case) -> Answer:
        if not can_be_asked(case.problem):
            return _not_now(case)
        if case.community.institution(request.institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        return _ask(case, request.institution, words, passed)

    return change(database, asked, reference, Verb.ASK_PARTNER, act)


def _not_now(case: Case) -> Answer:
    if not case.problem.is_open:
        return case.faster()
    raise Refused(Why.RESTRICTED if case.problem.restricted else Why.NOT_ACCEPTED, field="institution")


def _ask(case: Case, institution: str, words: str, passed: Passed) -> Answer:
    before = _before(case, institution)
    after = ask(case.problem, institution, before, by=case.person.id, now=case.now)
    if after is None:
        return faster(case, before) if before else case.faster()
    text = case.write(TextKind.CONTRIBUTION, words, passed)
    return case.done(Verb.ASK_PARTNER, _asked(case, replace(after, what=text)))


def _asked(case: Case, part: Participation) -> Problem:
    asked = case.uow.participations.save(part)
    changed = with_standing(case.problem, part)
    telling = case.happened(Happened.CONTRIBUTION_ASKED, changed, text=part.what, institution=part.institution)
    case.tell(telling.contributor(part.institution))
    plan_answer(case.uow, case.member.place, changed, asked, case.now)
    return changed


def ask_what_was_decided(case: Case, institution: str, text: int) -> Problem | None:
    """A decision asks an institution for its part, in the decision's own words; None where it cannot be asked anew."""
    if not can_be_asked(case.problem) or institution == case.problem.institution:
        return None
    part = ask(case.problem, institution, _before(case, institution), by=case.person.id, now=case.now)
    return _asked(case, replace(part, what=text)) if part is not None else None


def _before(case: Case, institution: str) -> Participation | None:
    return next((each for each in case.uow.participations.of(case.problem.id) if each.institution == institution), None)
