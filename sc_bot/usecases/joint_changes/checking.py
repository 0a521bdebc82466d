"""Did it change? Said institution by institution by those who live it; "no" asks for a new promise there.

When it changed everywhere, the change is verified, and its problems are closed as solved: nobody is asked again who has
answered. A problem for which something else is still promised stays open.
"""

from dataclasses import replace
from datetime import date

from sc_bot.calendar import working_calendar
from sc_bot.domain import joint_changes as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Person
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joint_changes import Stage
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.lessons import Occasion, Origin
from sc_bot.domain.problems import Closing, Problem, Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.transitions import close, verify
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked, once
from sc_bot.usecases.followups.planning import plan_problem
from sc_bot.usecases.joint_caregivers import asks_on_the_ground, checkers, concerned
from sc_bot.usecases.joint_changes.going import keep_promise
from sc_bot.usecases.joint_changes.opening import Spoken, Turn, done, faster, open_turn
from sc_bot.usecases.joint_changes.people import everybody
from sc_bot.usecases.joint_changes.scene import Scene
from sc_bot.usecases.joint_reading import checks_for
from sc_bot.usecases.lessons.asking import ask_for_lesson
from sc_bot.usecases.problems.ending import give_up_promises, tell_duplicates


def check_part(database: Database, asked: Asked, carried: str, verdict: Verdict) -> Answer:
    """Say whether it changed at one institution; the first answer counts.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS: it is for its caregivers, and where there are none for who acts for it.
    """

    def act(uow: UnitOfWork) -> Answer:
        turn = open_turn(uow, asked, Spoken.of(carried))
        if not may_check(turn):
            raise Refused(Why.NOT_YOURS, details=(JointAct.CHECK.value,))
        return _checked(turn, verdict)

    return once(database, asked, act)


def may_check(turn: Turn) -> bool:
    """Whether this person says it for that institution; the facilitator where nobody of it can be told in Slack."""
    scene, home = turn.scene, turn.spoken.institution
    part = scene.change.of(home)
    if part is None:
        return False
    if any(each.person.id == turn.person.id for each in checkers(scene.uow, scene.place, scene.problems, home)):
        return True
    today = working_calendar(scene.community).local_date(scene.now)
    if not asks_on_the_ground(scene.uow, scene.place, scene.problems, part, today):
        return False
    return checks_for(turn.person, home, scene.problems, scene.community)


def _checked(turn: Turn, verdict: Verdict) -> Answer:
    scene, home = turn.scene, turn.spoken.institution
    after = rules.check(scene.change, home, verdict)
    if after is None:
        return faster(turn)
    part = scene.change.of(home)
    if part is not None and verdict is not Verdict.NO:
        keep_promise(scene, part)
    scene = scene.store(after)
    lives_it = any(each.person.id == turn.person.id for each in concerned(scene.uow, scene.place, scene.problems))
    hidden = turn.person if lives_it else None
    events = scene.record(Happened.JOINT_CHECKED, verdict.value, institution=home, hidden=hidden)
    if after.stage is Stage.VERIFIED:
        told = everybody(scene.uow, scene.place, scene.change, scene.problems)
        for problem in _verified(replace(scene, person=None), turn.person):
            case = replace(turn.case(), problem=problem, unnamed=True)
            give_up_promises(case, told=told)
            tell_duplicates(case, problem)
    elif verdict is Verdict.NO:
        scene.tell_everybody(events, and_at=(home,))
    return done(scene, JointAct.CHECK)


def _verified(scene: Scene, last: Person) -> list[Problem]:
    """Everybody hears it once, and each problem is closed; returns those that were still open."""
    said = {each: _said_by(scene, each) for each in scene.problems}
    closed = [_closed(scene, problem, verdict) for problem, verdict in said.items()]
    events = {before.id: _record(scene, before, after) for before, after in zip(said, closed, strict=True)}
    now = replace(scene, problems=tuple(closed))
    people = everybody(scene.uow, scene.place, scene.change, now.problems)
    authors = concerned(scene.uow, scene.place, now.problems)
    others = [each for each in people if each.id != last.id]
    now.tell(events, others, [each for each in authors if each.person.id != last.id], asks=True)
    occasion = Occasion(Origin.JOINT_CHANGE, which=scene.change.reference)
    ask_for_lesson(scene.uow, scene.place, now.problems[0], occasion, scene.now)
    return [after for before, after in zip(said, closed, strict=True) if before.is_open and not after.is_open]


def _said_by(scene: Scene, problem: Problem) -> Verdict | None:
    """What its author answered for their institution; None where somebody else did, or they were not asked."""
    part = scene.change.of(problem.reporter_institution or "")
    if part is None:
        return None
    here = (Happened.JOINT_CHECKED, part.institution, scene.change.reference)
    said = (
        each for each in scene.uow.history.of(problem.id) if (each.kind, each.institution, *each.details[:1]) == here
    )
    return part.verdict if [each.details[2:] for each in said][-1:] == [(AUTHOR,)] else None


def _closed(scene: Scene, problem: Problem, verdict: Verdict | None) -> Problem:
    after = close(problem, Closing.SOLVED, scene.now)
    if after is None:
        return problem
    after = verify(after, verdict, _unused(scene)) or after if verdict else after
    scene.uow.problems.save(after)
    plan_problem(scene.uow, scene.place, after, scene.now)
    return after


def _unused(scene: Scene) -> date:
    """The day of an answer, which only a "no" would ask for."""
    return working_calendar(scene.community).local_date(scene.now)


def _record(scene: Scene, before: Problem, after: Problem) -> int:
    moved = before.state is not after.state
    step = Event(
        problem=after.id,
        kind=Happened.JOINT_VERIFIED,
        at=scene.now,
        actor=None,
        from_state=before.state if moved else None,
        to_state=after.state if moved else None,
        institution=after.institution,
        details=(scene.change.reference,),
    )
    event = scene.uow.history.add(after, step)
    scene.uow.outbox.refresh(after.id, scene.now)
    return event
