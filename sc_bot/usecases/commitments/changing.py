"""A promise goes on: kept, on track, blocked, re-dated, handed on, given up. The first who acts wins."""

from dataclasses import dataclass

from sc_bot.domain import commitments as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.promising import Act, keeps_for
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.making import owner_of, waits_for
from sc_bot.usecases.commitments.offering import decline_offered, take_offered
from sc_bot.usecases.commitments.stepping import change, changed, faster
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.stuck import look_at


def keep_commitment(database: Database, asked: Asked, reference: str, evidence: str, confirm: str | None) -> Answer:
    """It is done; what shows it, in words or as a link, is kept.

    Raises:
        Refused: the evidence identifies somebody, or it is not theirs.
    """
    passed = gate({"evidence": evidence}, reason=confirm)

    def act(case: Case, commitment: Commitment) -> Answer:
        after = rules.keep(commitment, case.now)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.EVIDENCE, evidence.strip(), passed) if evidence.strip() else None
        return changed(case, commitment, after, Act.DONE, Happened.KEPT, text=text)

    return change(database, asked, reference, Act.DONE, act)


def confirm_commitment(database: Database, asked: Asked, reference: str) -> Answer:
    """It is on track; asked again with the next reminder."""

    def act(case: Case, commitment: Commitment) -> Answer:
        after = rules.confirm(commitment, case.now)
        if after is None:
            return faster(case, commitment)
        return changed(case, commitment, after, Act.ON_TRACK, Happened.ON_TRACK)

    return change(database, asked, reference, Act.ON_TRACK, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDate:
    """Another date, which its promiser has seen and confirmed, and why; `was` is the one that they saw it had."""

    due: Due
    zone: str
    reason: str
    was: str = ""
    confirm_reason: str | None = None


def redate_commitment(database: Database, asked: Asked, reference: str, given: NewDate) -> Answer:
    """Another date, openly: the old one and the reason stay in the history, and it is followed again on its new date.

    Raises:
        Refused: no reason, an identifying one, or the same date.
    """
    words = required(given.reason, "reason")
    passed = gate({"reason": words}, reason=given.confirm_reason)

    def act(case: Case, commitment: Commitment) -> Answer:
        if given.was and given.was != str(commitment.due):
            return faster(case, commitment)
        if commitment.is_owed and given.due == commitment.due:
            raise Refused(Why.SAME_DUE, field="due")
        after = rules.redate(commitment, given.due, given.zone)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.REASON, words, passed)
        dates = (str(commitment.due), str(given.due))
        answer = changed(case, commitment, after, Act.REDATE, Happened.REDATED, text=text, details=dates)
        if after.redated >= case.community.policies.deadlock.redatings:
            look_at(case.uow, case.member.place, case.problem, case.now)
        return answer

    return change(database, asked, reference, Act.REDATE, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What stands in the way: in words, of whom (a Slack id), and which promises must be kept first, by reference.

    `waits_for` None leaves it as it was; empty, it waits for no other that whoever acts may know of.
    """

    needs: str
    person: str | None = None
    waits_for: tuple[str, ...] | None = None
    confirm_reason: str | None = None


def block_commitment(database: Database, asked: Asked, reference: str, need: Need) -> Answer:
    """Something is needed first: what, and of whom; that person is asked.

    Raises:
        Refused: nothing is said to be needed, the person is not of the community, or a promise that must be kept
            first does not exist, is not to be seen, or is this one.
    """
    words = required(need.needs, "needs")
    passed = gate({"needs": words}, reason=need.confirm_reason)

    def act(case: Case, commitment: Commitment) -> Answer:
        other = owner_of(case, need.person, "person").id if need.person else None
        after = rules.block(commitment, other, case.now)
        if after is None:
            return faster(case, commitment)
        if need.waits_for is not None:
            after = _waiting(case, after, need.waits_for)
        text = case.write(TextKind.NEED, words, passed)
        details = (other,) if other else ()
        return changed(case, commitment, after, Act.BLOCK, Happened.BLOCKED, text=text, details=details)

    return change(database, asked, reference, Act.BLOCK, act)


def _waiting(case: Case, commitment: Commitment, references: tuple[str, ...]) -> Commitment:
    """From now on it waits for these, and for what it waited for that whoever acts may not know of."""
    wanted = waits_for(case, references)
    if commitment.id in wanted:
        raise Refused(Why.WAITS_FOR_ITSELF, field="depends_on")
    before = case.uow.commitments.several(commitment.depends_on)
    about = {each.id: each for each in case.uow.problems.several([one.problem for one in before])} if before else {}
    unseen = [each.id for each in before if not sight(case.person, about[each.problem], case.community).exists]
    firsts = tuple(sorted({*wanted, *unseen}))
    after = rules.wait(commitment, firsts)
    if after is None or firsts == commitment.depends_on:
        return commitment
    case.uow.commitments.wait(after)
    case.happened(Happened.WAITS, details=(str(commitment.number), *map(str, firsts)))
    return after


def hand_commitment(database: Database, asked: Asked, reference: str, person: str) -> Answer:
    """Somebody else is asked to take it over; it stays where it is until they accept.

    Raises:
        Refused: the person is not of the community, or has it already.
    """

    def act(case: Case, commitment: Commitment) -> Answer:
        other = owner_of(case, person)
        if commitment.is_owed and other.id in {commitment.owner, commitment.offered_to}:
            raise Refused(Why.ASKED_ALREADY, field="owner")
        after = rules.offer(commitment, other.id)
        if after is None:
            return faster(case, commitment)
        return changed(case, commitment, after, Act.HAND, Happened.OFFERED, details=(other.id,))

    return change(database, asked, reference, Act.HAND, act)


def take_commitment(database: Database, asked: Asked, reference: str) -> Answer:
    """The one who was asked takes it over, for the institution where they work if it takes part."""

    def act(case: Case, commitment: Commitment) -> Answer:
        if commitment.is_offered:
            return take_offered(case, commitment)
        institution = keeps_for(case.person, commitment, case.problem, case.community)
        after = rules.take(commitment, case.person.id, institution)
        if after is None:
            return faster(case, commitment)
        moved_from = commitment.institution if institution != commitment.institution else None
        details = (commitment.owner, *([moved_from] if moved_from else []))
        return changed(case, commitment, after, Act.TAKE, Happened.TAKEN_OVER, details=details, institution=moved_from)

    return change(database, asked, reference, Act.TAKE, act)


def decline_commitment(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """The one who was asked does not, and says why; it stays where it was.

    Raises:
        Refused: no reason, or an identifying one.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case, commitment: Commitment) -> Answer:
        if commitment.is_offered:
            return decline_offered(case, commitment, words, passed)
        after = rules.decline(commitment, case.person.id)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.REASON, words, passed)
        return changed(case, commitment, after, Act.DECLINE, Happened.DECLINED, text=text)

    return change(database, asked, reference, Act.DECLINE, act)


def cancel_commitment(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """It is given up, and why; the author is told.

    Raises:
        Refused: no reason, or an identifying one.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case, commitment: Commitment) -> Answer:
        after = rules.cancel(commitment, case.now)
        if after is None:
            return faster(case, commitment)
        text = case.write(TextKind.REASON, words, passed)
        return changed(case, commitment, after, Act.CANCEL, Happened.CANCELLED, text=text)

    return change(database, asked, reference, Act.CANCEL, act)
