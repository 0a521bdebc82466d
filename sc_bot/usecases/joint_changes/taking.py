"""An institution takes its part of a joint change, as a promise; or declines it, and says why."""

from dataclasses import dataclass, replace
from datetime import date

from sc_bot.calendar import working_calendar
from sc_bot.domain import joint_changes as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.commitments import cancel
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.followups import subject_of
from sc_bot.domain.joint_changes import PREPARED, SHORT, Part
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.making import Promise, keep
from sc_bot.usecases.followups.planning import plan_answer
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.joint_changes.opening import Turn, act_on, done, faster
from sc_bot.usecases.problems.changing import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What an institution promises for its part; `owner` is a Slack id, None for oneself; `day`, once it went."""

    what: str
    owner: str | None = None
    day: date | None = None
    zone: str = ""
    confirm_reason: str | None = None


def take_part(database: Database, asked: Asked, carried: str, own: Own) -> Answer:
    """The institution promises its part for the date, which it agrees to; it contributes from now on.

    Raises:
        Refused: nothing is promised, or it is identifying; there is no date at the moment; NOT_YOURS.
    """
    what = required(own.what, "what")
    passed = gate({"what": what}, reason=own.confirm_reason)

    def act(turn: Turn) -> Answer:
        change = turn.scene.change
        if not rules.can_take(change, turn.spoken.institution):
            if change.stage in PREPARED and change.day is None:
                raise Refused(Why.JOINT_NO_DATE, field="what", details=(change.reference,))
            return faster(turn)
        return _taken(turn, own, what, passed)

    return act_on(database, asked, carried, JointAct.TAKE, act)


def _taken(turn: Turn, own: Own, what: str, passed: Passed) -> Answer:
    scene, home = turn.scene, turn.spoken.institution
    day = scene.change.day if scene.change.stage in PREPARED else own.day
    if day is None:
        raise Refused(Why.NO_DUE, field="due")
    case = _contributing(_home_of(turn), home)
    promise = Promise(what=what, due=Due(day), zone=own.zone or scene.change.zone, owner=own.owner)
    made = keep(case, promise, what, passed, home)
    check_on = None if scene.change.stage in PREPARED else _later(case, day)
    after = rules.take(scene.change, turn.voice, made.id, check_on)
    if after is None:
        return faster(turn)
    before = scene.change.stage
    scene = replace(scene, problems=tuple(scene.uow.problems.by_id(each.id) for each in scene.problems)).store(after)
    scene.record(Happened.JOINT_TAKEN, institution=home)
    scene.dated(before)
    return done(scene, JointAct.TAKE)


def _later(case: Case, day: date) -> date:
    """When it is asked whether a new promise changed something."""
    return working_calendar(case.community).add_working_days(day, case.community.policies.verify_working_days)


def _home_of(turn: Turn) -> Case:
    """The problem under which an institution's promise is kept: one that it leads, else the first."""
    led = [n for n, each in enumerate(turn.scene.problems) if each.lead == turn.spoken.institution]
    return turn.case(led[0] if led else 0)


def _contributing(case: Case, home: str) -> Case:
    """Whoever takes a part contributes to the problem; what it was asked for before is answered with it."""
    problem: Problem = case.problem
    if problem.institution == home or home in problem.contributors:
        return case
    before = next((each for each in case.uow.participations.of(problem.id) if each.institution == home), None)
    asked = Participation(
        id=before.id if before else 0,
        workspace=problem.workspace,
        community=problem.community,
        problem=problem.id,
        institution=home,
        standing=Taking.ACCEPTED,
        asked_by=case.person.id,
        what=before.what if before else case.uow.joint_changes.of(problem.id)[-1].what,
        at=case.now,
    )
    kept = case.uow.participations.save(asked)
    after = with_standing(problem, kept)
    case.happened(Happened.CONTRIBUTING, after, institution=home)
    plan_answer(case.uow, case.member.place, after, kept, case.now)
    return replace(case, problem=case.uow.problems.by_id(problem.id))


def decline_part(database: Database, asked: Asked, carried: str, reason: str, confirm: str | None) -> Answer:
    """It does not take part, or no longer, and says why; everybody hears it. Its promise ends with it.

    Raises:
        Refused: no reason, or an identifying one; NOT_YOURS.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene, home = turn.scene, turn.spoken.institution
        before, after = scene.change.of(home), rules.decline(scene.change, turn.voice)
        if after is None:
            return faster(turn)
        texts = _written(turn, words, passed)
        give_up(turn, before)
        scene = scene.store(after)
        short = (SHORT,) if after.is_short else ()
        events = scene.record(Happened.JOINT_DECLINED, *short, texts=texts, institution=home)
        scene.tell_everybody(events)
        return done(scene, JointAct.DECLINE)

    return act_on(database, asked, carried, JointAct.DECLINE, act)


def _written(turn: Turn, words: str, passed: Passed) -> dict[int, int]:
    """A reason, with each problem; what its author confirmed is kept with the first."""
    return written(turn, TextKind.REASON, words, passed)


def written(turn: Turn, kind: TextKind, words: str, passed: Passed) -> dict[int, int]:
    """Words that passed the gate, with each problem; what its author confirmed is kept with the first."""
    first = turn.case().write(kind, words, passed)
    others = turn.scene.problems[1:]
    history, now = turn.scene.uow.history, turn.scene.now
    return {turn.scene.problems[0].id: first} | {each.id: history.write(each, kind, words, now) for each in others}


def give_up(turn: Turn, part: Part | None) -> None:
    """The promise of a part ends, openly."""
    if part is None or part.commitment is None:
        return
    uow = turn.scene.uow
    before = uow.commitments.by_id(part.commitment)
    after = cancel(before, turn.scene.now)
    if after is None:
        return
    uow.commitments.save(after)
    number = next(n for n, each in enumerate(turn.scene.problems) if each.id == after.problem)
    turn.case(number).happened(Happened.CANCELLED, details=(str(after.number),))
    uow.followups.end(subject_of(after.problem, after.id))
