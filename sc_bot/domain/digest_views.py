"""What a weekly digest says to one reader, as values."""

from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.counts import Tally, Waiting
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.digests import Kind
from sc_bot.domain.views import CommitmentView, MorningView, ProblemView, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A problem that was solved lately; `quote`: what its author said changed, if they agreed to be quoted."""

    problem: ProblemView
    first_unsolvable: bool
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """The first screen: what is asked of its reader, then two lines of figures.

    `own` is the tally of the reader's institution, None without one; `unassigned` counts open problems that have no
    institution yet. `since` and `until` bound the figures. `morning` is the list of the day that it contains.
    """

    reader: Reader
    community: int
    week: date
    day: date
    kinds: tuple[Kind, ...]
    institution: Localised | None
    own: Tally | None
    whole: Tally
    unassigned: int
    since: datetime
    until: datetime
    decisions: tuple[DecisionView, ...] = ()
    """What waits for the reader's decision, and what they decided since the digest came."""
    solved: Solved | None = None
    morning: MorningView | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitView:
    """One thing that one institution waits for from another; no names of people."""

    reference: str
    problem: ProblemView
    kind: Waiting
    waiting: Localised
    waited_for: Localised


@dataclass(frozen=True, slots=True, kw_only=True)
class RestView:
    """The rest of a digest, behind one button; empty parts are left out. `before`: the tally a digest earlier."""

    reader: Reader
    institution: Localised | None
    until: datetime
    now: Tally
    before: Tally | None
    before_on: date | None
    oldest: tuple[ProblemView, ...] = ()
    late: tuple[CommitmentView, ...] = ()
    redated: tuple[CommitmentView, ...] = ()
    kept: tuple[CommitmentView, ...] = ()
    they_wait: tuple[WaitView, ...] = ()
    we_wait: tuple[WaitView, ...] = ()
    solved: tuple[Solved, ...] = ()
