"""The steering workbook as values: what one reader may see of a community, row by row, and what stands on its cover.

Names of people stand beside promises only for their own institution and for the facilitator: there are none in what
institutions show each other. An author's name never stands anywhere.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from sc_bot.domain.access import Access
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Localised
from sc_bot.domain.counts import CommunityCounts, Tally
from sc_bot.domain.deadlock_views import DeadlockView
from sc_bot.domain.decisions import Behalf, Deciding
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joint_changes import Stage as JointStage
from sc_bot.domain.lessons import Facet, Origin, Stage, Taken
from sc_bot.domain.problems import Closing, Problem, Severity, State, Verdict
from sc_bot.domain.pulse_views import PulseEntry
from sc_bot.domain.reorganising import NOTHING_SAID, Reorganised, Sort
from sc_bot.domain.texts import TextKind
from sc_bot.domain.views import StepView


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A workbook that somebody asked for, or that is sent before a meeting (`meeting`).

    `person` is of the community file; empty for the command line. `since` is when they had the one before.
    """

    id: int
    workspace: str
    community: int
    person: str
    at: datetime
    since: datetime | None = None
    meeting: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is read of each problem, and no more. `card_of` is the Slack id of the reader whose card is looked for."""

    texts: frozenset[TextKind] = frozenset()
    steps: frozenset[Happened] = frozenset()
    promises: bool = False
    card_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A problem with what was wanted of it. `card` is the conversation and the moment of a card in Slack."""

    problem: Problem
    texts: Mapping[int, str] = field(default_factory=dict)
    title: str | None = None
    description: str | None = None
    statement: str | None = None
    objective: str | None = None
    steps: tuple[Event, ...] = ()
    promises: tuple[Commitment, ...] = ()
    card: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One problem for one reader; what they may not see is None or empty. Days are the reader's."""

    reference: str
    link: str | None
    state: State
    title: str | None
    continuum: Localised | None
    institution: Localised | None
    partners: tuple[Localised, ...]
    description: str | None
    severity: Severity
    reported_on: date | None
    answer_by: date
    accepted_on: date | None
    closed_on: date | None
    closing: Closing | None
    verdict: Verdict | None
    returns: int | None
    reopened: int | None
    promised: int | None
    late: int | None
    next_due: date | None
    working_days: int | None
    """Since it was reported, while it is open."""
    noticed_by_clients: bool
    restricted: bool
    access: Access | None = None
    reorganised: Reorganised = NOTHING_SAID
    objective: Localised | None = None
    statement: str | None = None
    """The words on which its author and whoever has it agreed, beside the description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One promise; `person` where its reader may know who."""

    reference: str
    problem: str
    link: str | None
    institution: Localised
    person: str | None
    what: str | None
    standing: Standing
    made_on: date
    first_due: Due
    due: Due
    redated: int
    is_late: bool
    working_days_late: int
    blocked_on: date | None
    ended_on: date | None
    sort: Sort | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """One date that a promise had: the first, or a later one with its reason."""

    promise: str
    institution: Localised
    number: int
    due: Due
    said_on: date
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of a problem's history; `at` is local to the reader."""

    reference: str
    at: datetime | None
    step: StepView
    by: Localised | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What general managers were asked to decide: institutions answer, nobody is named; or what a committee decided.

    With a `committee`, the question is its decision, on the day of its meeting, and nothing else is filled.
    """

    reference: str
    problem: str
    question: str | None
    otherwise: str | None
    behalf: Behalf
    institution: Localised | None
    asked_on: date
    due: date | None
    standing: Deciding | None
    agreed: tuple[Localised, ...] = ()
    refused: tuple[Localised, ...] = ()
    to_discuss: tuple[Localised, ...] = ()
    silent: tuple[Localised, ...] = ()
    reasons: tuple[str, ...] = ()
    committee: Localised | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRow:
    """One joint change: institutions and what they said, nobody is named; words where its reader may read them."""

    reference: str
    problems: tuple[str, ...]
    what: str | None
    stage: JointStage
    day: date | None
    needed: int
    begun_on: date
    went_on: date | None
    has_back: bool
    back: str | None
    taken: tuple[Localised, ...]
    ready: tuple[Localised, ...]
    silent: tuple[Localised, ...]
    declined: tuple[Localised, ...]
    verified: tuple[Localised, ...]
    reopened: tuple[Localised, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """One lesson, with what became of it at each institution to which it was offered, by its id."""

    reference: str
    problem: str | None
    origin: Origin
    stage: Stage
    continuum: Localised | None
    institution: Localised | None
    asked_on: date
    published_on: date | None
    words: Mapping[Facet, str | None]
    standings: Mapping[str, Taken]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlockRow:
    """One deadlock, and where its problem stands now."""

    deadlock: DeadlockView
    state: State
    closing: Closing | None
    title: str | None
    lead: Localised | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first sheet: for whom, as of when, what is asked, and what changed.

    Moments are local to the reader. `since` is the day of the workbook before; None: this is the first. `reader` is
    empty for the command line. `counts` are the community's, over the stretch since then.
    """

    community: Localised
    reader: str
    reader_institution: Localised | None
    as_of: datetime
    since: date | None
    meeting: datetime | None
    counts: CommunityCounts
    own: Tally | None
    """The figures of the reader's institution."""
    arbitration: int
    """Problems before the support committee."""
    stuck: int
    """Deadlocks that wait for a decision."""
    freed: Decimal = Decimal(0)
    """Hours a week that solved problems free."""
    decisions: int = 0
    """Requests that wait for a decision of general managers."""
    weeks: tuple[tuple[date, CommunityCounts], ...] = ()
    names: Mapping[str, Localised] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole workbook; rows are read while they are written, so that memory does not grow with them.

    `problems_at_most` and `steps_at_most` bound the rows of a sheet, before anything is left out for its reader.
    """

    problems: Callable[[], Iterable[ProblemRow]]
    promises: Callable[[], Iterable[PromiseRow]]
    dates: Callable[[], Iterable[DateRow]]
    steps: Callable[[], Iterable[StepRow]]
    deadlocks: Callable[[], Iterable[DeadlockRow]]
    decisions: Callable[[], Iterable[DecisionRow]]
    lessons: Callable[[], Iterable[LessonRow]]
    cover: Callable[[], Cover]
    joint_changes: Callable[[], Iterable[JointRow]] = tuple
    problems_at_most: int
    steps_at_most: int
    pulse: Callable[[], Iterable[PulseEntry]] = tuple
