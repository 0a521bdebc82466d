"""A participation: one institution that is asked to contribute to a problem which another one leads.

There is one lead at a time, and it is nobody's contributor. Whoever is asked accepts, or declines and says why, and may
be asked again. What happened before is in the problem's history.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.problems import Problem, State
from sc_bot.domain.refusals import Refused, Why


class Taking(StrEnum):
    """Where a participation stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ENDED = "ended"
    """The institution leads now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One institution's part in one problem, as it stands now.

    `asked_by` is a person of the community, `what` the text that says what is asked; `at` is since when it stands so.
    """

    id: int
    workspace: str
    community: int
    problem: int
    institution: str
    standing: Taking
    asked_by: str
    what: int
    at: datetime


def can_be_asked(problem: Problem) -> bool:
    """Whether it is the time to ask partners: somebody leads, and it is not kept to a few."""
    return problem.state is State.ACCEPTED and not problem.restricted


def ask(
    problem: Problem, institution: str, before: Participation | None, *, by: str, now: datetime
) -> Participation | None:
    """An institution is asked; None when it is asked or contributes already. The words are the caller's to add.

    Raises:
        Refused: it is the one that leads.
    """
    if institution == problem.institution:
        raise Refused(Why.LEADS_ITSELF, field="institution")
    if before is not None and before.standing in {Taking.ASKED, Taking.ACCEPTED}:
        return None
    return Participation(
        id=before.id if before else 0,
        workspace=problem.workspace,
        community=problem.community,
        problem=problem.id,
        institution=institution,
        standing=Taking.ASKED,
        asked_by=by,
        what=0,
        at=now,
    )


def accept(participation: Participation, now: datetime) -> Participation | None:
    """It contributes."""
    return _answered(participation, Taking.ACCEPTED, now)


def decline(participation: Participation, now: datetime) -> Participation | None:
    """It does not."""
    return _answered(participation, Taking.DECLINED, now)


def end(participation: Participation, now: datetime) -> Participation | None:
    """It leads now; what it was asked for is part of that."""
    if participation.standing not in {Taking.ASKED, Taking.ACCEPTED}:
        return None
    return replace(participation, standing=Taking.ENDED, at=now)


def _answered(participation: Participation, standing: Taking, now: datetime) -> Participation | None:
    return replace(participation, standing=standing, at=now) if participation.standing is Taking.ASKED else None


def with_standing(problem: Problem, participation: Participation) -> Problem:
    """The problem, which knows who is asked and who contributes."""
    others = tuple(each for each in problem.invited if each != participation.institution)
    partners = tuple(each for each in problem.contributors if each != participation.institution)
    match participation.standing:
        case Taking.ASKED:
            return replace(problem, invited=(*others, participation.institution), contributors=partners)
        case Taking.ACCEPTED:
            return replace(problem, invited=others, contributors=(*partners, participation.institution))
        case _:
            return replace(problem, invited=others, contributors=partners)
