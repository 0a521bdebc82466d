"""Asking for a decision: one question, of whom, by when, and what happens otherwise."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain import decisions as rules
from sc_bot.domain.addresses import address_of, reads_only
from sc_bot.domain.answerable import directs, facilitates, facilitators
from sc_bot.domain.answers import Answer, DecisionAsked, Faster
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.decisions import Behalf, Decision, Said
from sc_bot.domain.digests import ONE_WEEK, digest_of, latest_week, moment_of
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.notices import DecisionCard, Posting
from sc_bot.domain.permissions import Verb, owes_answer
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import may_promise, promises_for
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.deciding import plan_decision
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.reading import overtaken
from sc_bot.usecases.telling import reading_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked. `due` was shown to the asker and confirmed; `of` are people of the community file."""

    question: str
    otherwise: str
    due: Due
    zone: str
    of: tuple[str, ...]
    confirm_reason: str | None = None


def ask_decision(database: Database, asked: Asked, reference: str, request: Request) -> Answer:
    """Ask general managers to decide; they read it in their digest, or at once if its day comes before that.

    Raises:
        Refused: a text is missing or identifying; nobody is asked, or somebody who cannot be; the problem is
            restricted; NOT_YOURS.
    """
    question, otherwise = required(request.question, "question"), required(request.otherwise, "otherwise")
    passed = gate({"question": question, "otherwise": otherwise}, reason=request.confirm_reason)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        before = case.uow.decisions.of(case.problem.id)
        under_way = rules.running(before, case.problem, case.community, case.now)
        if under_way is not None:
            return asked_already(case, under_way)
        for each in before:  # settled, and followed by another question: answers to it are no longer changed
            _end(case, each)
        return _asked(case, request, (question, otherwise), passed)

    return change(database, asked, reference, Verb.ASK_DECISION, act)


def asked_already(case: Case, decision: Decision) -> Faster:
    """Somebody asked first; one question at a time."""
    first = overtaken(case.uow, case.problem, lambda step: step.kind is Happened.DECISION_ASKED)
    now = rules.standing(decision, case.problem, case.community, case.now)
    return replace(first, decision=now.value, own=first.by == case.person.id)


def _end(case: Case, decision: Decision) -> None:
    ended = rules.end(decision, case.now)
    if ended is not None:
        case.uow.decisions.save(ended)
        plan_decision(case.uow, case.member.place, case.problem, ended)


def _asked(case: Case, request: Request, words: tuple[str, str], passed: Passed) -> DecisionAsked:
    people = _people(case, request)
    behalf = _behalf(case.person, case.problem, case.community)
    question, otherwise = words
    text = case.write(TextKind.DECISION, question, passed)
    made = case.uow.decisions.add(
        case.problem,
        Decision(
            id=0,
            workspace=case.problem.workspace,
            community=case.problem.community,
            problem=case.problem.id,
            number=0,
            reference="",
            question=text,
            otherwise=case.write(TextKind.OTHERWISE, otherwise, Passed()),
            asked_by=case.person.id,
            behalf=behalf,
            institution=_institution(case, behalf),
            due=request.due,
            zone=request.zone,
            made_at=case.now,
            said=tuple(Said(person=each.id) for each in people),
        ),
    )
    case.happened(Happened.DECISION_ASKED, text=text, details=(str(made.number), str(made.due)))
    had = case.uow.digests.last(case.member.place)
    urgent = [each for each in people if made.deadline <= next_digest(case.community, each, case.now, had.get(each.id))]
    case.tell([_card(case, made, each) for each in urgent if each.id != case.person.id])
    case.tell(_for_who_only_reads(case, made, people))
    plan_decision(case.uow, case.member.place, case.problem, made)
    return DecisionAsked(
        reference=made.reference,
        problem=made.problem,
        community=made.community,
        due=str(made.due),
        zone=made.zone,
        people=tuple(each.id for each in people),
        at_once=tuple(each.id for each in urgent),
    )


def _people(case: Case, request: Request) -> list[Person]:
    """Those who are asked.

    Raises:
        Refused: nobody; or one of them is no general manager, or may not know of the problem, and it is not said which.
    """
    able = {each.id: each for each in rules.managers(case.problem, case.community)}
    if case.problem.restricted or not request.of:
        raise Refused(Why.CANNOT_DECIDE if case.problem.restricted else Why.NOBODY_ASKED, field="asked")
    if not able.keys() >= set(request.of):
        raise Refused(Why.CANNOT_DECIDE, field="asked")
    return [able[each] for each in dict.fromkeys(request.of)]


def _behalf(person: Person, problem: Problem, community: Community) -> Behalf:
    """In whose name: first a managing director's institution, then the facilitation, then the committee."""
    speaks_for = may_promise(person, problem, community) or owes_answer(person, problem, community)
    if speaks_for and Role.MANAGING_DIRECTOR in person.roles:
        return Behalf.INSTITUTION
    if facilitates(person, community):
        return Behalf.FACILITATION
    return Behalf.COMMITTEE if Role.SUPPORT_COMMITTEE in person.roles else Behalf.INSTITUTION


def _institution(case: Case, behalf: Behalf) -> str | None:
    if behalf is not Behalf.INSTITUTION:
        return None
    if directs(case.person, case.community, case.problem.owes, case.problem):
        return case.problem.owes
    return promises_for(case.person, case.problem, case.community) or None


def _for_who_only_reads(case: Case, decision: Decision, people: list[Person]) -> list[Posting]:
    """The facilitator has a card for each manager who is not in Slack, to record what they answer."""
    head = next(iter(facilitators(case.community)), None)
    if head is None:
        return []
    due_at = reading_time(case.community, head, case.now)
    return [
        Posting(
            notice=DecisionCard(decision.problem, decision.id, whose=each.id),
            to=head.slack_id or "",
            key=f"decision:{decision.id}:{each.id}:in_name",
            due_at=due_at,
            surface=True,
        )
        for each in people
        if reads_only(each)
    ]


def _card(case: Case, decision: Decision, person: Person) -> Posting:
    return Posting(
        notice=DecisionCard(decision.problem, decision.id),
        to=address_of(case.member.place.id, person),
        key=f"decision:{decision.id}:{person.id}",
        due_at=reading_time(case.community, person, case.now),
        surface=True,
    )


def next_digest(community: Community, person: Person, now: datetime, had: date | None = None) -> datetime:
    """When somebody's next weekly digest comes; `had`: their last one's week, later than the day they chose since."""
    calendar, habit = calendar_of(community, person), digest_of(community, person)
    latest = latest_week(now, habit, calendar)
    return moment_of(max(latest, had or latest) + ONE_WEEK, habit, calendar)
