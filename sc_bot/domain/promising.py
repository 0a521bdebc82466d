"""Who may promise, and who may do what to a promise."""

from enum import StrEnum

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Community, Person
from sc_bot.domain.covering import acting
from sc_bot.domain.permissions import acts_for, contributes
from sc_bot.domain.problems import Problem, State


class Act(StrEnum):
    """Everything that can be done to a promise."""

    MAKE = "make"
    DONE = "done"
    ON_TRACK = "on_track"
    REDATE = "redate"
    BLOCK = "blocked"
    HAND = "hand"
    CANCEL = "cancel"
    TAKE = "take"
    DECLINE = "decline"
    PROVIDE = "provided"
    """What it needs is there."""
    CANNOT = "cannot"
    """What it needs does not come from the one who is asked for it."""


OF_THE_OWNER = frozenset({Act.DONE, Act.ON_TRACK, Act.REDATE, Act.BLOCK, Act.HAND, Act.CANCEL})
OF_THE_ASKED = frozenset({Act.TAKE, Act.DECLINE})
OF_THE_NEEDED = frozenset({Act.PROVIDE, Act.CANNOT})


def may_promise(person: Person, problem: Problem, community: Community) -> bool:
    """The director of the institution that leads or of one that contributes, or a delegate; never the facilitator."""
    return acts_for(person, problem, community) or contributes(person, problem, community)


def promises_for(person: Person, problem: Problem, community: Community) -> str:
    """In the name of which institution this person promises: the lead, else the first contributor that they direct."""
    able = [each for each in (problem.institution, *problem.contributors) if directs(person, community, each, problem)]
    return next((each for each in able if each), problem.institution or "")


def keeps_for(person: Person, commitment: Commitment, problem: Problem, community: Community) -> str:
    """For which institution this person keeps a promise: where they work, if it leads or contributes; else as it was.

    Whoever works at, or directs, the institution that promised keeps it there.
    """
    partners = [each for each in (problem.lead, *problem.contributors) if each]
    theirs = [each for each in partners if each == person.institution or directs(person, community, each, problem)]
    at_home = person.institution == commitment.institution or directs(
        person, community, commitment.institution, problem
    )
    return commitment.institution if at_home or not theirs else theirs[0]


def can_be_promised(problem: Problem) -> bool:
    """Whether it is the time for promises: somebody leads."""
    return problem.state is State.ACCEPTED


def may(person: Person, act: Act, commitment: Commitment, problem: Problem, community: Community) -> bool:
    """Whether this person may do this to this promise.

    Its owner may, and whoever directs the owner's institution; taking it over is for the one who is asked, and what
    it needs is for the one of whom it is needed to say. Whoever covers an absent owner, or needed person, may too.
    """
    if act in OF_THE_ASKED:
        return person.id == commitment.offered_to
    if act in OF_THE_NEEDED:
        return _is_or_covers(person, commitment.needs_of, problem, community)
    if act is Act.MAKE:
        return may_promise(person, problem, community)
    directs_it = directs(person, community, commitment.institution, problem) and not is_kept_out(person, problem)
    return directs_it or _is_or_covers(person, commitment.owner, problem, community)


def _is_or_covers(person: Person, named: str | None, problem: Problem, community: Community) -> bool:
    """Whether this person is the one who is named, or acts for them while they are away."""
    absent = community.person(named) if named else None
    if person.id == named or absent is None or community.absence_of(absent.id) is None:
        return person.id == named
    there = acting(community, absent, problem.continuum)
    return there is not None and there.id == person.id and not facilitates(person, community)


def acts(person: Person, commitment: Commitment, problem: Problem, community: Community) -> frozenset[Act]:
    """Everything that this person can do to it now."""
    if not (commitment.is_owed or commitment.is_offered):
        return frozenset()
    able = OF_THE_ASKED if commitment.is_offered else OF_THE_OWNER | OF_THE_ASKED | OF_THE_NEEDED
    return frozenset(each for each in able if may(person, each, commitment, problem, community))
