"""What one reader may see of a problem, as values: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sc_bot.domain.access import Access
from sc_bot.domain.commitments import Standing
from sc_bot.domain.community import Localised
from sc_bot.domain.deadlock_views import DeadlockView
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.joint_changes import Stage
from sc_bot.domain.joint_rules import JointAsked
from sc_bot.domain.lesson_lines import LessonLine
from sc_bot.domain.participations import Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Closing, Severity, State, Verdict
from sc_bot.domain.promising import Act
from sc_bot.domain.tryouts import TryoutView
from sc_bot.domain.wordings import WordingView


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads, in their language and time zone."""

    language: str
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step of the history, as this reader may see it.

    `by` is a name, never a hidden author's; `at` is None where the hour would give the author away.
    """

    id: int
    kind: Happened
    at: datetime | None
    by: str | None
    by_author: bool
    institution: Localised | None
    text: str | None
    details: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """One promise for one reader; its words are None for those who may not read the problem's."""

    reader: Reader
    reference: str
    problem: str
    what: str | None
    expected: str | None
    institution: Localised
    owner: str
    is_owner: bool
    offered_to: str | None
    needs_of: str | None
    needs: str | None
    due: Due
    zone: str
    redated: int
    standing: Standing
    is_late: bool
    working_days_late: int
    waiting: int
    """How many other promises wait for it."""
    offers: frozenset[Act]
    waits_for: tuple[str, ...] = ()
    """The promises that must be kept first, of problems that the reader may know of."""


@dataclass(frozen=True, slots=True)
class AlsoReported:
    """What was written in a report that goes on under this problem."""

    reference: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """One problem for one reader: what they may not see is None or empty.

    `hides_subject` says that the reader is an author whose name is hidden: their notifications hold the reference and
    the state only, for somebody may look over their shoulder.
    """

    reader: Reader
    reference: str
    state: State
    title: str | None
    continuum: Localised | None
    institution: Localised | None
    owes: Localised | None
    person: str | None
    because: Because
    description: str | None
    details: tuple[str, ...]
    suggestion: str | None
    on_behalf: str | None
    origin: Localised | None
    line: int | None
    author: str | None
    author_hidden: bool
    concerned: tuple[Localised, ...]
    returned_by: tuple[Localised, ...]
    severity: Severity
    unresolvable: bool
    noticed_by_clients: bool
    restricted: bool
    reported_at: datetime | None
    answer_by: date
    closing: Closing | None
    duplicate_of: str | None
    verdict: Verdict | None
    reason: str | None
    offers: frozenset[Verb]
    steps: tuple[StepView, ...] = ()
    commitments: tuple[CommitmentView, ...] = ()
    invited: tuple[Localised, ...] = ()
    contributors: tuple[Localised, ...] = ()
    typed_by: str | None = None
    """Who typed it on the author's behalf, as far as the reader may know."""
    news: StepView | None = None
    """The last news that the author may read."""
    deadlock: DeadlockView | None = None
    """The one that waits for a decision."""
    is_author: bool = False
    hides_subject: bool = False
    first_time: bool = False
    objective: Localised | None = None
    statement: str | None = None
    """The words on which its author and whoever has it agreed, beside the description."""
    wording: WordingView | None = None
    """Words that wait for the other's agreement."""
    tryouts: tuple[TryoutView, ...] = ()
    access: Access | None = None
    """How hard it is to get care, before and after."""
    unnamed: bool = False
    """Nothing but its reference goes where this is shown: no title, no continuum, no institution."""
    instead_of: str | None = None
    """The name of the absent person for whom `person` has it."""
    until: date | None = None
    """The last day of that absence; None: until further notice."""
    joint: tuple["JointLine", ...] = ()
    """The joint changes in which it is."""
    seen_by: tuple[Localised, ...] = ()
    """The other institutions from which it is seen."""
    also: tuple[AlsoReported, ...] = ()

    @property
    def is_alone(self) -> bool:
        """Whether it lies between two institutions and only one takes part, as far as its reader may know."""
        ends = {each for each in (self.origin, *self.concerned) if each is not None and each != self.institution}
        others = {*self.concerned, *self.contributors, *self.invited} - {self.institution}
        return self.institution is not None and bool(ends) and not others


@dataclass(frozen=True, slots=True, kw_only=True)
class JointLine:
    """A joint change in one line; `problem` where its title is said too."""

    reference: str
    stage: Stage
    day: date | None
    ready: int
    institutions: int
    problem: ProblemView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointAsk:
    """What a joint change asks of one reader, for one institution."""

    asks: JointAsked
    reference: str
    institution: str
    problem: ProblemView
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionView:
    """What one institution is asked to do for a problem, for one reader; words that they may not read are None.

    `institution_id` is its id in the community file; `offers` are the reader's own choices.
    """

    problem: ProblemView
    institution: Localised
    institution_id: str
    standing: Taking
    what: str | None
    asked_by: str | None
    offers: frozenset[Verb]
    is_passed_on: bool = False
    """Its reader is the facilitator: nobody of the institution can be told in Slack."""


class Asks(StrEnum):
    """What one line of somebody's list asks of them, in the order of the list."""

    ANSWER = "answer"
    CONTRIBUTE = "contribute"
    TAKE_OVER = "take_over"
    NEEDED = "needed"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    TRYOUT = "tryout"
    """A try-out is over: what came out of it?"""
    LATE = "late"
    WAITS = "waits"
    """A promise that it waits for is late."""
    HELP = "help"
    """Somebody else's is late: the one who looks is asked to help."""
    JOINT = "joint"
    """A joint change asks something of an institution."""
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Partner:
    """An institution that was asked to contribute and has not answered; by which day it should."""

    id: str
    name: Localised
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One line of a list: an answer or a promise that is owed; and who is told next, if nothing comes until then."""

    asks: Asks
    reference: str
    problem: ProblemView
    commitment: CommitmentView | None = None
    partner: Partner | None = None
    tryout: TryoutView | None = None
    joint: JointAsk | None = None
    next_told: str | None = None
    next_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningView:
    """What one person has before them on one day; `more` ask something too, `others` need nothing today."""

    reader: Reader
    day: date
    items: tuple[ListItem, ...]
    others: int
    late: bool
    more: int = 0
    lessons: tuple[LessonLine, ...] = ()
    pulse: int | None = None
    """The wave of the pulse that still asks for two minutes; on one day, in a list that comes anyway."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a window: an id and its name."""

    id: str
    name: str
