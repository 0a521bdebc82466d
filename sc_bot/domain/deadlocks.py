"""A deadlock: a problem that shows a sign of being stuck, until somebody decides on a way out.

A sign is no verdict, and going away is no way out: a deadlock whose sign is gone stays until it is decided. A decision
answers what was there when it was taken; only what comes after it counts again (domain, section 2).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.answerable import facilitates, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight


class Sign(StrEnum):
    """Each reason to think that a problem is stuck."""

    UNSOLVABLE = "unsolvable"
    """Somebody perceives it as unsolvable."""
    RETURNED = "returned"
    CIRCLE = "circle"
    """Promises wait for each other."""
    UNOWNED = "unowned"
    """Nobody has accepted to lead for long."""
    REDATED = "redated"
    BLOCKED = "blocked"
    REOPENED = "reopened"


class Stage(StrEnum):
    """Who is to decide."""

    SUPPORT = "support"
    """The support committee."""
    STEERING = "steering"
    """The general managers."""


class Way(StrEnum):
    """How a deadlock ends: three decisions, or with its problem."""

    LEAD = "lead"
    """An institution leads, with a plan of all."""
    RESOURCES = "resources"
    WE_WILL_NOT = "we_will_not"
    """Written, with its reason; the problem is closed without a solution."""
    CLOSED = "closed"
    """Nobody decided: the problem was closed or withdrawn."""


DECISIONS = (Way.LEAD, Way.RESOURCES, Way.WE_WILL_NOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What shows one sign, as values; what a sign does not need is empty.

    Attributes:
        sign: which one.
        times: when it was perceived, returned, reopened; since when nobody leads, or it is blocked.
        institutions: those that returned it, in order.
        offices: as what those who perceive it as unsolvable said so.
        promise: the promise (its id) that was re-dated, or is blocked.
        number: how many re-datings, or working days.
        need: the text that says what is needed.
        circle: promises (their ids), each of which waits for the next, the last for the first.
    """

    sign: Sign
    times: tuple[datetime, ...] = ()
    institutions: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    promise: int | None = None
    number: int = 0
    need: int | None = None
    circle: tuple[int, ...] = ()

    @property
    def promises(self) -> tuple[int, ...]:
        """Every promise that it names."""
        return self.circle if self.promise is None else (self.promise,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlock:
    """One deadlock of a problem, with the evidence for it as it was found.

    `next_at` is when somebody looks again: while it is open before the support committee, to bring it before the
    general managers; after a decision, whether it is stuck anew. `text` is what was decided, `institution` the one
    that leads or gives.
    """

    id: int
    workspace: str
    community: int
    problem: int
    found_at: datetime
    evidence: tuple[Evidence, ...]
    stage: Stage = Stage.SUPPORT
    next_at: datetime | None = None
    ended_at: datetime | None = None
    way: Way | None = None
    institution: str | None = None
    text: int | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.ended_at is None

    @property
    def is_decided(self) -> bool:
        """Whether somebody decided on a way out."""
        return self.way in DECISIONS

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Its signs."""
        return tuple(each.sign for each in self.evidence)


def with_more(deadlock: Deadlock, found: tuple[Evidence, ...]) -> Deadlock | None:
    """The deadlock with the signs that it did not show yet; None where there is none."""
    new = tuple(each for each in found if each.sign not in deadlock.signs)
    return replace(deadlock, evidence=(*deadlock.evidence, *new)) if new else None


def raised(deadlock: Deadlock) -> Deadlock | None:
    """It goes before the general managers; None where it is there, or over."""
    if not deadlock.is_open or deadlock.stage is Stage.STEERING:
        return None
    return replace(deadlock, stage=Stage.STEERING, next_at=None)


def ended(
    deadlock: Deadlock, way: Way, now: datetime, *, institution: str | None = None, text: int | None = None
) -> Deadlock | None:
    """Its end; None where it has ended."""
    if not deadlock.is_open:
        return None
    return replace(deadlock, ended_at=now, way=way, institution=institution, text=text, next_at=None)


def may_know(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person may know that it is stuck: who reads its history, and general managers, who decide."""
    seen = sight(person, problem, community)
    return seen.text or (seen.lead and Role.GENERAL_MANAGER in person.roles)


def may_end(person: Person, stage: Stage, problem: Problem, community: Community) -> bool:
    """The support committee decides, or the facilitator records it for them; then general managers may, too."""
    if is_kept_out(person, problem) or not sight(person, problem, community).exists:
        return False
    roles = {Role.SUPPORT_COMMITTEE, *([Role.GENERAL_MANAGER] if stage is Stage.STEERING else [])}
    return facilitates(person, community) or bool(roles & {*person.roles})
