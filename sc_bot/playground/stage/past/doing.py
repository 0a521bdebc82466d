"""Each step, done through its use case, as the button or the window would."""

from collections.abc import Callable
from dataclasses import dataclass

from sc_bot.domain.access import Given
from sc_bot.domain.answers import Answer
from sc_bot.domain.decisions import Reply
from sc_bot.domain.due import Due
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.domain.promising import Act
from sc_bot.domain.tryouts import TryAct
from sc_bot.playground.stage.past.steps import INTERNAL, PARTNER, TRYOUT
from sc_bot.ports import Database
from sc_bot.usecases.access.measuring import measure_access
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.changing import (
    Need,
    NewDate,
    block_commitment,
    confirm_commitment,
    decline_commitment,
    hand_commitment,
    keep_commitment,
    redate_commitment,
    take_commitment,
)
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.commitments.providing import provide_need, withhold_need
from sc_bot.usecases.decisions import answering as deciding
from sc_bot.usecases.decisions.asking import Request as Question
from sc_bot.usecases.decisions.asking import ask_decision
from sc_bot.usecases.objectives.linking import link_objective
from sc_bot.usecases.participations.answering import accept_contribution, decline_contribution
from sc_bot.usecases.participations.inviting import Request, ask_contribution
from sc_bot.usecases.problems.author import (
    add_details,
    answer_question,
    change_institution,
    escalate_problem,
    quote_author,
    show_name,
    verify_problem,
    withdraw_problem,
)
from sc_bot.usecases.problems.director import (
    Close,
    Return,
    accept_problem,
    acknowledge_problem,
    ask_author,
    close_problem,
    hand_over,
    return_problem,
    title_problem,
    update_problem,
)
from sc_bot.usecases.problems.facilitator import assign_lead, reroute_problem, restrict_problem
from sc_bot.usecases.tryouts.proposing import Proposal, propose_solution
from sc_bot.usecases.tryouts.trying import Start, conclude_tryout, decline_tryout, start_tryout
from sc_bot.usecases.wordings.agreeing import agree_wording, propose_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One step with everything that its use case wants to know."""

    database: Database
    asked: Asked
    reference: str
    how: str
    words: str
    confirm: str
    to: str | None
    same_as: str | None
    due: Due | None
    zone: str
    partner: str
    """The institution that is asked to contribute."""
    delegate: str
    """The Slack id of the institution's first delegate."""
    managers: tuple[str, ...]
    """The general managers who are asked to decide."""
    otherwise: str
    """What happens if they do not."""

    @property
    def promise(self) -> str:
        """The first promise about it: no life has two."""
        return f"{self.reference}.1"

    @property
    def tryout(self) -> str:
        """The first solution that is proposed for it: no life has two."""
        return f"{self.reference}?1"


def _update(deed: Deed) -> Answer:
    internal = deed.how == INTERNAL
    return update_problem(
        deed.database, deed.asked, deed.reference, deed.words, internal=internal, confirm=deed.confirm
    )


def _return(deed: Deed) -> Answer:
    given = Return(reason=deed.words, institution=deed.to, confirm_reason=deed.confirm)
    return return_problem(deed.database, deed.asked, deed.reference, given)


def _close(deed: Deed) -> Answer:
    given = Close(
        closing=Closing(deed.how),
        reason=deed.words,
        duplicate_of=deed.same_as,
        access_after="2",  # kept where it was measured before
        time_freed="3" if deed.how == Closing.SOLVED else "",
        still_unsolvable=deed.how != Closing.SOLVED,
        confirm_reason=deed.confirm,
    )
    return close_problem(deed.database, deed.asked, deed.reference, given)


def _reroute(deed: Deed) -> Answer:
    to = deed.to or ""
    return reroute_problem(deed.database, deed.asked, deed.reference, to, deed.words, deed.confirm)


def _assign(deed: Deed) -> Answer:
    return assign_lead(deed.database, deed.asked, deed.reference, deed.to or "", deed.words, deed.confirm)


def _verify(deed: Deed) -> Answer:
    verdict = Verdict(deed.how)
    return verify_problem(deed.database, deed.asked, deed.reference, verdict, deed.words, deed.confirm)


def _promise(deed: Deed, *, is_tried: bool = False) -> Answer:
    due = deed.due or Due(deed.asked.now.date())
    rolls_out = 1 if is_tried else None
    given = Promise(what=deed.words, due=due, zone=deed.zone, rolls_out=rolls_out, confirm_reason=deed.confirm)
    return make_commitment(deed.database, deed.asked, deed.reference, given)


def _redate(deed: Deed) -> Answer:
    due = deed.due or Due(deed.asked.now.date())
    given = NewDate(due=due, zone=deed.zone, reason=deed.words, confirm_reason=deed.confirm)
    return redate_commitment(deed.database, deed.asked, deed.promise, given)


def _decline(deed: Deed) -> Answer:
    """A promise that one is asked to take over, a part in the work, or a solution that is proposed."""
    if deed.how == TRYOUT:
        return decline_tryout(deed.database, deed.asked, deed.tryout, deed.words, deed.confirm)
    if deed.how == PARTNER:
        return decline_contribution(deed.database, deed.asked, deed.reference, deed.partner, deed.words, deed.confirm)
    return decline_commitment(deed.database, deed.asked, deed.promise, deed.words, deed.confirm)


def _start(deed: Deed) -> Answer:
    until = deed.due or Due(deed.asked.now.date())
    given = Start(where=deed.words, until=until, zone=deed.zone, confirm_reason=deed.confirm)
    return start_tryout(deed.database, deed.asked, deed.tryout, given)


def _ask_partner(deed: Deed) -> Answer:
    request = Request(what=deed.words, institution=deed.partner, confirm_reason=deed.confirm)
    return ask_contribution(deed.database, deed.asked, deed.reference, request)


def _ask_decision(deed: Deed) -> Answer:
    asked = Question(
        question=deed.words,
        otherwise=deed.otherwise,
        due=deed.due or Due(deed.asked.now.date()),
        zone=deed.zone,
        of=deed.managers,
        confirm_reason=deed.confirm,
    )
    return ask_decision(deed.database, deed.asked, deed.reference, asked)


DOING: dict[Verb | Act | Reply | TryAct, Callable[[Deed], Answer]] = {
    Act.MAKE: _promise,
    Act.REDATE: _redate,
    Act.ON_TRACK: lambda deed: confirm_commitment(deed.database, deed.asked, deed.promise),
    Act.BLOCK: lambda deed: block_commitment(
        deed.database,
        deed.asked,
        deed.promise,
        Need(needs=deed.words, person=deed.delegate, confirm_reason=deed.confirm),
    ),
    Act.PROVIDE: lambda deed: provide_need(deed.database, deed.asked, deed.promise, deed.words, deed.confirm),
    Act.CANNOT: lambda deed: withhold_need(deed.database, deed.asked, deed.promise, deed.words, deed.confirm),
    Act.HAND: lambda deed: hand_commitment(deed.database, deed.asked, deed.promise, deed.delegate),
    Act.TAKE: lambda deed: take_commitment(deed.database, deed.asked, deed.promise),
    Act.DECLINE: _decline,
    Act.DONE: lambda deed: keep_commitment(deed.database, deed.asked, deed.promise, deed.words, deed.confirm),
    Verb.ACKNOWLEDGE: lambda deed: acknowledge_problem(deed.database, deed.asked, deed.reference),
    Verb.ACCEPT: lambda deed: accept_problem(deed.database, deed.asked, deed.reference),
    Verb.RETURN: _return,
    Verb.REROUTE: _reroute,
    Verb.ASSIGN: _assign,
    Verb.ASK: lambda deed: ask_author(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.UPDATE: _update,
    Verb.CLOSE: _close,
    Verb.TITLE: lambda deed: title_problem(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.HAND_OVER: lambda deed: hand_over(deed.database, deed.asked, deed.reference),
    Verb.RESTRICT: lambda deed: restrict_problem(deed.database, deed.asked, deed.reference),
    Verb.ADD_DETAILS: lambda deed: add_details(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.CHANGE_INSTITUTION: lambda deed: change_institution(deed.database, deed.asked, deed.reference, deed.to or ""),
    Verb.SHOW_NAME: lambda deed: show_name(deed.database, deed.asked, deed.reference),
    Verb.WITHDRAW: lambda deed: withdraw_problem(deed.database, deed.asked, deed.reference),
    Verb.ASK_PARTNER: _ask_partner,
    Verb.ASK_DECISION: _ask_decision,
    Reply.AGREE: lambda deed: deciding.agree(deed.database, deed.asked, f"{deed.reference}/1"),
    Verb.CONTRIBUTE: lambda deed: accept_contribution(deed.database, deed.asked, deed.reference, deed.partner),
    Verb.ESCALATE: lambda deed: escalate_problem(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.ANSWER: lambda deed: answer_question(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.QUOTE: lambda deed: quote_author(deed.database, deed.asked, deed.reference, deed.words, deed.confirm),
    Verb.VERIFY: _verify,
    Verb.MEASURE: lambda deed: measure_access(deed.database, deed.asked, deed.reference, Given("delay", "21")),
    Verb.PROPOSE: lambda deed: propose_solution(
        deed.database, deed.asked, deed.reference, Proposal(what=deed.words, confirm_reason=deed.confirm)
    ),
    Verb.LINK: lambda deed: link_objective(deed.database, deed.asked, deed.reference, "SAME-DAY"),
    TryAct.START: _start,
    TryAct.STOP: lambda deed: decline_tryout(deed.database, deed.asked, deed.tryout, deed.words, deed.confirm),
    TryAct.RESULT: lambda deed: conclude_tryout(
        deed.database, deed.asked, deed.tryout, deed.how, deed.words, deed.confirm
    ),
    TryAct.ROLL_OUT: lambda deed: _promise(deed, is_tried=True),
    Verb.REWORD: lambda deed: propose_wording(
        deed.database, deed.asked, f"{deed.reference} 0", deed.words, deed.confirm
    ),
    Verb.AGREE_WORDING: lambda deed: agree_wording(deed.database, deed.asked, f"{deed.reference} 1"),
}
