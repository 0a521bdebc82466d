"""What somebody types to the bot: under a problem it answers it; elsewhere it is offered as a report. Never silence."""

from dataclasses import dataclass

from sc_bot.domain.answers import Answer, Changed, Heard
from sc_bot.domain.events import Happened, TextKind
from sc_bot.domain.notices import Notice, OfferReport, Posting, SorryNote
from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.refusals import Refused, Why
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
        why, kinds = refused.why.value, refused.details
        return once(database, asked, lambda uow: _sorry(uow, asked, why, kinds))


def _heard(uow: UnitOfWork, asked: Asked, text: str, passed: Passed, where: Spoken) -> Answer:
    found = uow.outbox.find(asked.workspace, where.channel, where.thread) if where.thread else None
    if found is None or found[1] is None or not text:
        member_of(uow, asked)
        return _tell(uow, asked, OfferReport(where.ts), f"offer:{asked.request}")
    case = open_case(uow, asked, uow.problems.by_id(found[1]).reference)
    if case.person.id == case.problem.reporter:
        return _from_author(case, text, passed)
    if may(case.person, Verb.ASK, case.problem, case.community):
        return _to_author(case, text, passed)
    return _sorry(uow, asked, Why.NOT_YOURS.value, ())


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


def _sorry(uow: UnitOfWork, asked: Asked, why: str, kinds: tuple[str, ...]) -> Answer:
    member_of(uow, asked)
    return _tell(uow, asked, SorryNote(why, kinds), f"sorry:{asked.request}")


def _tell(uow: UnitOfWork, asked: Asked, notice: Notice, key: str) -> Answer:
    posting = Posting(notice=notice, to=asked.slack_id, key=key, due_at=asked.now)
    uow.outbox.post(asked.workspace, None, [posting])
    return Heard()
