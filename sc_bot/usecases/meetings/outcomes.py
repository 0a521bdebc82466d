"""What a decision about an item does to its problem, beside being kept: one function a kind of item.

A kind that is not named here is a decision with its words, and the promises under it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sc_bot.domain.commitments import cancel
from sc_bot.domain.community import Role
from sc_bot.domain.deadlocks import DECISIONS, Stage, Way
from sc_bot.domain.events import Happened
from sc_bot.domain.meetings import Item, Kind
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.usecases.deadlocks.ending import Ending as WayOut
from sc_bot.usecases.deadlocks.ending import ended_by_decision
from sc_bot.usecases.gate import Passed
from sc_bot.usecases.meetings.seats import Seat
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.problems.facilitator import assigned


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided about an item: in words, which institution leads or gives, and how a deadlock ends."""

    words: str
    lead: str | None
    way: str | None
    passed: Passed


def name_lead(seat: Seat, case: Case, _item: Item, decided: Decided) -> Case:
    """The support committee decides who leads; whoever leads its meeting notes it.

    Raises:
        Refused: NOT_PRESENT, nobody of the support committee is there to decide; UNKNOWN_INSTITUTION.
    """
    if decided.lead is None:
        return case
    if case.community.institution(decided.lead) is None:
        raise Refused(Why.UNKNOWN_INSTITUTION, field="lead")
    _must_be_there(seat, Role.SUPPORT_COMMITTEE)
    assigned(case, decided.lead, decided.words, decided.passed)
    return replace(case, problem=case.uow.problems.by_id(case.problem.id))


def end_stuck(seat: Seat, case: Case, _item: Item, decided: Decided) -> Case:
    """A deadlock ends by what its committee decides; whoever leads the meeting notes it. Ended already, it stays so.

    Raises:
        Refused: NOT_PRESENT, nobody who may decide it is there; UNKNOWN_INSTITUTION, nobody is named who leads.
    """
    deadlock = case.uow.deadlocks.open_of(case.problem.id)
    if deadlock is None or decided.way not in {each.value for each in DECISIONS}:
        return case
    way = Way(decided.way)
    if way is not Way.WE_WILL_NOT and case.community.institution(decided.lead or "") is None:
        raise Refused(Why.UNKNOWN_INSTITUTION, field="lead")
    managers = [Role.GENERAL_MANAGER] if deadlock.stage is Stage.STEERING else []
    _must_be_there(seat, Role.SUPPORT_COMMITTEE, *managers)
    ended_by_decision(case, deadlock, WayOut(way=way, words=decided.words, institution=decided.lead), decided.passed)
    return replace(case, problem=case.uow.problems.by_id(case.problem.id))


def _must_be_there(seat: Seat, *roles: Role) -> None:
    """Whoever decides was in the room.

    Raises:
        Refused: NOT_PRESENT.
    """
    present = {each.person for each in seat.uow.meetings.attending(seat.meeting.id) if each.present}
    deciding = {each.id for role in roles for each in seat.community.having(role)}
    if not present & deciding:
        raise Refused(Why.NOT_PRESENT, field="lead")


def drop_offer(_seat: Seat, case: Case, item: Item, _decided: Decided) -> Case:
    """The committee decided about a promise that nobody confirmed: it is no longer asked of anybody."""
    split = split_reference(item.about, Mark.PROMISE)
    noted = case.uow.commitments.get(case.problem, split[1]) if split else None
    dropped = cancel(noted, case.now) if noted is not None and noted.is_offered else None
    if dropped is not None:
        case.uow.commitments.save(dropped)
        case.happened(Happened.CANCELLED, details=(str(dropped.number),))
    return case


Ending = Callable[[Seat, Case, Item, Decided], Case]
ENDINGS: dict[Kind, Ending] = {
    Kind.ARBITRATION: name_lead,
    Kind.DEADLOCK: end_stuck,
    Kind.UNCONFIRMED: drop_offer,
}
"""By kind of item; each gives back the problem as it is afterwards."""


def settle(seat: Seat, case: Case, item: Item, decided: Decided) -> Case:
    """Do what a decision about this kind of item does."""
    ending = ENDINGS.get(item.kind)
    return ending(seat, case, item, decided) if ending else case
