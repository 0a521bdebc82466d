"""A joint change is given up before it goes, or taken back afterwards: everybody hears why."""

from sc_bot.domain import joint_changes as rules
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.joint_caregivers import concerned
from sc_bot.usecases.joint_changes.opening import Turn, act_on, done, faster
from sc_bot.usecases.joint_changes.people import everybody
from sc_bot.usecases.joint_changes.taking import give_up, written


def abandon_change(database: Database, asked: Asked, carried: str, reason: str, confirm: str | None) -> Answer:
    """Give it up before it goes; what was promised for it ends with it.

    Raises:
        Refused: no reason, or an identifying one; NOT_YOURS.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene = turn.scene
        after = rules.abandon(scene.change)
        if after is None:
            return faster(turn)
        texts = written(turn, TextKind.REASON, words, passed)
        for part in scene.change.taken:
            give_up(turn, part)
        scene = scene.store(after)
        scene.tell_everybody(scene.record(Happened.JOINT_ABANDONED, texts=texts))
        return done(scene, JointAct.ABANDON)

    return act_on(database, asked, carried, JointAct.ABANDON, act)


def roll_back(database: Database, asked: Asked, carried: str, reason: str, confirm: str | None) -> Answer:
    """It went and is taken back: caregivers and institutions hear why.

    Raises:
        Refused: no reason, or an identifying one; NOT_YOURS.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(turn: Turn) -> Answer:
        scene = turn.scene
        after = rules.roll_back(scene.change)
        if after is None:
            return faster(turn)
        texts = written(turn, TextKind.REASON, words, passed)
        scene = scene.store(after)
        events = scene.record(Happened.JOINT_ROLLED_BACK, texts=texts)
        people = everybody(scene.uow, scene.place, after, scene.problems)
        scene.tell(events, people, concerned(scene.uow, scene.place, scene.problems))
        return done(scene, JointAct.ROLL_BACK)

    return act_on(database, asked, carried, JointAct.ROLL_BACK, act)
