"""What one reader may see of a problem, as values: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Closing, Severity, State, Verdict


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
    news: StepView | None = None
    """The last news that the author may read."""
    is_author: bool = False
    hides_subject: bool = False
    first_time: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a window: an id and its name."""

    id: str
    name: str
