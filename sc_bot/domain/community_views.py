"""A community as its people see it: its life, its health, its cycle reviews."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.community import Localised
from sc_bot.domain.counts import DeadlockCounts, Tally
from sc_bot.domain.cycles import Stage
from sc_bot.domain.views import Choice, Reader


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who cannot be told in Slack, and where they work."""

    name: str
    institution: Localised | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One cycle review; without a day it waits to be held."""

    number: int
    day: date
    held_on: date | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityView:
    """What a community is, and where it stands. `others`: the communities of the workspace where the reader also is.

    `where_to_go`, `archived_on` and `undo_until` are None unless it is archived.
    """

    reader: Reader
    community: int
    name: Localised
    stage: Stage
    starts_on: date
    ends_on: date
    institutions: int
    signed: int
    facilitator: str | None
    others: tuple[Choice, ...] = ()
    review: ReviewView | None = None
    facilitates: bool = False
    open: int = 0
    """Problems that are open; shown to the facilitator."""
    archived_on: date | None = None
    where_to_go: str | None = None
    undo_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleView:
    """The figures of one cycle, for whoever prepares its review. People are counted, never named."""

    reader: Reader
    community: int
    number: int
    begun: date
    day: date
    tally: Tally
    asked: int
    """Answers that were asked of general managers in the cycle."""
    answered: int
    stuck: DeadlockCounts
    """Since the community began: what was perceived as unsolvable, and what became of it."""
    held: bool = False


@dataclass(frozen=True, slots=True)
class GapView:
    """One thing that the community lacks; about an institution, a committee or nobody."""

    what: str
    about: Localised | None = None
    waiting: int = 0
    """Of an institution gone quiet: what waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationView:
    """How a general manager took part since the cycle began: seen by themselves and by the facilitator."""

    name: str
    institution: Localised | None
    asked: int
    answered: int
    looked_on: date | None


@dataclass(frozen=True, slots=True)
class UndeliveredView:
    """Messages that the bot gave up: to whom (a name, or a channel with its `#`), Slack's reason, how many."""

    to: str
    reason: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """What a community lacks, for the facilitator; for a general manager, how they took part themselves."""

    reader: Reader
    name: Localised
    since: date
    gaps: tuple[GapView, ...] = ()
    unreachable: tuple[PersonView, ...] = ()
    undelivered: tuple[UndeliveredView, ...] = ()
    participation: tuple[ParticipationView, ...] = ()
    own: bool = False
    """Only one's own participation is shown."""
