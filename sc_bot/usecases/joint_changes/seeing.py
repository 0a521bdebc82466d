"""One joint change for somebody about to act on it, and the changes that run, for those of its institutions."""

from sc_bot.domain.joint_rules import JointAct, may_know_of, speaks_for
from sc_bot.domain.joint_views import JointView
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.joint_changes.opening import Spoken, Turn, open_turn
from sc_bot.usecases.joint_reading import LookingOn, gathered, joint_changes_of


def see_joint(database: Database, asked: Asked, carried: str, act: JointAct | None = None) -> JointView:
    """One change, for the institution that a button names; with `act`, for somebody about to do it.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS.
    """
    with database.reading() as uow:
        turn = open_turn(uow, asked, Spoken.of(carried), to_change=False)
        if act is not None and not turn.may(act):
            raise Refused(Why.NOT_YOURS, details=(act.value,))
        return _view(turn)


def _view(turn: Turn) -> JointView:
    """As the institution that is named sees it; without one, as the first for which its reader speaks."""
    scene, named = turn.scene, turn.spoken.institution
    gathering = gathered(scene.uow, [scene.change])[0]
    own = [each.institution for each in scene.change.parts]
    mine = [each for each in own if speaks_for(turn.person, each, scene.problems, scene.community)]
    looking = LookingOn(scene.uow, scene.place, turn.person, scene.now)
    return looking.view(gathering, named or next(iter(mine), ""))


def own_joint_changes(database: Database, asked: Asked) -> list[JointView]:
    """The changes that run in one's community and in which one's institutions take part; the others after them.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        looking = LookingOn(uow, member.place, member.person, asked.now)
        community, views = member.place.community, []
        for each in joint_changes_of(uow, member.place):
            if may_know_of(member.person, each.problems, community):
                able = [one.institution for one in each.change.parts]
                mine = [one for one in able if speaks_for(member.person, one, each.problems, community)]
                views.append(looking.view(each, mine[0] if mine else ""))
        return sorted(views, key=lambda each: each.own is None)
