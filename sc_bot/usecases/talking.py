"""What somebody types to the bot: under a problem it answers it; elsewhere it is offered as a report. Never silence."""

from dataclasses import dataclass, replace

from sc_bot.domain.answers import Answer, Changed, Heard
from sc_bot.domain.events import Happened
from sc_bot.domain.notices import Notice, OfferReport, Posting, SorryNote
from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of, once
from sc_bot.usecases.gate import Passed, gate
from sc_bot.usecases.problems.changing import Case, open_case


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where words were typed: the direct message, the message itself, and the one it is under."""

    channel: str
    ts: str
    thread: str | None = None


def hear(database: Database, asked: Asked, text: str, where: Spoken) -> Answer:
    """Take words typed to the bot. What identifies a patient is not kept; the person is told.

    Raises:
        NotAvailable: not stored; Slack sends it again.
    """
    try:
        passed = gate({"text": text})
        return once(database, asked, lambda uow: _heard(uow, asked, text.strip(), passed, where))
    except Refused as refused:
        kinds = () if refused.why is Why.ARCHIVED else refused.details  # no words in a message that waits
        sorry = SorryNote(refused.why.value, kinds)
        return once(database, asked, lambda uow: _sorry(uow, asked, sorry, where))


def _heard(uow: UnitOfWork, asked: Asked, text: str, passed: Passed, where: Spoken) -> Answer:
    problem = _problem_above(uow, asked, where)
    if problem is None or not text:
        member_of(uow, asked)
        return _tell(uow, asked, OfferReport(where.ts), f"offer:{asked.request}")
    case = open_case(uow, asked, problem.reference)
    if case.person.id == case.problem.reporter:
        return _from_author(case, text, passed)
    if may(case.person, Verb.ASK, case.problem, case.community):
        return _to_author(case, text, passed)
    return _sorry(uow, asked, SorryNote(Why.NOT_YOURS.value), where)


def _from_author(case: Case, text: str, passed: Passed) -> Changed:
    words = case.write(TextKind.ANSWER, text, passed)
    telling = case.happened(Happened.ANSWERED, text=words)
    case.tell(telling.told(*case.in_charge(), case.asker()))
    return case.done(Verb.ANSWER)


def _to_author(case: Case, text: str, passed: Passed) -> Changed:
    words = case.write(TextKind.QUESTION, text, passed)
    telling = case.happened(Happened.ASKED, text=words)
    case.tell(telling.told(author=case.author(), asks=True))
    return case.done(Verb.ASK)


def _problem_above(uow: UnitOfWork, asked: Asked, where: Spoken) -> Problem | None:
    """The problem of the message under which this was typed."""
    found = uow.outbox.find(asked.workspace, where.channel, where.thread) if where.thread else None
    return uow.problems.by_id(found[1]) if found is not None and found[1] is not None else None


def _sorry(uow: UnitOfWork, asked: Asked, note: SorryNote, where: Spoken) -> Answer:
    """Say why it was not kept; what identifies somebody can be written again, or confirmed, in a window."""
    if note.why == Why.NOT_LISTED.value:
        _tell(uow, asked, note, f"sorry:{asked.request}")
        return Heard(by_a_stranger=True)
    member = member_of(uow, asked)
    if note.why in _MENDABLE:
        problem = _problem_above(uow, asked, where)
        if problem is None:
            note = replace(note, action="problem.report_typed", value=where.ts)
        else:
            is_author = member.person.id == problem.reporter
            note = replace(note, action="problem.answer" if is_author else "problem.ask", value=problem.reference)
    return _tell(uow, asked, note, f"sorry:{asked.request}")


_MENDABLE = frozenset({Why.IDENTIFYING.value, Why.MAYBE_IDENTIFYING.value})


def _tell(uow: UnitOfWork, asked: Asked, notice: Notice, key: str) -> Answer:
    posting = Posting(notice=notice, to=asked.slack_id, key=key, due_at=asked.now)
    uow.outbox.post(asked.workspace, None, [posting])
    return Heard()
