"""A try-out: a solution that somebody of the frontline proposes, tried on a small scale before it is rolled out.

It belongs to one problem. Whoever has the problem starts it, where and until when, or says why not; at its end they say
what came out of it, and roll it out (that is a promise like any other) or stop.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.community import Community, Person
from sc_bot.domain.due import Due
from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.problems import Problem


class Trying(StrEnum):
    """Where a try-out stands."""

    PROPOSED = "proposed"
    RUNNING = "running"
    ENDED = "ended"
    """Its outcome is known; what follows from it is not yet."""
    DECLINED = "declined"
    STOPPED = "stopped"
    ROLLED_OUT = "rolled_out"


UNDER_WAY = frozenset({Trying.PROPOSED, Trying.RUNNING, Trying.ENDED})
"""Somebody has a next step."""


class Outcome(StrEnum):
    """What came out of it."""

    WORKS = "works"
    PARTLY = "partly"
    NOT = "does_not"


class TryAct(StrEnum):
    """What whoever has the problem can do with it."""

    START = "start"
    DECLINE = "decline"
    RESULT = "result"
    ROLL_OUT = "roll_out"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tryout:
    """One try-out as it stands now; what happened before is in its problem's history.

    `number` counts those of one problem from 1. `what`, `where` and `said` are texts: the solution, where it is tried,
    and what was said last about it (its outcome, or why not). `institution` tries it. `name_shown`: whoever proposed
    it wants the credit.
    """

    id: int
    workspace: str
    community: int
    problem: int
    number: int
    reference: str
    what: int
    proposed_by: str
    name_shown: bool
    proposed_at: datetime
    standing: Trying = Trying.PROPOSED
    institution: str | None = None
    where: int | None = None
    until: Due | None = None
    zone: str = "UTC"
    outcome: Outcome | None = None
    said: int | None = None
    ended_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TryoutView:
    """One try-out for one reader; its words are None for those who may not read the problem's.

    `by` is the name of whoever proposed it, where they show it; `is_own`: it is the reader.
    """

    reference: str
    problem: str
    number: int
    what: str | None
    where: str | None
    until: Due | None
    zone: str
    standing: Trying
    outcome: Outcome | None
    by: str | None
    is_own: bool
    offers: frozenset[TryAct] = frozenset()


_NEXT = {
    Trying.PROPOSED: frozenset({TryAct.START, TryAct.DECLINE}),
    Trying.RUNNING: frozenset({TryAct.RESULT, TryAct.STOP}),
    Trying.ENDED: frozenset({TryAct.ROLL_OUT, TryAct.STOP}),
}


def acts(person: Person, tryout: Tryout, problem: Problem, community: Community) -> frozenset[TryAct]:
    """What this person can do with it now: whoever has the problem, while it is open."""
    if not problem.is_open or problem.restricted or not may(person, Verb.TRY, problem, community):
        return frozenset()
    return next_acts(tryout)


def next_acts(tryout: Tryout) -> frozenset[TryAct]:
    """What can follow, whoever asks; what does not work at all is not rolled out."""
    able = _NEXT.get(tryout.standing, frozenset())
    return able - {TryAct.ROLL_OUT} if tryout.outcome is Outcome.NOT else able


def start(tryout: Tryout, institution: str, where: int, until: Due, zone: str) -> Tryout | None:
    """It is tried, there and until then; None when it can no longer be started."""
    if TryAct.START not in next_acts(tryout):
        return None
    return replace(
        tryout, standing=Trying.RUNNING, institution=institution, where=where, until=until, zone=zone, said=None
    )


def decline(tryout: Tryout, why: int, now: datetime) -> Tryout | None:
    """It is not tried; or no longer, when it was begun."""
    able = next_acts(tryout)
    if not able & {TryAct.DECLINE, TryAct.STOP}:
        return None
    standing = Trying.DECLINED if TryAct.DECLINE in able else Trying.STOPPED
    return replace(tryout, standing=standing, said=why, ended_at=now)


def conclude(tryout: Tryout, outcome: Outcome, said: int | None) -> Tryout | None:
    """What came out of it; it may be said before its day."""
    if TryAct.RESULT not in next_acts(tryout):
        return None
    return replace(tryout, standing=Trying.ENDED, outcome=outcome, said=said)


def roll_out(tryout: Tryout, now: datetime) -> Tryout | None:
    """It becomes the way things are done."""
    if TryAct.ROLL_OUT not in next_acts(tryout):
        return None
    return replace(tryout, standing=Trying.ROLLED_OUT, ended_at=now)
