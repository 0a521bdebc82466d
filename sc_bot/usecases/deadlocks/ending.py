"""A deadlock ends by a decision: an institution leads with a plan of all, resources are given, or "we will not".

The first who records one wins; who comes second is told. It is the support committee's to take; at the general
managers' stage theirs too; the facilitator may record what a committee decided.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sc_bot.domain.answerable import answering_at
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.community import Community, Person
from sc_bot.domain.deadlocks import Deadlock, Stage, Way, ended, may_end
from sc_bot.domain.events import Happened
from sc_bot.domain.lessons import Occasion, Origin
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.transitions import close, lead_by_decision
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.lessons.asking import ask_for_lesson
from sc_bot.usecases.participations.inviting import ask_what_was_decided
from sc_bot.usecases.problems.changing import Case, change, open_case
from sc_bot.usecases.problems.ending import close_with
from sc_bot.usecases.reading import overtaken
from sc_bot.usecases.stuck import save_decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What was decided: which way out, in words; which institution leads, or gives."""

    way: Way
    words: str
    institution: str | None = None
    confirm_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Deciding:
    """A problem whose deadlock somebody may end."""

    reference: str
    problem: Problem
    community: Community


def see_ending(database: Database, asked: Asked, reference: str) -> Deciding | Faster:
    """For somebody about to record a decision; where there is one, who was faster.

    Raises:
        Refused: NOT_FOUND, NOT_YOURS, or NO_DEADLOCK.
    """
    with database.reading() as uow:
        case = open_case(uow, asked, reference, to_change=False)
        found = _to_be_ended(case)
        return found if isinstance(found, Faster) else Deciding(case.problem.reference, case.problem, case.community)


def end_deadlock(database: Database, asked: Asked, reference: str, ending: Ending) -> Answer:
    """Record a decision, and do what it says.

    Raises:
        Refused: no words, or identifying ones; no institution where one leads or gives; NOT_YOURS, or NO_DEADLOCK.
    """
    words = required(ending.words, "words")
    passed = gate({"words": words}, reason=ending.confirm_reason)

    def act(case: Case) -> Answer:
        deadlock = _to_be_ended(case)
        if isinstance(deadlock, Faster):
            return deadlock
        if ending.way is not Way.WE_WILL_NOT and case.community.institution(ending.institution or "") is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        return case.done(Verb.END_DEADLOCK, ended_by_decision(case, deadlock, ending, passed))

    return change(database, asked, reference, Verb.END_DEADLOCK, act, permit=_may_ever)


def ended_by_decision(case: Case, deadlock: Deadlock, ending: Ending, passed: Passed) -> Problem | None:
    """Keep what was decided, and do what it says, for whoever was let to; the problem, if that moved it.

    Unless it is "we will not", whoever leads is asked what others may learn from it.
    """
    text = case.write(TextKind.WAY_OUT, ending.words.strip(), passed)
    over = ended(deadlock, ending.way, case.now, institution=ending.institution, text=text) or deadlock
    save_decided(case.uow, case.member.place, over, case.now)
    after = _DO[ending.way](case, over)
    if ending.way is not Way.WE_WILL_NOT:
        occasion = Occasion(Origin.DEADLOCK, which=str(over.id))
        ask_for_lesson(case.uow, case.member.place, after or case.problem, occasion, case.now)
    return after


def _may_ever(person: Person, problem: Problem, community: Community) -> bool:
    """Whether it is theirs at the last stage; whether at the present one is looked at with the deadlock."""
    return may_end(person, Stage.STEERING, problem, community)


def _to_be_ended(case: Case) -> Deadlock | Faster:
    rows = case.uow.deadlocks.of(case.problem.id)
    deadlock = next((each for each in rows if each.is_open), None)
    stage = deadlock.stage if deadlock else Stage.STEERING
    if not may_end(case.person, stage, case.problem, case.community):
        raise Refused(Why.NOT_YOURS, details=(Verb.END_DEADLOCK.value,))
    if deadlock is not None:
        return deadlock
    decided = next((each for each in reversed(rows) if each.is_decided), None)
    if decided is not None:
        return _faster(case, decided)
    if not case.problem.is_open:
        return case.faster()
    raise Refused(Why.NO_DEADLOCK, details=(case.problem.reference,))


def _faster(case: Case, decided: Deadlock) -> Faster:
    first = overtaken(case.uow, case.problem, lambda step: step.kind is Happened.DEADLOCK_ENDED)
    way = decided.way.value if decided.way else ""
    return replace(first, deadlock=way, own=first.by == case.person.id)


def _lead(case: Case, over: Deadlock) -> Problem | None:
    """Whoever leads hears of it; where that is somebody else than before, the author too."""
    telling = case.happened(
        Happened.DEADLOCK_ENDED, text=over.text, details=(Way.LEAD.value,), institution=over.institution
    )
    after = lead_by_decision(case.problem, over.institution or "", case.now)
    if after is None:
        case.tell(telling.told(*case.in_charge()))
        return None
    telling = case.happened(Happened.ASSIGNED, after)
    case.tell([*telling.told(author=case.author()), *telling.director(), *telling.headline()])
    return after


def _resources(case: Case, over: Deadlock) -> Problem | None:
    """Whoever has the problem hears of it; the institution that gives is asked for it, as a contributor is."""
    telling = case.happened(
        Happened.DEADLOCK_ENDED, text=over.text, details=(Way.RESOURCES.value,), institution=over.institution
    )
    after = ask_what_was_decided(case, over.institution or "", over.text or 0)
    gives = answering_at(case.community, case.problem, over.institution) if after is None else None
    case.tell(telling.told(*case.in_charge(), gives))
    return after


def _we_will_not(case: Case, over: Deadlock) -> Problem | None:
    """The problem is closed without a solution, and its author hears why."""
    case.happened(Happened.DEADLOCK_ENDED, details=(Way.WE_WILL_NOT.value,))
    after = close(case.problem, Closing.NOT_SOLVABLE, case.now)
    if after is not None:
        close_with(case, after, text=over.text, details=(Closing.NOT_SOLVABLE.value,))
    return after


_DO: Mapping[Way, Callable[[Case, Deadlock], Problem | None]] = {
    Way.LEAD: _lead,
    Way.RESOURCES: _resources,
    Way.WE_WILL_NOT: _we_will_not,
}
