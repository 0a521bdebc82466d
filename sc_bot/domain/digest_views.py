"""What a weekly digest says to one reader, as values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sc_bot.domain.access import Access
from sc_bot.domain.community import Localised
from sc_bot.domain.counts import DeadlockCounts, Tally, Waiting
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.digests import Kind
from sc_bot.domain.due import Due
from sc_bot.domain.lesson_lines import NO_NEWS, LessonAcross, LessonNews
from sc_bot.domain.meeting_views import MeetingLine
from sc_bot.domain.pulse_views import PulseView
from sc_bot.domain.views import CommitmentView, JointLine, MorningView, ProblemView, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A problem that was solved lately; `quote`: what its author said changed, if they agreed to be quoted.

    `access`: how hard it was to get care before and is since, if both were measured.
    """

    problem: ProblemView
    first_unsolvable: bool
    quote: str | None = None
    access: Access | None = None


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
    raised: tuple[str, ...] = ()
    """The problems whose deadlocks wait for the general managers, the oldest first."""
    solved: Solved | None = None
    morning: MorningView | None = None
    meetings: tuple[MeetingLine, ...] = ()
    """Those of the week that follows, of the committees on which its reader sits."""
    late: bool = False
    lessons: LessonNews = NO_NEWS
    to_sign: bool = False
    """The charter has a new version, which its reader has not signed; said once, in the first digest after it."""


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
    tried: tuple[tuple[ProblemView, Due], ...] = ()
    """What is tried in the community, and until when."""
    freed: Decimal = Decimal(0)
    """Hours a week that the community's solved problems free."""
    joint: tuple[JointLine, ...] = ()
    """Joint changes that run, by date."""
    lessons: LessonNews = NO_NEWS
    across: tuple[LessonAcross, ...] = ()
    """Where the newest lessons stand, institution by institution."""
    deadlocks: tuple[ProblemView, ...] = ()
    """For those who decide about them: each problem with its deadlock, the oldest first."""
    stuck: DeadlockCounts | None = None
    """For the same: what became of what was stuck, and of what nobody believed in."""
    pulse: PulseView | None = None
    """What a wave showed that ended lately."""
