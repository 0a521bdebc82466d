"""What an institution says about the date: it suits, it is ready, what it needs; and how one would go back."""

from datetime import date

from sc_bot.domain import joint_changes as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.commitments import redate
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.joint_changes import JointChange
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.joint_changes.beginning import must_be_later
from sc_bot.usecases.joint_changes.opening import Turn, act_on, done, faster
from sc_bot.usecases.joint_changes.taking import written


def agree_to_date(database: Database, asked: Asked, carried: str) -> Answer:
    """The date suits the institution; once as many agree as the rule asks for, it is in force.

    Raises:
        Refused: NOT_YOURS.
    """
    return act_on(database, asked, carried, JointAct.AGREE, lambda turn: _plainly(turn, JointAct.AGREE))


def say_ready(database: Database, asked: Asked, carried: str) -> Answer:
    """It is ready for the date.

    Raises:
        Refused: NOT_YOURS.
    """
    return act_on(database, asked, carried, JointAct.READY, lambda turn: _plainly(turn, JointAct.READY))


def _plainly(turn: Turn, act: JointAct) -> Answer:
    """No message of its own: the cards of all show it."""
    scene = turn.scene
    step = {JointAct.AGREE: rules.agree, JointAct.READY: rules.be_ready}[act]
    after = step(scene.change, turn.voice)
    if after is None:
        return faster(turn)
    before, scene = scene.change.stage, scene.store(after)
    kind = Happened.JOINT_READY if act is JointAct.READY else Happened.JOINT_AGREED
    scene.record(kind, institution=turn.spoken.institution)
    scene.dated(before)
    return done(scene, act)


def say_needs(database: Database, asked: Asked, carried: str, needs: str, confirm: str | None) -> Answer:
    """What it needs to be ready; everybody hears it, for somebody may have it.

    Raises:
        Refused: nothing is said to be needed, or it is identifying; NOT_YOURS.
    """
    words = required(needs, "needs")
    passed = gate({"needs": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene = turn.scene
        if rules.need(scene.change, turn.voice, 0) is None:
            return faster(turn)
        texts = written(turn, TextKind.NEED, words, passed)
        after = rules.need(scene.change, turn.voice, texts[scene.problems[0].id])
        scene = scene.store(after or scene.change)
        scene.tell_everybody(scene.record(Happened.JOINT_NEEDS, texts=texts, institution=turn.spoken.institution))
        return done(scene, JointAct.NEED)

    return act_on(database, asked, carried, JointAct.NEED, act)


def propose_date(database: Database, asked: Asked, carried: str, day: date, reason: str, confirm: str | None) -> Answer:
    """Another date, to all at once: the old one is no longer in force. The promises move with it.

    Raises:
        Refused: no reason, or an identifying one; the same day, or one that has come; NOT_YOURS.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene = turn.scene
        must_be_later(scene.problems[0], day, turn.case())
        voice = turn.voice if turn.spoken.institution else None
        is_shown = turn.spoken.round in {None, scene.change.round}
        if day == scene.change.day and is_shown and rules.abandon(scene.change) is not None:
            raise Refused(Why.SAME_DUE, field="due")
        after = rules.propose(scene.change, day, voice, turn.spoken.round)
        if after is None:
            return faster(turn)
        texts = written(turn, TextKind.REASON, words, passed)
        _move_promises(turn, after, day, texts)
        was, before = scene.change.day, scene.change.stage
        scene = scene.store(after)
        days = (*((was.isoformat(),) if was else ()), day.isoformat())
        events = scene.record(Happened.JOINT_REDATED, *days, texts=texts, institution=turn.spoken.institution or None)
        scene.tell_everybody(events)
        scene.dated(before) if after.stage is rules.Stage.DATED else None
        return done(scene, JointAct.SLIP)

    return act_on(database, asked, carried, JointAct.SLIP, act)


def _move_promises(turn: Turn, after: JointChange, day: date, texts: dict[int, int]) -> None:
    """Each part's promise is due on the date; the old date and the reason stay in its history."""
    uow, places = turn.scene.uow, {each.id: n for n, each in enumerate(turn.scene.problems)}
    for part in after.taken:
        before = uow.commitments.by_id(part.commitment) if part.commitment else None
        moved = redate(before, Due(day), before.zone) if before else None
        if before is None or moved is None:
            continue
        uow.commitments.save(moved)
        case = turn.case(places[moved.problem])
        details = (str(moved.number), str(before.due), str(moved.due))
        case.happened(Happened.REDATED, text=texts[moved.problem], details=details)
        plan_promise(uow, case.member.place, case.problem, moved, case.now)


def write_back(database: Database, asked: Asked, carried: str, back: str, confirm: str | None) -> Answer:
    """How one would go back; without it nothing goes.

    Raises:
        Refused: nothing is written, or it is identifying; NOT_YOURS.
    """
    words = required(back, "back")
    passed = gate({"back": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene = turn.scene
        if rules.write_back(scene.change, 0) is None:
            return faster(turn)
        texts = written(turn, TextKind.ROLL_BACK, words, passed)
        after = rules.write_back(scene.change, texts[scene.problems[0].id])
        scene = scene.store(after or scene.change)
        scene.record(Happened.JOINT_WRITTEN, texts=texts)
        return done(scene, JointAct.BACK)

    return act_on(database, asked, carried, JointAct.BACK, act)
