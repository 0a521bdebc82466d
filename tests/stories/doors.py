"""Every door through which words come in: the use case and its field, and how it is gone through with a text."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from sc_bot.domain.answers import Answer
from sc_bot.domain.deadlocks import Way
from sc_bot.domain.due import Due
from sc_bot.domain.meeting_promises import Reading
from sc_bot.domain.meetings import Outcome
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.ports import Database
from sc_bot.usecases import charter
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments import changing, making, providing
from sc_bot.usecases.commitments.changing import Need, NewDate
from sc_bot.usecases.commitments.making import Promise
from sc_bot.usecases.cycles import archiving, reviewing
from sc_bot.usecases.deadlocks import ending
from sc_bot.usecases.deadlocks.ending import Ending
from sc_bot.usecases.decisions import answering as deciding
from sc_bot.usecases.decisions import asking
from sc_bot.usecases.decisions.asking import Request as Question
from sc_bot.usecases.joining import splitting
from sc_bot.usecases.joint_changes import beginning, saying, stopping
from sc_bot.usecases.joint_changes import taking as part_taking
from sc_bot.usecases.joint_changes.beginning import Plan
from sc_bot.usecases.joint_changes.taking import Own
from sc_bot.usecases.keeping import officer
from sc_bot.usecases.keeping.officer import Said
from sc_bot.usecases.lessons import asking as asking_lessons
from sc_bot.usecases.lessons import taking as taking_lessons
from sc_bot.usecases.lessons import writing
from sc_bot.usecases.lessons.asking import Practice
from sc_bot.usecases.lessons.writing import Draft
from sc_bot.usecases.meetings import closing, minutes, preparing
from sc_bot.usecases.meetings.closing import Closing as ItemClosing
from sc_bot.usecases.meetings.preparing import Topic
from sc_bot.usecases.participations import answering, inviting
from sc_bot.usecases.participations.inviting import Request
from sc_bot.usecases.problems import author, director, facilitator, report
from sc_bot.usecases.problems.director import Close, Return
from sc_bot.usecases.problems.report import Report
from sc_bot.usecases.tryouts import proposing, trying
from sc_bot.usecases.tryouts.proposing import Proposal
from sc_bot.usecases.tryouts.trying import Start
from sc_bot.usecases.wordings import agreeing

ASKED = Asked(workspace="T1", slack_id="U1", request="1.1", now=datetime(2026, 11, 19, 15, 30, tzinfo=UTC))
DUE = Due(date(2026, 12, 4))


def _plan(what: str, back: str, why: str | None) -> Plan:
    return Plan(what=what, back=back, institutions=("HSF", "GTV"), day=DUE.day, zone="UTC", confirm_reason=why)


Door = Callable[[Database, str, str | None], Answer | Reading]

FIELDS = ("context", "change", "result", "conditions")


def _writes(write: Callable[[Database, Asked, str, Draft], Answer], field: str) -> Door:
    """A lesson whose one field holds the text."""

    def door(db: Database, text: str, why: str | None) -> Answer:
        return write(db, ASKED, "L-1", Draft(**{**dict.fromkeys(FIELDS, "ok"), field: text}, confirm_reason=why))

    return door


def _records(field: str) -> Door:
    """An incident whose one field holds the text."""

    def door(db: Database, text: str, why: str | None) -> Answer:
        words = {**dict.fromkeys(("what", "kinds", "measures"), "ok"), field: text}
        said = Said(None, words["what"], words["kinds"], "", "none", words["measures"], confirm_reason=why)
        return officer.record_incident(db, ASKED, 1, said)

    return door


DOORS: dict[tuple[str, str], Door] = {
    ("report_problem", "description"): lambda db, text, why: report.report_problem(
        db, ASKED, Report(description=text, confirm_reason=why)
    ),
    ("report_problem", "suggestion"): lambda db, text, why: report.report_problem(
        db, ASKED, Report(description="ok", suggestion=text, confirm_reason=why)
    ),
    ("report_problem", "on_behalf"): lambda db, text, why: report.report_problem(
        db, ASKED, Report(description="ok", on_behalf=text, confirm_reason=why)
    ),
    ("add_details", "details"): lambda db, text, why: author.add_details(db, ASKED, "ONC-1", text, why),
    ("answer_question", "answer"): lambda db, text, why: author.answer_question(db, ASKED, "ONC-1", text, why),
    ("verify_problem", "answer"): lambda db, text, why: author.verify_problem(
        db, ASKED, "ONC-1", Verdict.NO, text, why
    ),
    ("return_problem", "reason"): lambda db, text, why: director.return_problem(
        db, ASKED, "ONC-1", Return(reason=text, confirm_reason=why)
    ),
    ("ask_author", "question"): lambda db, text, why: director.ask_author(db, ASKED, "ONC-1", text, why),
    ("update_problem", "note"): lambda db, text, why: director.update_problem(
        db, ASKED, "ONC-1", text, internal=True, confirm=why
    ),
    ("title_problem", "title"): lambda db, text, why: director.title_problem(db, ASKED, "ONC-1", text, why),
    ("close_problem", "reason"): lambda db, text, why: director.close_problem(
        db, ASKED, "ONC-1", Close(closing=Closing.SOLVED, reason=text, confirm_reason=why)
    ),
    ("reroute_problem", "reason"): lambda db, text, why: facilitator.reroute_problem(
        db, ASKED, "ONC-1", "CVE", text, why
    ),
    ("escalate_problem", "reason"): lambda db, text, why: author.escalate_problem(db, ASKED, "ONC-1", text, why),
    ("quote_author", "quote"): lambda db, text, why: author.quote_author(db, ASKED, "ONC-1", text, why),
    ("make_commitment", "what"): lambda db, text, why: making.make_commitment(
        db, ASKED, "ONC-1", Promise(what=text, due=DUE, zone="UTC", confirm_reason=why)
    ),
    ("make_commitment", "expected"): lambda db, text, why: making.make_commitment(
        db, ASKED, "ONC-1", Promise(what="ok", expected=text, due=DUE, zone="UTC", confirm_reason=why)
    ),
    ("keep_commitment", "evidence"): lambda db, text, why: changing.keep_commitment(db, ASKED, "ONC-1.1", text, why),
    ("redate_commitment", "reason"): lambda db, text, why: changing.redate_commitment(
        db, ASKED, "ONC-1.1", NewDate(due=DUE, zone="UTC", reason=text, confirm_reason=why)
    ),
    ("block_commitment", "needs"): lambda db, text, why: changing.block_commitment(
        db, ASKED, "ONC-1.1", Need(needs=text, confirm_reason=why)
    ),
    ("decline_commitment", "reason"): lambda db, text, why: changing.decline_commitment(
        db, ASKED, "ONC-1.1", text, why
    ),
    ("cancel_commitment", "reason"): lambda db, text, why: changing.cancel_commitment(db, ASKED, "ONC-1.1", text, why),
    ("provide_need", "evidence"): lambda db, text, why: providing.provide_need(db, ASKED, "ONC-1.1", text, why),
    ("withhold_need", "reason"): lambda db, text, why: providing.withhold_need(db, ASKED, "ONC-1.1", text, why),
    ("ask_contribution", "what"): lambda db, text, why: inviting.ask_contribution(
        db, ASKED, "ONC-1", Request(institution="GTV", what=text, confirm_reason=why)
    ),
    ("decline_contribution", "reason"): lambda db, text, why: answering.decline_contribution(
        db, ASKED, "ONC-1", "GTV", text, why
    ),
    ("ask_decision", "question"): lambda db, text, why: asking.ask_decision(
        db, ASKED, "ONC-1", Question(question=text, otherwise="ok", due=DUE, zone="UTC", of=("A",), confirm_reason=why)
    ),
    ("ask_decision", "otherwise"): lambda db, text, why: asking.ask_decision(
        db, ASKED, "ONC-1", Question(question="ok", otherwise=text, due=DUE, zone="UTC", of=("A",), confirm_reason=why)
    ),
    ("begin_change", "what"): lambda db, text, why: beginning.begin_change(db, ASKED, "ONC-1", _plan(text, "ok", why)),
    ("begin_change", "back"): lambda db, text, why: beginning.begin_change(db, ASKED, "ONC-1", _plan("ok", text, why)),
    ("take_part", "what"): lambda db, text, why: part_taking.take_part(
        db, ASKED, "ONC-1+1 HSF 1", Own(what=text, confirm_reason=why)
    ),
    ("decline_part", "reason"): lambda db, text, why: part_taking.decline_part(db, ASKED, "ONC-1+1 HSF 1", text, why),
    ("say_needs", "needs"): lambda db, text, why: saying.say_needs(db, ASKED, "ONC-1+1 HSF 1", text, why),
    ("propose_date", "reason"): lambda db, text, why: saying.propose_date(
        db, ASKED, "ONC-1+1 HSF 1", DUE.day, text, why
    ),
    ("write_back", "back"): lambda db, text, why: saying.write_back(db, ASKED, "ONC-1+1", text, why),
    ("roll_back", "reason"): lambda db, text, why: stopping.roll_back(db, ASKED, "ONC-1+1", text, why),
    ("abandon_change", "reason"): lambda db, text, why: stopping.abandon_change(db, ASKED, "ONC-1+1", text, why),
    ("end_deadlock", "words"): lambda db, text, why: ending.end_deadlock(
        db, ASKED, "ONC-1", Ending(way=Way.WE_WILL_NOT, words=text, confirm_reason=why)
    ),
    ("split_problem", "text"): lambda db, text, why: splitting.split_problem(
        db, ASKED, "ONC-1", splitting.SplitOff(text=text, confirm_reason=why)
    ),
    ("say_no", "reason"): lambda db, text, why: deciding.say_no(db, ASKED, "ONC-1/1", text, why),
    ("propose_solution", "what"): lambda db, text, why: proposing.propose_solution(
        db, ASKED, "ONC-1", Proposal(what=text, confirm_reason=why)
    ),
    ("start_tryout", "where"): lambda db, text, why: trying.start_tryout(
        db, ASKED, "ONC-1?1", Start(where=text, until=DUE, zone="UTC", confirm_reason=why)
    ),
    ("decline_tryout", "reason"): lambda db, text, why: trying.decline_tryout(db, ASKED, "ONC-1?1", text, why),
    ("conclude_tryout", "said"): lambda db, text, why: trying.conclude_tryout(db, ASKED, "ONC-1?1", "works", text, why),
    ("propose_wording", "wording"): lambda db, text, why: agreeing.propose_wording(db, ASKED, "ONC-1 0", text, why),
    ("add_item", "topic"): lambda db, text, why: preparing.add_item(
        db, ASKED, 1, Topic(topic=text, confirm_reason=why)
    ),
    ("close_item", "decided"): lambda db, text, why: closing.close_item(
        db, ASKED, 1, ItemClosing(outcome=Outcome.DECIDED, decided=text, confirm_reason=why)
    ),
    ("close_item", "promises"): lambda db, text, why: closing.close_item(
        db, ASKED, 1, ItemClosing(outcome=Outcome.DECIDED, promises=text, confirm_reason=why)
    ),
    ("read_promises", "promises"): lambda db, text, why: closing.read_promises(
        db, ASKED, 1, ItemClosing(outcome=Outcome.DECIDED, promises=text, confirm_reason=why)
    ),
    ("correct_minutes", "text_1"): lambda db, text, why: minutes.correct_minutes(db, ASKED, 1, {1: text}, why),
    ("adapt_charter", "fr"): lambda db, text, why: charter.adapt_charter(
        db, ASKED, 1, charter.Wording(after=1, fr=text, en="ok", confirm_reason=why)
    ),
    ("adapt_charter", "en"): lambda db, text, why: charter.adapt_charter(
        db, ASKED, 1, charter.Wording(after=1, fr="ok", en=text, confirm_reason=why)
    ),
    ("hold_review", "summary"): lambda db, text, why: reviewing.hold_review(db, ASKED, (1, 1), text, why),
    ("archive_community", "where_to_go"): lambda db, text, why: archiving.archive_community(db, ASKED, 1, text, why),
    ("assign_lead", "reason"): lambda db, text, why: facilitator.assign_lead(db, ASKED, "ONC-1", "CVE", text, why),
    ("note_practice", "what"): lambda db, text, why: asking_lessons.note_practice(
        db, ASKED, Practice(what=text, confirm_reason=why)
    ),
    ("note_practice", "where"): lambda db, text, why: asking_lessons.note_practice(
        db, ASKED, Practice(what="ok", where=text, confirm_reason=why)
    ),
    ("note_practice", "since"): lambda db, text, why: asking_lessons.note_practice(
        db, ASKED, Practice(what="ok", since=text, confirm_reason=why)
    ),
    **{("record_incident", field): _records(field) for field in ("what", "kinds", "measures")},
    **{("draft_lesson", field): _writes(writing.draft_lesson, field) for field in FIELDS},
    **{("correct_lesson", field): _writes(writing.correct_lesson, field) for field in FIELDS},
    ("send_back_lesson", "missing"): lambda db, text, why: writing.send_back_lesson(db, ASKED, "L-1", text, why),
    ("adapt_lesson", "how"): lambda db, text, why: taking_lessons.adapt_lesson(db, ASKED, "L-1 GTV", text, why),
    ("decline_lesson", "reason"): lambda db, text, why: taking_lessons.decline_lesson(db, ASKED, "L-1 GTV", text, why),
    ("in_place_lesson", "result"): lambda db, text, why: taking_lessons.in_place_lesson(
        db, ASKED, "L-1 GTV", text, why
    ),
    ("give_up_lesson", "reason"): lambda db, text, why: taking_lessons.give_up_lesson(db, ASKED, "L-1 GTV", text, why),
}
