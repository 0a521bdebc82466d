"""Beginning a joint change: what changes, which problems and institutions, from which day, by which rule."""

from dataclasses import dataclass, replace
from datetime import date

from sc_bot.calendar import working_calendar
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.joint_changes import RUNNING, JointChange, Part
from sc_bot.domain.participations import can_be_asked
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.joint_changes.looking import next_look
from sc_bot.usecases.joint_changes.opening import done
from sc_bot.usecases.joint_changes.scene import Scene
from sc_bot.usecases.problems.changing import Case, change_together

TWO = 2  # institutions, at least
MOST_PROBLEMS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is begun. `day` was shown and confirmed; `needed` None: every institution; `also` are other problems."""

    what: str
    institutions: tuple[str, ...]
    day: date
    zone: str
    needed: int | None = None
    also: tuple[str, ...] = ()
    back: str = ""
    confirm_reason: str | None = None


def begin_change(database: Database, asked: Asked, reference: str, plan: Plan) -> Answer:
    """Ask several institutions for their part of one change, for one day; whoever answers for each gets a card.

    Raises:
        Refused: a text is missing or identifying; fewer than two institutions, or an unknown one; the rule asks for
            more than there are; the day is not a later one; a problem is not led yet, restricted, or in another change.
    """
    what = required(plan.what, "what")
    passed = gate({"what": what, "back": plan.back}, reason=plan.confirm_reason)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        homes = _institutions(case, plan)
        must_be_later(case.problem, plan.day, case)
        return _begun(case, plan, homes, (what, plan.back.strip()), passed)

    return change_together(database, asked, (reference, *plan.also[:MOST_PROBLEMS]), Verb.CHANGE_TOGETHER, act)


def must_be_later(_problem: Problem, day: date, case: Case) -> None:
    """A change goes in the morning: its day is still to come.

    Raises:
        Refused: PAST_DAY.
    """
    if day <= working_calendar(case.community).local_date(case.now):
        raise Refused(Why.PAST_DAY, field="due")


def _institutions(case: Case, plan: Plan) -> tuple[str, ...]:
    homes = tuple(dict.fromkeys(plan.institutions))
    if len(homes) < TWO:
        raise Refused(Why.JOINT_ALONE, field="institutions")
    if any(case.community.institution(each) is None for each in homes):
        raise Refused(Why.UNKNOWN_INSTITUTION, field="institutions")
    if plan.needed is not None and not 1 <= plan.needed <= len(homes):
        raise Refused(Why.JOINT_RULE, field="rule")
    return homes


def _problems(case: Case, also: tuple[str, ...]) -> tuple[Problem, ...]:
    """Every problem of it, the first one first.

    Raises:
        Refused: one of them is not theirs to read, led by nobody yet, restricted, or in another change.
    """
    found = {case.problem.id: case.problem}
    for reference in also[:MOST_PROBLEMS]:
        other = case.uow.problems.get(case.asked.workspace, reference, to_change=True)
        is_here = other is not None and other.community == case.problem.community
        if other is None or not is_here or not sight(case.person, other, case.community).text:
            raise Refused(Why.NOT_FOUND, field="also", details=(reference[:20],))
        found.setdefault(other.id, other)
    for each in found.values():
        if not can_be_asked(each):
            raise Refused(Why.RESTRICTED if each.restricted else Why.NOT_ACCEPTED, field="what")
        others = [one.reference for one in case.uow.joint_changes.of(each.id) if one.stage in RUNNING]
        if others:
            raise Refused(Why.JOINT_ALREADY, field="what", details=(others[0],))
    return tuple(found.values())


def _begun(case: Case, plan: Plan, homes: tuple[str, ...], words: tuple[str, str], passed: Passed) -> Answer:
    problems = tuple(_with_partners(case, each, homes) for each in _problems(case, plan.also))
    what, back = words
    texts = {case.problem.id: case.write(TextKind.JOINT_CHANGE, what, passed)}
    texts |= {each.id: case.uow.history.write(each, TextKind.JOINT_CHANGE, what, case.now) for each in problems[1:]}
    draft = JointChange(
        id=0,
        workspace=case.problem.workspace,
        community=case.problem.community,
        problem=case.problem.id,
        problems=tuple(each.id for each in problems),
        number=0,
        reference="",
        what=texts[case.problem.id],
        needed=plan.needed or len(homes),
        day=plan.day,
        zone=plan.zone,
        begun_by=case.person.id,
        begun_at=case.now,
        parts=tuple(Part(institution=each) for each in homes),
        back=case.uow.history.write(case.problem, TextKind.ROLL_BACK, back, case.now) if back else None,
    )
    looking = replace(draft, look_at=next_look(case.community, draft, case.now))
    made = case.uow.joint_changes.add(case.problem, looking)
    scene = Scene(case.uow, case.member.place, made, problems, case.now, case.person)
    scene.record(Happened.JOINT_BEGUN, plan.day.isoformat(), str(made.needed), str(len(homes)), texts=texts)
    for home in homes:
        scene.card(home)
    for each in problems:
        case.uow.outbox.refresh(each.id, case.now)
    return done(scene, "begin")


def _with_partners(case: Case, problem: Problem, homes: tuple[str, ...]) -> Problem:
    """Whoever takes part in the change reads the problem: the institution is named in it, as one that it concerns."""
    new = tuple(each for each in homes if each not in problem.participants)
    if not new:
        return problem
    after = replace(problem, concerned=(*problem.concerned, *new))
    case.uow.problems.save(after)
    return replace(after, version=problem.version + 1)
