"""Somebody is needed for a promise that is not theirs: what they answer. The first answer wins."""

from sc_bot.domain import commitments as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.events import Happened
from sc_bot.domain.promising import Act
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.stepping import change, changed, faster
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.problems.changing import Case


def provide_need(database: Database, asked: Asked, reference: str, evidence: str, confirm: str | None) -> Answer:
    """What was needed is there: the promise is blocked no more, and its owner is asked for the next step.

    Raises:
        Refused: the words identify somebody, or nothing is needed of them.
    """
    passed = gate({"evidence": evidence}, reason=confirm)

    def act(case: Case, commitment: Commitment) -> Answer:
        after = rules.provide(commitment)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.EVIDENCE, evidence.strip(), passed) if evidence.strip() else None
        return changed(case, commitment, after, Act.PROVIDE, Happened.PROVIDED, text=text)

    return change(database, asked, reference, Act.PROVIDE, act)


def withhold_need(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """What is needed does not come from them, and why: it stays blocked, and its owner hears the reason.

    Raises:
        Refused: no reason, or an identifying one; or nothing is needed of them.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case, commitment: Commitment) -> Answer:
        after = rules.withhold(commitment)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.REASON, words, passed)
        return changed(case, commitment, after, Act.CANNOT, Happened.NOT_PROVIDED, text=text)

    return change(database, asked, reference, Act.CANNOT, act)
