"""A promise that is noted in a meeting counts once its owner says yes: nobody promises for an institution."""

from dataclasses import dataclass, replace

from sc_bot.domain import commitments as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Person
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.promising import Act, keeps_for
from sc_bot.domain.texts import TextKind
from sc_bot.usecases.commitments.making import promised
from sc_bot.usecases.commitments.stepping import faster
from sc_bot.usecases.commitments.telling import card_of, cards_of, tell_author
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.gate import Passed
from sc_bot.usecases.problems.changing import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was noted for somebody: whoever noted it saw the person and the date, and confirmed both."""

    what: str
    owner: Person
    due: Due
    zone: str


def note_offer(case: Case, offer: Offer, passed: Passed) -> Commitment:
    """Keep it for its owner, who finds it on a card and in their list; whoever notes their own promises it at once."""
    words = case.write(TextKind.COMMITMENT, offer.what, passed)
    draft = Commitment(
        id=0,
        workspace=case.problem.workspace,
        community=case.problem.community,
        problem=case.problem.id,
        number=0,
        reference="",
        what=words,
        institution=case.problem.lead or case.problem.institution or "",
        owner=offer.owner.id,
        offered_to=offer.owner.id,
        due=offer.due,
        zone=offer.zone,
        first_due=offer.due,
        standing=Standing.OFFERED,
        made_at=case.now,
    )
    kept_for = keeps_for(offer.owner, draft, case.problem, case.community)
    made = case.uow.commitments.add(case.problem, replace(draft, institution=kept_for))
    if offer.owner.id == case.person.id:
        return _promised(case, made)
    details = (str(made.number), offer.owner.id, str(made.due))
    case.happened(Happened.OFFERED, text=words, details=details)
    case.tell(card_of(case, made, offer.owner.id))
    return made


def take_offered(case: Case, commitment: Commitment) -> Answer:
    """Its owner says yes: it is promised, followed like any other, and the author hears of it."""
    if rules.accept_offer(commitment, case.person.id) is None:
        return faster(case, commitment)
    return promised(_promised(case, commitment), Act.TAKE)


def _promised(case: Case, commitment: Commitment) -> Commitment:
    after = rules.accept_offer(commitment, case.person.id) or commitment
    case.uow.commitments.save(after)
    telling = case.happened(Happened.COMMITTED, text=after.what, details=(str(after.number), str(after.due)))
    case.tell([*tell_author(case, telling), *cards_of(case, after)])
    plan_promise(case.uow, case.member.place, case.problem, after, case.now)
    return after


def decline_offered(case: Case, commitment: Commitment, reason: str, passed: Passed) -> Answer:
    """Its owner says no, and why: nothing was promised, and whoever noted it hears."""
    after = rules.refuse_offer(commitment, case.person.id, case.now)
    if after is None:
        return faster(case, commitment)
    text = case.write(TextKind.REASON, reason, passed)
    case.uow.commitments.save(after)
    telling = case.happened(Happened.DECLINED, text=text, details=(str(after.number), "offered"))
    noted_by = _noted_by(case, commitment)
    case.tell(telling.told(case.uow.communities.person(commitment.community, noted_by) if noted_by else None))
    return promised(after, Act.DECLINE)


def _noted_by(case: Case, commitment: Commitment) -> str | None:
    return next((each.actor for each in case.uow.history.of(case.problem.id) if _is_its_offer(each, commitment)), None)


def _is_its_offer(step: Event, commitment: Commitment) -> bool:
    return step.kind is Happened.OFFERED and step.details[:1] == (str(commitment.number),)
