"""Find a joint change with its problems, for somebody who may know of it; what every act on it has in common."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.common_answers import JointChanged
from sc_bot.domain.community import Person
from sc_bot.domain.events import OF_JOINT_CHANGES
from sc_bot.domain.joint_changes import JointChange, Voice
from sc_bot.domain.joint_rules import OF_A_PART, JointAct, may, may_know_of, speaks_for
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, once
from sc_bot.usecases.joint_changes.scene import Scene
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.reading import overtaken


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a button or a window of a joint change carries: which one, for which institution, for which of its dates.

    Nothing of it is trusted: who may is read anew, and an older date is told, not acted on.
    """

    reference: str
    institution: str = ""
    round: int | None = None

    @classmethod
    def of(cls, carried: str) -> "Spoken":
        """Read `ONC-42+1 HSF 2`."""
        reference, institution, round_, *_ = [*carried.split(), "", "", ""]
        is_number = round_.isascii() and round_.isdecimal() and len(round_) <= _FIGURES
        return cls(reference, institution.strip("-"), int(round_) if is_number else None)


_FIGURES = 6  # no change has so many dates


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who acts on a joint change, or looks at it."""

    scene: Scene
    asked: Asked
    member: Member
    spoken: Spoken

    @property
    def person(self) -> Person:
        """Who."""
        return self.member.person

    @property
    def voice(self) -> Voice:
        """For which institution they speak."""
        return Voice(self.spoken.institution, self.person.id, self.spoken.round)

    def case(self, number: int = 0) -> Case:
        """One of its problems, as whatever changes a problem takes it."""
        return Case(self.scene.uow, self.asked, self.member, self.scene.problems[number])

    def may(self, act: JointAct) -> bool:
        """Whether it is theirs to do, for the institution for which they speak."""
        scene = self.scene
        if act in OF_A_PART and self.spoken.institution:
            part = scene.change.of(self.spoken.institution)
            return part is not None and speaks_for(self.person, part.institution, scene.problems, scene.community)
        return may(self.person, act, scene.change, scene.problems, scene.community)


def open_turn(uow: UnitOfWork, asked: Asked, spoken: Spoken, *, to_change: bool = True) -> Turn:
    """The change, its problems locked in one order if it is to change, and who asks.

    Raises:
        Refused: NOT_FOUND, also for what they may not know of.
    """
    found = _found(uow, asked, spoken.reference)
    member = member_in(uow, asked, found.community) if found else None
    if found is None or member is None:
        raise Refused(Why.NOT_FOUND, details=(spoken.reference[:20],))
    locked = {each: uow.problems.by_id(each, to_change=to_change) for each in sorted(found.problems)}
    problems = tuple(locked[each] for each in found.problems)
    if not may_know_of(member.person, problems, member.place.community):
        raise Refused(Why.NOT_FOUND, details=(spoken.reference[:20],))
    change = uow.joint_changes.by_id(found.id)
    return Turn(Scene(uow, member.place, change, problems, asked.now, member.person), asked, member, spoken)


def _found(uow: UnitOfWork, asked: Asked, reference: str) -> JointChange | None:
    """The change as it stood before its problems were locked: its problems stay the same."""
    split = split_reference(reference, Mark.JOINT_CHANGE)
    first = uow.problems.get(asked.workspace, split[0]) if split else None
    return uow.joint_changes.get(first, split[1]) if first and split else None


def act_on(database: Database, asked: Asked, carried: str, act: JointAct, do: Callable[[Turn], Answer]) -> Answer:
    """Find it, check that this person may, and act; once a request.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS.
    """

    def checked(uow: UnitOfWork) -> Answer:
        turn = open_turn(uow, asked, Spoken.of(carried))
        if not turn.may(act):
            raise Refused(Why.NOT_YOURS, details=(act.value,))
        return do(turn)

    return once(database, asked, checked)


def faster(turn: Turn) -> Faster:
    """Somebody spoke first; nothing was changed. Says who, when, and where it stands."""
    change = turn.scene.change

    def is_about(kind: object, details: tuple[str, ...]) -> bool:
        return kind in OF_JOINT_CHANGES and details[:1] == (change.reference,)

    first = overtaken(turn.scene.uow, turn.scene.problems[0], lambda step: is_about(step.kind, step.details))
    return replace(first, reference=change.reference, joint=change.stage.value, own=first.by == turn.person.id)


def done(scene: Scene, act: JointAct | str) -> JointChanged:
    """The answer: it happened."""
    change = scene.change
    return JointChanged(
        reference=change.reference,
        problem=change.problem,
        community=change.community,
        act=str(act),
        stage=change.stage.value,
        day=change.day,
        institutions=tuple(each.institution for each in change.parts),
    )
