"""Lessons as lines and figures: in the list of the morning, in the digest, on Home."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sc_bot.domain.community import Localised
from sc_bot.domain.lessons import Taken


class LessonAsks(StrEnum):
    """What a line of somebody's list asks of them about a lesson."""

    TELL = "tell"
    MEND = "mend"
    VALIDATE = "validate"
    PRACTICE = "practice"
    ANSWER = "answer"
    IN_PLACE = "in_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonLine:
    """One line of a list. It holds no words of the lesson, which may be removed later."""

    asks: LessonAsks
    reference: str
    source: str | None = None
    continuum: Localised | None = None
    institution: Localised | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonAcross:
    """A published lesson and what institutions do with it: a line of the matrix lesson x institution."""

    reference: str
    continuum: Localised | None = None
    at: Mapping[Taken, tuple[Localised, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonTally:
    """A community's lessons in a few figures, and where the newest of them stand."""

    waiting: int = 0
    published: int = 0
    offers: Mapping[Taken, int] = field(default_factory=dict)
    across: tuple[LessonAcross, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonNews:
    """What is new about lessons since a moment, for one institution."""

    offered: tuple[LessonLine, ...] = ()
    """To the reader's institution, and not answered."""
    adopted: tuple[LessonLine, ...] = ()
    """By others."""


NO_NEWS = LessonNews()
