"""Whoever has the problem starts a try-out, or says why not; says what came out of it; rolls it out or stops."""

from collections.abc import Callable
from dataclasses import dataclass

from sc_bot.domain import tryouts as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.tryouts import Outcome, TryAct, Trying, Tryout
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.trying import plan_tryout
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.tryouts.telling import tell_proposer


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where it is tried, and until when; `until` was shown and confirmed."""

    where: str
    until: Due
    zone: str
    confirm_reason: str | None = None


def start_tryout(database: Database, asked: Asked, reference: str, given: Start) -> Answer:
    """Try it.

    Raises:
        Refused: it is not said where, or that is identifying; TRYOUT_OVER; NOT_YOURS.
    """
    where = required(given.where, "where")
    passed = gate({"where": where}, reason=given.confirm_reason)

    def act(case: Case, tryout: Tryout) -> Answer:
        must_offer(tryout, TryAct.START)
        text = case.write(TextKind.WHERE, where, passed)
        after = rules.start(tryout, case.problem.institution or "", text, given.until, given.zone)
        details = (str(tryout.number), str(given.until))
        return _keep(case, after, Happened.TRYOUT_STARTED, text, details)

    return change_tryout(database, asked, reference, act)


def decline_tryout(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """It is not tried, or no longer, and why.

    Raises:
        Refused: no reason, or an identifying one; TRYOUT_OVER; NOT_YOURS.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case, tryout: Tryout) -> Answer:
        was_running = tryout.standing is not Trying.PROPOSED
        must_offer(tryout, TryAct.STOP if was_running else TryAct.DECLINE)
        text = case.write(TextKind.REASON, words, passed)
        kind = Happened.TRYOUT_STOPPED if was_running else Happened.TRYOUT_DECLINED
        return _keep(case, rules.decline(tryout, text, case.now), kind, text, (str(tryout.number),))

    return change_tryout(database, asked, reference, act)


def conclude_tryout(
    database: Database, asked: Asked, reference: str, outcome: str, words: str, confirm: str | None
) -> Answer:
    """What came out of it.

    Raises:
        Refused: NO_OUTCOME, nothing said about it, or something identifying; TRYOUT_OVER; NOT_YOURS.
    """
    if outcome not in set(Outcome):
        raise Refused(Why.NO_OUTCOME, field="outcome")
    said = required(words, "said")
    passed = gate({"said": said}, reason=confirm)

    def act(case: Case, tryout: Tryout) -> Answer:
        must_offer(tryout, TryAct.RESULT)
        text = case.write(TextKind.OUTCOME, said, passed)
        after = rules.conclude(tryout, Outcome(outcome), text)
        return _keep(case, after, Happened.TRYOUT_ENDED, text, (str(tryout.number), outcome))

    return change_tryout(database, asked, reference, act)


def rolled_out(case: Case, number: int, promise: str) -> None:
    """A promise was made that rolls a try-out out; one that has gone on meanwhile is left as it is."""
    tryout = case.uow.tryouts.get(case.problem, number)
    after = rules.roll_out(tryout, case.now) if tryout is not None else None
    if after is not None:
        _keep(case, after, Happened.TRYOUT_ROLLED_OUT, None, (str(number), promise))


def must_offer(tryout: Tryout, act: TryAct) -> None:
    """Stale is told, not applied.

    Raises:
        Refused: TRYOUT_OVER.
    """
    if act not in rules.next_acts(tryout):
        raise Refused(Why.TRYOUT_OVER)


def change_tryout(database: Database, asked: Asked, reference: str, act: Callable[[Case, Tryout], Answer]) -> Answer:
    """Find the try-out and its problem, check that this person may, and act; once a request.

    Raises:
        Refused: there is none, or they may not know of the problem; NOT_YOURS.
    """
    split = split_reference(reference, Mark.TRYOUT)
    if split is None:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    problem, number = split

    def found(case: Case) -> Answer:
        tryout = case.uow.tryouts.get(case.problem, number)
        if tryout is None:
            raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
        return act(case, tryout) if case.problem.is_open else case.faster()

    return change(database, asked, problem, Verb.TRY, found)


def _keep(case: Case, after: Tryout | None, kind: Happened, text: int | None, details: tuple[str, ...]) -> Answer:
    if after is None:
        raise Refused(Why.TRYOUT_OVER)
    case.uow.tryouts.save(after)
    telling = case.happened(kind, text=text, details=details)
    tell_proposer(case, telling, after)
    plan_tryout(case.uow, case.member.place, case.problem, after)
    return case.done(Verb.TRY)
