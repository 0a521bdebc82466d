"""A general manager answers: agreed, no because, to discuss. Each answer is told, and may be changed until the day."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain import decisions as rules
from sc_bot.domain.addresses import address_of
from sc_bot.domain.answers import Answer, DecisionAnswered
from sc_bot.domain.community import Person
from sc_bot.domain.decisions import Decision, Reply, Said
from sc_bot.domain.events import IN_NAME, Happened
from sc_bot.domain.notices import DecisionCard, Posting
from sc_bot.domain.references import Mark, split_reference, whose_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.followups.owing import living
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.lists import digest_key
from sc_bot.usecases.problems.changing import Case, open_case

NOTHING = Passed()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What somebody answers, before it is stored."""

    reply: Reply
    words: str = ""
    passed: Passed = NOTHING


def agree(database: Database, asked: Asked, reference: str) -> Answer:
    """They agree.

    Raises:
        Refused: it is not asked of them, or takes no more answers.
    """
    return _answer(database, asked, reference, _Answer(Reply.AGREE))


def discuss(database: Database, asked: Asked, reference: str) -> Answer:
    """They want to discuss it when the general managers next meet.

    Raises:
        Refused: as above.
    """
    return _answer(database, asked, reference, _Answer(Reply.DISCUSS))


def say_no(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """They do not agree, and say why.

    Raises:
        Refused: no reason, or an identifying one; as above.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)
    return _answer(database, asked, reference, _Answer(Reply.NO, words, passed))


def _answer(database: Database, asked: Asked, reference: str, given: _Answer) -> Answer:
    def act(uow: UnitOfWork) -> Answer:
        case, decision, manager = open_decision(uow, asked, reference)
        if not case.problem.is_open:
            return case.faster()
        must_take_answers(case, decision)
        return _kept(case, decision, manager, given)

    return once(database, asked, act)


def open_decision(
    uow: UnitOfWork, asked: Asked, reference: str, *, to_change: bool = True
) -> tuple[Case, Decision, Person]:
    """A request, its problem, locked if it is to change, and the general manager whose answer this person gives.

    Raises:
        Refused: there is none, they may not know of the problem, or it is not theirs to answer.
    """
    reference, whose = whose_of(reference)
    split = split_reference(reference, Mark.DECISION)
    case = open_case(uow, asked, split[0], to_change=to_change) if split else None
    found = uow.decisions.get(case.problem, split[1]) if case and split else None
    if case is None or found is None:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    manager = rules.answers_as(found, case.problem, case.community, case.person, whose)
    if manager is None:
        raise Refused(Why.NOT_YOURS)
    return case, found, manager


def must_take_answers(case: Case, decision: Decision) -> None:
    """Stale is told, not applied.

    Raises:
        Refused: DECISION_OVER, its day has passed or another question followed it.
    """
    if not rules.takes_answers(decision, case.problem, case.now):
        raise Refused(Why.DECISION_OVER, details=(decision.reference,))


def _kept(case: Case, decision: Decision, manager: Person, given: _Answer) -> DecisionAnswered:
    """The same answer again changes nothing, and is confirmed again."""
    meeting = rules.next_meeting(case.community, case.now) if given.reply is Reply.DISCUSS else None
    said = Said(person=manager.id, reply=given.reply, meeting=meeting, at=case.now)
    told = [each for each in _told(case, decision) if each.id != case.person.id]
    if rules.answered(decision, said) is not None:
        reason = case.write(TextKind.REASON, given.words, given.passed) if given.words else None
        said = Said(person=said.person, reply=said.reply, reason=reason, meeting=meeting, at=case.now)
        _keep(case, decision, manager, said, told)
    return DecisionAnswered(
        reference=decision.reference,
        problem=decision.problem,
        community=decision.community,
        reply=given.reply.value,
        due=str(decision.due),
        zone=decision.zone,
        meeting=_iso(meeting),
        told=tuple(each.id for each in told),
    )


def _keep(case: Case, decision: Decision, manager: Person, said: Said, told: list[Person]) -> None:
    after = rules.answered(decision, said) or decision
    case.uow.decisions.save(after)
    now = rules.standing(after, case.problem, case.community, case.now)
    reply = said.reply.value if said.reply else ""
    is_own = manager.id == case.person.id
    when = tuple(filter(None, (_iso(said.meeting),))) if is_own else (_iso(said.meeting), IN_NAME)
    details = (str(decision.number), reply, now.value, *when)
    home = None if is_own else manager.institution
    telling = case.happened(Happened.DECISION_ANSWERED, text=said.reason, details=details, institution=home)
    case.tell(telling.told(*told))
    if is_own:
        _show_in_digest(case)
    else:
        case.tell([_recorded(case, decision, manager, telling.event)])


def _recorded(case: Case, decision: Decision, manager: Person, event: int) -> Posting:
    """Whose answer it is reads at once what was recorded in their name: a mistake is known."""
    to = address_of(case.member.place.id, manager)
    key = f"decision:{decision.id}:{manager.id}:{event}"
    return Posting(notice=DecisionCard(decision.problem, decision.id), to=to, key=key, due_at=case.now)


def _show_in_digest(case: Case) -> None:
    """The digest in which it is asked, if it stands, shows the answer."""
    place = case.member.place
    week = case.uow.digests.last(place).get(case.person.id)
    if week is not None:
        case.uow.outbox.show_anew(place.workspace, digest_key(place, case.person, week), case.now)


def _told(case: Case, decision: Decision) -> tuple[Person, ...]:
    """Who asked, and who leads; once each."""
    asker = living(case.uow, case.member.place, decision.asked_by)
    people = [each for each in (asker, *case.in_charge()) if each is not None]
    return tuple({each.id: each for each in people}.values())


def _iso(meeting: datetime | None) -> str:
    return meeting.isoformat(timespec="minutes") if meeting else ""
