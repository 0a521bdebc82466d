"""What routing answers: an institution or triage, always with the reason, as values that others word."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

STEP = 2  # of likelihood between two parts, so that a line of the routing table fits in between


class ReasonKind(StrEnum):
    """Why a report goes where it goes, from the surest to the least sure."""

    CHOSEN = "chosen"
    ADDRESSED = "addressed"
    NAMED = "named"
    TABLE = "table"
    TRIAGE = "triage"


class Part(IntEnum):
    """The part that a named institution plays in its sentence; the higher, the likelier that it must act."""

    AFFECTED = 0  # it receives, waits, is not told, or is missing
    IN_PASSING = 1  # a place, a companion, an object
    ORIGIN = 2  # "the summary from the hospital", "we wait for the hospital"
    ACTOR = 3  # "the hospital sends", "sent by the hospital"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: its kind, and the words that decided as the community's configuration writes them.

    `continuum` is that of the routing table's line, or the one that the words give away. `part` is known
    for a named institution only.
    """

    kind: ReasonKind
    words: tuple[str, ...] = ()
    continuum: str | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An institution that may be the one to act, and why."""

    institution: str
    because: Reason


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how likely it is that it must act: higher is likelier, equal is undecided."""

    candidate: Candidate
    likelihood: int


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report goes. Without an institution the facilitator triages it.

    `alternatives` are the other institutions addressed or named, the likeliest first; `ambiguous` says that
    one of them was as likely as the one taken.
    """

    institution: str | None
    because: Reason
    continuum: str | None
    continuum_because: Reason
    alternatives: tuple[Candidate, ...] = ()
    ambiguous: bool = False
