"""The Home tab of a person: which parts it has, and what their reader may see in them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sc_bot.domain.absences import Absence
from sc_bot.domain.charter_views import PartnerView
from sc_bot.domain.community import Localised
from sc_bot.domain.community_views import GapView, PersonView
from sc_bot.domain.digest_views import DigestView
from sc_bot.domain.lesson_lines import LessonTally
from sc_bot.domain.meeting_views import MeetingLine
from sc_bot.domain.views import CommitmentView, JointAsk, ProblemView, Reader


class Part(StrEnum):
    """What can stand on somebody's Home, in the order in which it stands there."""

    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    CONTRIBUTE = "contribute"
    JOINT = "joint"
    """What joint changes ask."""
    TRY = "try"
    """A solution is proposed, tried, or to be rolled out."""
    ARBITRATE = "arbitrate"
    UNOWNED = "unowned"
    """Triage: nobody of an institution has it."""
    UNACKNOWLEDGED = "unacknowledged"
    """Not acknowledged in time."""
    UNPROMISED = "unpromised"
    """Accepted, and nothing promised."""
    QUIET = "quiet"
    """No sign of life for as long as goes stale."""
    DISPUTED = "disputed"
    """Returned, or before the support committee."""
    STUCK = "stuck"
    """In deadlock, waiting for a decision."""
    CONFIRMED = "confirmed"
    """Somebody said that what looked identifying is not."""
    RESTRICTED = "restricted"
    UNREACHABLE = "unreachable"
    """People with an office and without a Slack account."""
    HEALTH = "health"
    """What the community lacks, and who has gone quiet."""
    UNSIGNED = "unsigned"
    """Institutions for which the charter is not signed."""
    PROMISES = "promises"
    CHARTER = "charter"
    """One's own signature is missing."""
    INSTITUTION = "institution"
    """An institution at a glance."""
    MINE = "mine"
    """One's own reports."""


TRIAGE = (Part.UNOWNED, Part.UNACKNOWLEDGED, Part.UNPROMISED, Part.QUIET, Part.DISPUTED, Part.STUCK, Part.CONFIRMED)
"""What the facilitator looks after, beside what is restricted."""


@dataclass(frozen=True, slots=True)
class Charge:
    """An institution for which somebody acts. `continua`: only in these, while they cover; None: in everything."""

    institution: str
    continua: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Problems of an institution of which nobody who acts for it can be told: the facilitator has them in hand.

    Attributes:
        continua: only in these; None: in every one.
        kept_out: only those whose author, who works at `author_at` (None: it is not known), keeps a director out.
        reporter: only this person's own, who would else have them; None: anybody's.
    """

    institution: str
    continua: tuple[str | None, ...] | None = None
    kept_out: bool = False
    author_at: str | None = None
    reporter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one reader looks at and may know of: as `sight` and `directs` say, for all problems at once.

    `today` is a day of the community's zone.
    """

    person: str
    charges: tuple[Charge, ...]
    sees_everything: bool
    sees_restricted: bool
    is_director: bool
    works_at: str | None
    today: date
    now: datetime
    quiet_since: datetime
    left_alone: tuple[Alone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One institution in a few figures: its open problems, and what is promised for it and not done yet."""

    institution: str
    to_answer: int = 0
    in_hand: int = 0
    promised: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class GlanceView:
    """The same, with its name."""

    name: Localised
    glance: Glance


@dataclass(frozen=True, slots=True)
class AskedView:
    """A problem for which an institution is asked to contribute; by which day it should answer."""

    problem: ProblemView
    by: date


Line = ProblemView | JointAsk | AskedView | CommitmentView | GlanceView | PersonView | PartnerView | GapView


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part: how many there are in all, and some of them, from the one after so many."""

    part: Part
    count: int
    lines: tuple[Line, ...]
    skipped: int = 0


A_PAGE = 20  # lines of one part on a page of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """A Home: all its parts with their first lines; or one page of one of them (`is_page`)."""

    reader: Reader
    day: date
    sections: tuple[Section, ...]
    manages: bool
    community: int = 0
    is_page: bool = False
    several: Localised | None = None
    """Which community it is, for whoever takes part in several."""
    digest: DigestView | None = None
    """A general manager's, live."""
    away: Absence | None = None
    """Because of what its reader is away now."""
    lessons: LessonTally | None = None
    """For those who look after lessons."""
    meeting: MeetingLine | None = None
    """The next one that its reader leads, or the one under way."""
    is_tight: bool = False
    """Its reader has so many roles that no line stands above each part: Slack shows a hundred blocks."""


@dataclass(frozen=True, slots=True)
class PageOf:
    """Which page somebody looks at: the front, or one part from the one after so many."""

    part: Part | None = None
    skipped: int = 0

    def __str__(self) -> str:
        return f"{self.part.value} {self.skipped}" if self.part else ""


def page_from(written: str) -> PageOf:
    """Read what `str` wrote; anything else is the front."""
    part, _, skipped = written.partition(" ")
    if part not in {each.value for each in Part} or not (skipped.isascii() and skipped.isdecimal()):
        return PageOf()
    return PageOf(Part(part), min(int(skipped[:6]), 100_000))
