"""A commitment: what somebody promised for a problem, and by when.

One named person of one institution promises it. Whoever is asked to take one over must accept; until then it stays with
the one who has it. A new date never replaces the first: each stays in the history, with its reason.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sc_bot.domain.due import Due


class Standing(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    BLOCKED = "blocked"
    """Something is needed of somebody else first."""
    OFFERED = "offered"
    """Noted in a meeting for somebody who has not confirmed it: nothing is promised yet, so nothing is owed."""
    DONE = "done"
    CANCELLED = "cancelled"


STANDING = frozenset({Standing.OPEN, Standing.BLOCKED})
"""Still owed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise as it stands now; what happened before is in its problem's history.

    `number` counts the promises of one problem from 1; `owner`, `offered_to` and `needs_of` are people of the community
    file; `what` and `expected` (the evidence) are texts. `zone` is where the due day is a day. `confirmed_at` is when
    its owner last said that it is on track.
    """

    id: int
    workspace: str
    community: int
    problem: int
    number: int
    reference: str
    what: int
    institution: str
    owner: str
    due: Due
    zone: str
    first_due: Due
    standing: Standing
    made_at: datetime
    expected: int | None = None
    offered_to: str | None = None
    needs_of: str | None = None
    redated: int = 0
    confirmed_at: datetime | None = None
    blocked_at: datetime | None = None
    ended_at: datetime | None = None
    depends_on: tuple[int, ...] = ()
    version: int = 0

    @property
    def is_owed(self) -> bool:
        """Whether it is neither kept nor given up."""
        return self.standing in STANDING

    @property
    def is_offered(self) -> bool:
        """Whether it waits for the yes of whoever it was noted for."""
        return self.standing is Standing.OFFERED

    @property
    def deadline(self) -> datetime:
        """The instant after which it is late."""
        return self.due.ends(ZoneInfo(self.zone))

    def is_late(self, now: datetime) -> bool:
        """Whether its time is over and it is still owed."""
        return self.is_owed and now >= self.deadline

    def is_due_on(self, day: date) -> bool:
        """Whether it is owed on that day of its zone."""
        return self.is_owed and self.due.day == day


def keep(commitment: Commitment, now: datetime) -> Commitment | None:
    """It is done."""
    if not commitment.is_owed:
        return None
    return replace(commitment, standing=Standing.DONE, ended_at=now, offered_to=None, needs_of=None)


def cancel(commitment: Commitment, now: datetime) -> Commitment | None:
    """It is given up, for a reason."""
    if not (commitment.is_owed or commitment.is_offered):
        return None
    return replace(commitment, standing=Standing.CANCELLED, ended_at=now, offered_to=None, needs_of=None)


def confirm(commitment: Commitment, now: datetime) -> Commitment | None:
    """It is on track; what was blocked no longer is."""
    if not commitment.is_owed:
        return None
    return replace(commitment, standing=Standing.OPEN, confirmed_at=now, needs_of=None, blocked_at=None)


def block(commitment: Commitment, needs_of: str | None, now: datetime) -> Commitment | None:
    """Something is needed first, of a person if one is named."""
    if not commitment.is_owed:
        return None
    since = commitment.blocked_at or now
    return replace(commitment, standing=Standing.BLOCKED, needs_of=needs_of, blocked_at=since, confirmed_at=None)


def provide(commitment: Commitment) -> Commitment | None:
    """What was needed of a person is there: nothing stands in the way any more, and its owner takes the next step."""
    if not commitment.is_owed or commitment.needs_of is None:
        return None
    return replace(commitment, standing=Standing.OPEN, needs_of=None, blocked_at=None)


def withhold(commitment: Commitment) -> Commitment | None:
    """What is needed does not come from that person: it stays blocked, and nobody is asked any more."""
    if not commitment.is_owed or commitment.needs_of is None:
        return None
    return replace(commitment, needs_of=None)


def unask(commitment: Commitment, gone: Container[str | None]) -> Commitment | None:
    """Those of the gone who were asked, to take it over or for what it needs, are asked no more."""
    if not commitment.is_owed:
        return None
    offered = None if commitment.offered_to in gone else commitment.offered_to
    needed = None if commitment.needs_of in gone else commitment.needs_of
    after = replace(commitment, offered_to=offered, needs_of=needed)
    return after if after != commitment else None


def wait(commitment: Commitment, firsts: tuple[int, ...]) -> Commitment | None:
    """From now on it waits for these promises, which must be kept first."""
    return replace(commitment, depends_on=firsts) if commitment.is_owed else None


def redate(commitment: Commitment, due: Due, zone: str) -> Commitment | None:
    """Another date, counted; the same one changes nothing."""
    if not commitment.is_owed or due == commitment.due:
        return None
    return replace(commitment, due=due, zone=zone, redated=commitment.redated + 1, confirmed_at=None)


def offer(commitment: Commitment, person: str) -> Commitment | None:
    """Somebody else is asked to take it over."""
    if not commitment.is_owed or person in (commitment.owner, commitment.offered_to):
        return None
    return replace(commitment, offered_to=person)


def take(commitment: Commitment, person: str, institution: str) -> Commitment | None:
    """The one who was asked takes it over, from now on for this institution."""
    if not commitment.is_owed or commitment.offered_to != person:
        return None
    return replace(commitment, owner=person, institution=institution, offered_to=None, confirmed_at=None)


def accept_offer(commitment: Commitment, person: str) -> Commitment | None:
    """Whoever it was noted for confirms it: from now on it is promised."""
    if not commitment.is_offered or commitment.offered_to != person:
        return None
    return replace(commitment, standing=Standing.OPEN, offered_to=None)


def refuse_offer(commitment: Commitment, person: str, now: datetime) -> Commitment | None:
    """Whoever it was noted for does not: nothing was promised."""
    return cancel(commitment, now) if commitment.is_offered and commitment.offered_to == person else None


def decline(commitment: Commitment, person: str) -> Commitment | None:
    """The one who was asked does not; it stays where it was."""
    if not commitment.is_owed or commitment.offered_to != person:
        return None
    return replace(commitment, offered_to=None)
