"""A lesson: what changed somewhere and may serve elsewhere; and what each institution does with it.

It comes from a problem that ended well (`L-3`) or from a good practice that somebody reported (`B-3`). Its words are
kept beside it, version after version: the first ones stay.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sc_bot.domain.problems import Problem


class Origin(StrEnum):
    """On what occasion it is asked for."""

    SOLVED = "solved"
    JOINT_CHANGE = "joint_change"
    DEADLOCK = "deadlock"
    TRY_OUT = "try_out"
    PRACTICE = "practice"
    """Reported by itself: it works."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a lesson is asked for. `which` tells several of one kind apart, such as two joint changes of one problem.

    `author` is whose solution it is, if not the reporter's.
    """

    why: Origin
    which: str = ""
    author: str | None = None


class Stage(StrEnum):
    """Where a lesson stands."""

    NOTED = "noted"
    """A good practice that nobody has made a lesson of yet."""
    ASKED = "asked"
    PASSED = "passed"
    """Nothing to pass on."""
    DRAFTED = "drafted"
    SENT_BACK = "sent_back"
    PUBLISHED = "published"


UNFINISHED = frozenset({Stage.NOTED, Stage.ASKED, Stage.DRAFTED, Stage.SENT_BACK})
"""Somebody has a next step."""


class Facet(StrEnum):
    """What each of its words is about; the first three are a good practice as it was reported."""

    WHAT = "what"
    WHERE = "where"
    SINCE = "since"
    CONTEXT = "context"
    CHANGE = "change"
    RESULT = "result"
    CONDITIONS = "conditions"
    REASON = "reason"
    """Said with a step: what is missing, how it is adapted, why not, what it brought."""


OF_A_PRACTICE = (Facet.WHAT, Facet.WHERE, Facet.SINCE)
OF_A_LESSON = (Facet.CONTEXT, Facet.CHANGE, Facet.RESULT, Facet.CONDITIONS)


class Taken(StrEnum):
    """What an institution does with a lesson that is offered to it."""

    OFFERED = "offered"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    DECLINED = "declined"
    LATER = "later"
    IN_PLACE = "in_place"
    GIVEN_UP = "given_up"


TO_ANSWER = frozenset({Taken.OFFERED, Taken.LATER})
UNDER_WAY = frozenset({Taken.ADOPTED, Taken.ADAPTED})


class Did(StrEnum):
    """Each step of a lesson's own history."""

    NOTED = "noted"
    ASKED = "asked"
    PASSED = "passed"
    DRAFTED = "drafted"
    SENT_BACK = "sent_back"
    VALIDATED = "validated"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    NAME_SHOWN = "name_shown"
    OFFERED = "offered"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    DECLINED = "declined"
    LATER = "later"
    NOT_YET = "not_yet"
    IN_PLACE = "in_place"
    EVALUATED = "evaluated"
    """In place, and what it brought."""
    GIVEN_UP = "given_up"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson as it stands now.

    `occasion` names why it was asked for, once; `institution` has the word, and `author` is the person whose solution
    or practice it is: their name is theirs to show. `rewritten`: by the facilitator, so that nothing restricted is in
    it. `reached` counts whom the request has reached, `next_at` is when somebody is asked next.
    """

    id: int
    workspace: str
    community: int
    reference: str
    origin: Origin
    occasion: str
    stage: Stage
    at: datetime
    problem: int | None = None
    continuum: str | None = None
    institution: str | None = None
    author: str | None = None
    name_shown: bool = False
    drafted_by: str | None = None
    rewritten: bool = False
    published_at: datetime | None = None
    reached: int = 0
    next_at: datetime | None = None
    version: int = 0

    @property
    def is_published(self) -> bool:
        """Whether it was validated and stands in the channel."""
        return self.stage is Stage.PUBLISHED

    def is_withheld(self, problem: Problem | None) -> bool:
        """Whether it would tell what a restricted problem keeps."""
        return problem is not None and problem.restricted and not self.rewritten


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What became of a lesson at one institution; `next_on` is when its director is asked again, and what for."""

    lesson: int
    community: int
    institution: str
    by: str
    at: datetime
    standing: Taken = Taken.OFFERED
    changed_at: datetime | None = None
    words: int | None = None
    next_on: date | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStep:
    """One step of a lesson's history; `actor` None for its author and for the bot."""

    lesson: int
    did: Did
    at: datetime
    actor: str | None
    before: str | None = None
    after: str | None = None
    institution: str | None = None
    words: int | None = None
    details: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Some of a lesson's words. The body never changes, except by redaction, itself a step."""

    id: int
    lesson: int
    facet: Facet
    body: str
    at: datetime
    redacted: bool = False


_FIGURES = 6  # a longer number is no lesson's


def lesson_reference(written: str) -> str | None:
    """The reference of a lesson or a good practice that somebody typed; None for anything else."""
    prefix, _, number = written.strip().upper().partition(" ")[0].partition("-")
    is_number = number.isascii() and number.isdecimal() and len(number) <= _FIGURES
    return f"{prefix}-{int(number)}" if prefix in PREFIXES and is_number else None


OF_LESSONS, OF_PRACTICES = "L", "B"
PREFIXES = (OF_LESSONS, OF_PRACTICES)
