"""One item after the other is closed: what came of it, who leads, what was promised. Saved is saved at once."""

from dataclasses import dataclass, replace

from sc_bot.domain import meetings as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.meeting_promises import PromiseLine, Reading
from sc_bot.domain.meetings import Item, Outcome, Phase, sits
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.commitments.offering import Offer, note_offer
from sc_bot.usecases.gate import Passed, gate
from sc_bot.usecases.meetings.outcomes import Decided, settle
from sc_bot.usecases.meetings.promising import Reader
from sc_bot.usecases.meetings.running import note_present
from sc_bot.usecases.meetings.seats import Seat, head_of
from sc_bot.usecases.problems.changing import Case, open_case

NOTHING = Passed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What came of an item. `shown` is the mark of the promises that were shown and confirmed."""

    outcome: Outcome
    decided: str = ""
    lead: str | None = None
    way: str | None = None
    """How a deadlock ends: one of `deadlocks.DECISIONS`; None: it goes on."""
    promises: str = ""
    shown: str = ""
    present: tuple[str, ...] | None = None
    confirm_reason: str | None = None


def read_promises(database: Database, asked: Asked, item: int, closing: Closing) -> Reading:
    """How the lines are understood, before anything is kept.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR; or the lines hold what identifies somebody.
    """
    gate({"decided": closing.decided, "promises": closing.promises}, reason=closing.confirm_reason)
    with database.reading() as uow:
        found = uow.meetings.item(item)
        seat = head_of(uow, asked, found.meeting if found else 0, to_change=False)
        return _reading(seat, found, closing) if found else Reading()


def _reading(seat: Seat, item: Item, closing: Closing) -> Reading:
    problem = seat.uow.problems.by_id(item.problem) if item.problem is not None else None
    reader = Reader(seat.uow, seat.place, seat.committee, seat.person, seat.now)
    return reader.read(closing.promises, problem, led=closing.lead is not None)


def close_item(database: Database, asked: Asked, item: int, closing: Closing) -> Answer:
    """Keep what came of an item, with its promises, and go on to the next. The first wins, the second is told.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, NOT_STARTED; NO_DECISION, nothing says what was decided; a text is
            identifying; OLD_WINDOW, the promises are not those that were shown.
    """
    decided, promises = closing.decided.strip(), closing.promises.strip()
    passed = gate({"decided": decided, "promises": promises}, reason=closing.confirm_reason)

    def act(uow: UnitOfWork) -> Answer:
        found = uow.meetings.item(item)
        seat = head_of(uow, asked, found.meeting if found else 0)
        found = uow.meetings.item(item)  # as it is under the meeting's lock
        if found is None or seat.meeting.phase is not Phase.STARTED:
            raise Refused(Why.NOT_STARTED)
        closed = rules.close(found, closing.outcome, seat.person.id, seat.now)
        if closed is None:
            return seat.faster("closed", found.closed_by, found.closed_at)
        if closing.outcome is Outcome.DECIDED and not (decided or promises or closing.lead or closing.way):
            raise Refused(Why.NO_DECISION, field="decided")
        reading = _reading(seat, found, closing)
        if not reading.is_understood or reading.mark != closing.shown:
            raise Refused(Why.OLD_WINDOW, field="promises")
        if closing.present is not None:
            note_present(seat, closing.present)
        _keep(seat, closed, Decided(words=decided, lead=closing.lead, way=closing.way, passed=passed), reading)
        return seat.met("closed", item)

    return once(database, asked, act)


def _keep(seat: Seat, item: Item, decided: Decided, reading: Reading) -> None:
    text = _about_problem(seat, item, decided) if item.problem is not None else _about_none(seat, decided)
    seat.uow.meetings.save_item(replace(item, decided=text))
    for line in sorted(reading.lines, key=lambda each: each.problem.id if each.problem else 0):
        _note(seat, item, line)
    meeting = replace(seat.meeting, item_since=seat.now)
    seat.uow.meetings.save(meeting)
    seat.room(meeting).refresh()


def _about_none(seat: Seat, decided: Decided) -> int | None:
    """Words about no problem belong to the meeting."""
    if decided.passed.reason:
        seat.uow.meetings.write(seat.meeting, decided.passed.reason, seat.now)
    return seat.uow.meetings.write(seat.meeting, decided.words, seat.now) if decided.words else None


def _case(seat: Seat, problem: Problem) -> Case:
    return open_case(seat.uow, seat.asked, problem.reference)


def _about_problem(seat: Seat, item: Item, decided: Decided) -> int | None:
    """What was decided happens to the problem; its words stand in the history, and a lead who was not invited hears."""
    case = _case(seat, seat.uow.problems.by_id(item.problem or 0))
    if item.outcome is Outcome.DECIDED:
        words = decided.words or seat.committee.name.in_(seat.community.settings.language)
        case = settle(seat, case, item, replace(decided, words=words))
    if not decided.words:
        return None
    text = case.write(TextKind.DECIDED, decided.words, NOTHING if decided.lead else decided.passed)
    if item.outcome is Outcome.DECIDED:
        telling = case.happened(Happened.DECIDED, text=text, details=details_of(seat))
        outside = [each for each in case.in_charge() if each is not None and not sits(each, seat.committee)]
        case.tell(telling.told(*outside))
    return text


def details_of(seat: Seat, *more: str) -> tuple[str, ...]:
    """The facts of a committee's decision in a history."""
    name = seat.committee.name
    return (str(seat.meeting.id), name.fr, name.en, *more)


def _note(seat: Seat, item: Item, line: PromiseLine) -> None:
    if line.problem is None or line.owner is None or line.due is None:
        return
    offer = Offer(what=line.what, owner=line.owner, due=line.due, zone=line.zone)
    made = note_offer(_case(seat, line.problem), offer, NOTHING)
    seat.uow.meetings.noted(item, made.id)
