"""What routing answers: an institution or triage, always with the reason, as values that others word."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ReasonKind(StrEnum):
    """Why a report goes where it goes, from the surest to the least sure; what was learned stands between."""

    CHOSEN = "chosen"
    ADDRESSED = "addressed"
    NAMED = "named"
    TABLE = "table"
    SERVICE = "service"
    LEARNED = "learned"
    TRIAGE = "triage"


class Part(IntEnum):
    """The part that an institution or a service plays in its sentence; the higher, the likelier that it must act."""

    AFFECTED = 0  # it receives, waits, is not told, or is missing
    IN_PASSING = 1  # a place, a companion, an object
    ORIGIN = 2  # "the summary from the hospital", "we wait for the hospital"
    ACTOR = 3  # "the hospital sends", "sent by the hospital"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: its kind, and the words that decided, as the community's file or our list of services writes them.

    `continuum` is that of the routing table's line, or the one that the words give away. `part` is known
    for a named institution and for a service.
    """

    kind: ReasonKind
    words: tuple[str, ...] = ()
    continuum: str | None = None
    part: Part | None = None


class Likelihood(IntEnum):
    """How likely it is that a guessed institution must act, by what speaks for it."""

    AFFECTED = 0
    SERVICE = 1  # the general knowledge of who does what
    DEFAULT = 2  # a line of the routing table without keywords, or a keyword while the continuum is unknown
    IN_PASSING = 3
    LEARNED = 4  # where problems like it ended, once they had been sent elsewhere
    SERVICE_THAT_ACTS = 5  # or that something comes from
    KEYWORD = 6  # a line of the routing table: the partners' own agreement about a topic
    ORIGIN = 7
    ACTOR = 8

    @classmethod
    def of(cls, because: Reason) -> "Likelihood":
        """Return how likely it is by the part that a named institution or a service plays."""
        part = because.part or Part.AFFECTED
        if because.kind is ReasonKind.LEARNED:
            return cls.LEARNED
        if because.kind is ReasonKind.SERVICE:
            return cls.SERVICE_THAT_ACTS if part >= Part.ORIGIN else cls.SERVICE
        return cls[part.name]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An institution that may be the one to act, and why."""

    institution: str
    because: Reason


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how likely it is that it must act: higher is likelier, equal is undecided."""

    candidate: Candidate
    likelihood: Likelihood


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report goes. Without an institution the facilitator triages it.

    `alternatives` are the other institutions addressed or named, the likeliest first; in triage, those that run
    the service that the text is about. `ambiguous` says that one of them was as likely as the one taken.
    """

    institution: str | None
    because: Reason
    continuum: str | None
    continuum_because: Reason
    alternatives: tuple[Candidate, ...] = ()
    ambiguous: bool = False

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The alternatives that the reporter spoke of: they take part and are one tap away.

        Who only runs a service does not: a guess gives nobody a report to read.
        """
        return tuple(each.institution for each in self.alternatives if each.because.kind is not ReasonKind.SERVICE)
