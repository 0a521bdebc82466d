"""What was found, a page at a time, as values: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.due import Due
from sc_bot.domain.finding import Sought
from sc_bot.domain.views import ProblemView


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """Where one is in a list: the page from 0, how many pages and how many problems there are.

    `more`: there are more than were counted; `changed`: it is not as long as it was on the page before.
    """

    page: int
    pages: int
    total: int
    more: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page of the problems that answer a question."""

    sought: Sought
    turning: Turning
    lines: tuple[ProblemView, ...]


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One problem of a board: by when something is expected, as far as the reader may know, and of whom."""

    problem: ProblemView
    due: Due | None
    who: str | None


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page of the open problems of a unit, on one day."""

    sought: Sought
    turning: Turning
    lines: tuple[BoardLine, ...]
    day: date
