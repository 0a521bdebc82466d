"""A lesson as one reader may see it: read by the use cases, worded by the presentation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lessons import Did, Facet, Origin, Stage, Taken
from sc_bot.domain.views import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """What became of it at one institution."""

    institution: Localised
    standing: Taken
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStepView:
    """One step of its history, without the names of people."""

    did: Did
    at: datetime
    institution: Localised | None = None
    text: str | None = None
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonView:
    """One lesson, whole. `source` is the reference of its problem, for those who may know of it.

    `words` are the newest of each facet, `first` those that were changed since. `answers_for` is the institution for
    which `acts` answer an offer: its id.
    """

    reader: Reader
    reference: str
    origin: Origin
    stage: Stage
    continuum: Localised | None
    institution: Localised | None
    source: str | None
    words: Mapping[Facet, str]
    first: Mapping[Facet, str] = field(default_factory=dict)
    author: str | None = None
    offers: tuple[OfferView, ...] = ()
    steps: tuple[LessonStepView, ...] = ()
    acts: tuple[LessonAct, ...] = ()
    answers_for: str | None = None
    answers_for_name: Localised | None = None

    @property
    def title(self) -> str:
        """What it says in a line: the change, or the good practice as it was reported."""
        return self.words.get(Facet.CHANGE) or self.words.get(Facet.WHAT) or ""


A_PAGE = 4  # lessons of one page of a list: each a line and a button


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPage:
    """One page of a list: lessons, and how many there are."""

    reader: Reader
    lessons: tuple[LessonView, ...]
    count: int
    skipped: int = 0
    sought: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An institution to which a lesson is offered, and why it was chosen: named, or for a continuum."""

    institution: str
    why: str = "named"
    continuum: str | None = None
