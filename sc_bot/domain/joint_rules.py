"""Who may do what to a joint change, and what it asks of whom."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.community import Community, Person
from sc_bot.domain.joint_changes import PREPARED, RUNNING, Answered, JointChange, Part, Stage, can_take
from sc_bot.domain.permissions import acts_for, may_steer
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight


class JointAct(StrEnum):
    """Everything that can be done to a joint change; the first ones are done for one institution."""

    TAKE = "take"
    DECLINE = "decline"
    AGREE = "agree"
    READY = "ready"
    NEED = "need"
    SLIP = "slip"
    """Not ready: another date."""
    BACK = "back"
    """Write how one would go back."""
    ROLL_BACK = "roll_back"
    ABANDON = "abandon"
    CHECK = "check"
    """Say whether it changed."""


OF_A_PART = frozenset({JointAct.TAKE, JointAct.DECLINE, JointAct.AGREE, JointAct.READY, JointAct.NEED, JointAct.SLIP})
OF_A_DATE = frozenset({JointAct.AGREE, JointAct.READY, JointAct.NEED})
"""What a part says about the date that it was shown."""


class JointAsked(StrEnum):
    """What a joint change asks of who answers for an institution, the most pressing first."""

    TAKE = "take"
    AGREE = "agree"
    READY = "ready"
    DATE = "date"
    """A new date."""
    CHECK = "check"


def speaks_for(person: Person, institution: str, problems: Sequence[Problem], community: Community) -> bool:
    """Whether this person acts for an institution in it: its director, a delegate, who covers; not the facilitator."""
    if any(is_kept_out(person, each) for each in problems):
        return False
    return any(directs(person, community, institution, each) for each in problems)


def takes_part(person: Person, change: JointChange, problems: Sequence[Problem], community: Community) -> bool:
    """Whether they act for an institution that has taken its part."""
    return any(speaks_for(person, each.institution, problems, community) for each in change.taken)


def may_know_of(person: Person, problems: Sequence[Problem], community: Community) -> bool:
    """Whether they may know of one of its problems."""
    return any(sight(person, each, community).exists for each in problems)


def reads(person: Person, problems: Sequence[Problem], community: Community) -> bool:
    """Whether they read the words: what changes, what is needed, how one goes back."""
    return any(sight(person, each, community).text for each in problems)


def may(person: Person, act: JointAct, change: JointChange, problems: Sequence[Problem], community: Community) -> bool:
    """Whether it is theirs to do in this change, for no institution in particular."""
    steers = any(may_steer(person, each, community) for each in problems)
    match act:
        case JointAct.SLIP | JointAct.BACK:
            return steers or takes_part(person, change, problems, community)
        case JointAct.ABANDON:
            return steers
        case JointAct.ROLL_BACK:
            leads = any(acts_for(person, each, community) for each in problems)
            return leads or facilitates(person, community)
        case _:
            return False


def applies(act: JointAct, change: JointChange, part: Part | None) -> bool:
    """Whether this still makes sense, whoever asks."""
    is_taken = part is not None and part.answered is Answered.TAKEN
    is_dated = change.stage in PREPARED and change.day is not None
    match act:
        case JointAct.TAKE:
            return part is not None and can_take(change, part.institution)
        case JointAct.DECLINE:
            return part is not None and part.answered is not Answered.DECLINED and change.stage in PREPARED
        case JointAct.AGREE:
            return is_taken and is_dated and part is not None and not part.agrees
        case JointAct.READY:
            return is_taken and is_dated and part is not None and not part.ready
        case JointAct.NEED:
            return is_taken and is_dated
        case JointAct.SLIP:
            return change.stage in PREPARED and (part is None or is_taken)
        case JointAct.BACK | JointAct.ABANDON:
            return change.stage in PREPARED
        case JointAct.ROLL_BACK:
            return change.stage is Stage.GONE
        case JointAct.CHECK:
            return part is not None and part.checking and not part.is_verified and change.stage is Stage.GONE


def offered(
    person: Person, change: JointChange, problems: Sequence[Problem], community: Community, institution: str
) -> frozenset[JointAct]:
    """Everything that they can do now, where a card is about one institution; empty: about none."""
    part = change.of(institution)
    speaks = part is not None and speaks_for(person, institution, problems, community)
    able = {each for each in OF_A_PART if speaks}
    able |= {each for each in JointAct if may(person, each, change, problems, community)}
    about = {each: part if each in OF_A_PART and speaks else None for each in able}
    return frozenset(each for each in able if applies(each, change, about[each]))


def asks_whether(change: JointChange, institution: str) -> bool:
    """Whether it is asked there now if it changed."""
    return applies(JointAct.CHECK, change, change.of(institution))


def asks(change: JointChange, institution: str, *, soon: date) -> JointAsked | None:
    """What it asks of an institution now; to be ready only from the day `soon` on, which is near its date."""
    part = change.of(institution)
    if part is None or change.stage not in RUNNING or part.answered is Answered.DECLINED:
        return None
    if can_take(change, institution):
        return JointAsked.TAKE
    if change.stage is Stage.GONE:
        return JointAsked.CHECK if applies(JointAct.CHECK, change, part) else None
    if change.day is None:
        return JointAsked.DATE
    if not part.agrees:
        return JointAsked.AGREE
    return JointAsked.READY if not part.ready and change.day <= soon else None
