"""Report a problem: stored, routed and answered in one unit of work."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sc_bot.calendar import working_calendar
from sc_bot.domain.access import Given, Hurdle, Moment, details_of, read_given
from sc_bot.domain.addresses import address_of
from sc_bot.domain.answerable import answering, facilitators, stood_in_for
from sc_bot.domain.answers import Answer, Identifying, Recorded
from sc_bot.domain.common_answers import WhichCommunity
from sc_bot.domain.community import Community, Person
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.learning import suggested
from sc_bot.domain.notices import AskHome, Posting, Welcome
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.routing import ReasonKind, Route, route
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_reporting, once
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.behalf import author_for, keep_who_typed
from sc_bot.usecases.telling import Telling

_ON_FIELDS = frozenset({Why.IDENTIFYING, Why.MAYBE_IDENTIFYING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as it was typed; everything but the description may be left out.

    `community` is the one for which it is, where whoever reports takes part in several.
    """

    description: str
    community: int | None = None
    institution: str | None = None
    continuum: str | None = None
    severity: Severity = Severity.DELAY
    concerned: tuple[str, ...] = ()
    noticed_by_clients: bool = False
    unresolvable: bool = False
    suggestion: str | None = None
    on_behalf: str | None = None
    for_whom: str | None = None
    """The person of the community who is the author, where a colleague types."""
    show_name: bool | None = None
    keep_director_out: bool = False
    access: Given | None = None
    confirm_reason: str | None = None


def report_in_one_line(database: Database, asked: Asked, text: str) -> Answer:
    """Capture `/problem text`; identifying detail is answered, not refused: a window opens on it.

    So is the question for which of several communities it is.

    Raises:
        Refused: empty, too long, or no community; nothing was stored.
    """
    try:
        return report_problem(database, asked, Report(description=text))
    except Refused as refused:
        if refused.why is Why.WHICH_COMMUNITY:
            return WhichCommunity()
        if refused.why not in _ON_FIELDS:
            raise
        return Identifying(kinds=refused.details, blocks=refused.why is Why.IDENTIFYING)


def report_problem(database: Database, asked: Asked, report: Report) -> Answer:
    """Store a report, find who has it, and tell them.

    Raises:
        Refused: a field is empty, too long or identifies somebody; an institution or continuum is unknown; the measure
            of access is no number; NOT_COLLEAGUE.
    """
    measure = read_given(report.access)
    description = required(report.description, "description")
    passed = gate(
        {"description": description, "suggestion": report.suggestion, "on_behalf": report.on_behalf},
        reason=report.confirm_reason,
    )
    return once(database, asked, lambda uow: _record(uow, asked, report, passed, measure))


def _record(
    uow: UnitOfWork, asked: Asked, report: Report, passed: Passed, measure: tuple[Hurdle, Decimal] | None
) -> Answer:
    member = member_reporting(uow, asked, report.community)
    _check(report, member.place.community)
    author = author_for(uow, member, report.for_whom)
    way = route(
        report.description,
        community=member.place.community,
        reporter_institution=author.institution,
        chosen_institution=report.institution,
        chosen_continuum=report.continuum,
        learned=suggested(report.description, member.place.learned, member.place.community),
    )
    draft = _problem(asked, replace(member, person=author), report, way)
    problem = uow.problems.add(draft, way.continuum or member.place.community.settings.code)
    event = _keep(uow, asked, problem, report, passed)
    keep_who_typed(uow, asked, problem, member.person)
    if measure is not None:
        details = details_of(Moment.BEFORE, *measure)
        step = Event(problem=problem.id, kind=Happened.MEASURED, at=asked.now, actor=None, details=details)
        uow.history.add(problem, step)
    telling = Telling(member.place, problem, event, asked.slack_id, asked.now)
    own = [telling.author_card(address_of(member.place.id, author))]
    own += _first_words(asked, member, problem) if author is member.person else []
    uow.outbox.post(asked.workspace, problem.id, [*own, *telling.cards()])
    return replace(_recorded(telling, way), for_another=author is not member.person)


def _check(report: Report, community: Community) -> None:
    for institution in (report.institution, *report.concerned):
        if institution is not None and community.institution(institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
    if report.continuum is not None and community.continuum(report.continuum) is None:
        raise Refused(Why.UNKNOWN_CONTINUUM, field="continuum")


def _problem(asked: Asked, member: Member, report: Report, way: Route) -> Problem:
    community, person = member.place.community, member.person
    asked_to_show = report.show_name if report.show_name is not None else community.policies.show_author_by_default
    # Keeping out wins: it can be undone, being seen cannot. Nor does a colleague show a name that is not theirs.
    shown = asked_to_show and not report.keep_director_out and not report.for_whom
    return Problem(
        id=0,
        workspace=asked.workspace,
        community=member.place.id,
        reference="",
        state=State.ROUTED if way.institution else State.REPORTED,
        continuum=way.continuum,
        institution=way.institution,
        owes=way.institution,
        because=because(way, community),
        severity=report.severity,
        reporter=person.id,
        reporter_institution=person.institution,
        line=person.line,
        name_shown=shown,
        reported_at=asked.now,
        answer_by=answer_by(community, asked),
        concerned=tuple(i for i in dict.fromkeys((*report.concerned, *way.spoken_of)) if i != way.institution),
        noticed_by_clients=report.noticed_by_clients,
        unresolvable=report.unresolvable,
        director_kept_out=report.keep_director_out,
    )


def because(way: Route, community: Community) -> Because:
    """Why it goes there, as it is kept: the kind and a word of the community's own configuration, not of the text.

    A line of the routing table without keywords is told by what gave the continuum away, else by the continuum's name.
    """
    told = way.because.words or way.continuum_because.words
    if told or way.because.kind is not ReasonKind.TABLE:
        return Because(way.because.kind.value, next(iter(way.because.words or told), ""))
    continuum = community.continuum(way.because.continuum or "")
    name = continuum.name.in_(community.settings.language.value) if continuum else ""
    return Because(way.because.kind.value, name)


def answer_by(community: Community, asked: Asked) -> date:
    """The day by which an answer is expected, in the community's working days."""
    calendar = working_calendar(community)
    return calendar.add_working_days(calendar.local_date(asked.now), community.policies.acknowledge_working_days)


def _keep(uow: UnitOfWork, asked: Asked, problem: Problem, report: Report, passed: Passed) -> int:
    """Keep the words and the first steps of the history; the first step is what others are told about."""
    words = {
        TextKind.DESCRIPTION: report.description.strip(),
        TextKind.SUGGESTION: (report.suggestion or "").strip(),
        TextKind.ON_BEHALF: (report.on_behalf or "").strip(),
    }
    for kind, body in words.items():
        if body:
            uow.history.write(problem, kind, body, asked.now)
    first = Event(
        problem=problem.id,
        kind=Happened.REPORTED,
        at=asked.now,
        actor=None,
        to_state=problem.state,
        institution=problem.institution,
    )
    event = uow.history.add(problem, first)
    if problem.unresolvable:
        said = Event(problem=problem.id, kind=Happened.PERCEIVED, at=asked.now, actor=None, details=(AUTHOR,))
        uow.history.add(problem, said)
    keep_confirmation(uow, asked, problem, passed)
    return event


def keep_confirmation(
    uow: UnitOfWork, asked: Asked, problem: Problem, passed: Passed, *, actor: str | None = None
) -> None:
    """Whoever wrote it said that what looked identifying is not: which kinds, and why. The author has no name here."""
    if not passed.confirmed:
        return
    text = uow.history.write(problem, TextKind.CONFIRMATION, passed.reason, asked.now)
    step = Event(
        problem=problem.id,
        kind=Happened.CONFIRMED_NOT_IDENTIFYING,
        at=asked.now,
        actor=actor,
        text=text,
        internal=True,
        details=passed.confirmed,
    )
    uow.history.add(problem, step)


def _first_words(asked: Asked, member: Member, problem: Problem) -> list[Posting]:
    """What the bot is and is not, once a person; where they work, once, if nobody knows."""
    to, now = asked.slack_id, asked.now
    words = [Posting(notice=Welcome(), to=to, key=f"welcome:{to}", due_at=now)]
    if member.is_new and member.person.institution is None:
        words.append(Posting(notice=AskHome(problem.id), to=to, key=f"home:{member.place.id}:{to}", due_at=now))
    return words


def _recorded(telling: Telling, way: Route) -> Recorded:
    problem = telling.problem
    person = answering(telling.community, problem)
    absence = stood_in_for(telling.community, problem)
    due = telling.due(person) if person else telling.now
    return Recorded(
        problem=problem.id,
        reference=problem.reference,
        community=problem.community,
        institution=problem.institution,
        person=person.id if person else None,
        because=problem.because,
        alternatives=way.spoken_of,
        answer_by=problem.answer_by,
        read_at=None if due == telling.now else due,
        name_shown=problem.name_shown,
        told_facilitator=_also_told(telling, person),
        instead_of=absence.person if absence else None,
        until=absence.last_day if absence else None,
    )


def _also_told(telling: Telling, person: Person | None) -> bool:
    """Whether the facilitator hears of a risk of harm beside the one who has it; the author knows of their own."""
    urgent = telling.problem.severity is Severity.RISK_OF_HARM
    return urgent and any(
        person and each.id not in (person.id, telling.problem.reporter) for each in facilitators(telling.community)[:1]
    )
