"""Notices about what a community does in common: joint changes, lessons, meetings, the pulse, its own life."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JointCard:
    """The card of whoever answers for an institution that takes part in a joint change."""

    problem: int
    change: int
    institution: str


@dataclass(frozen=True, slots=True)
class JointHeadline:
    """One line in an institution's channel once a joint change has gone: reference, date, institutions."""

    problem: int
    change: int
    institution: str


@dataclass(frozen=True, slots=True)
class JointCheck:
    """Asks whether a joint change changed anything at one institution."""

    problem: int
    change: int
    institution: str


@dataclass(frozen=True, slots=True)
class LessonHeadline:
    """A published lesson in the channel of lessons; edited when it is corrected."""

    lesson: int


@dataclass(frozen=True, slots=True)
class LessonTold:
    """Tells the one whose solution or practice it is what becomes of it."""

    lesson: int
    step: int


@dataclass(frozen=True, slots=True)
class AgendaCard:
    """The agenda of a meeting, for one member."""

    meeting: int


@dataclass(frozen=True, slots=True)
class Projector:
    """What hangs on the wall during a meeting: the current item, its end, decisions so far."""

    meeting: int


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """The minutes of a meeting, for whoever may approve them."""

    meeting: int


@dataclass(frozen=True, slots=True)
class MinutesCard:
    """The minutes of a meeting, approved, for one member."""

    meeting: int


@dataclass(frozen=True, slots=True)
class PulseInvitation:
    """Asks somebody for two minutes: the seven questions of a wave."""

    community: int
    wave: int


@dataclass(frozen=True, slots=True)
class CycleReview:
    """Asks the facilitator to hold a cycle review, with the cycle's figures."""

    community: int
    number: int


@dataclass(frozen=True, slots=True)
class EndsSoon:
    """Tells the facilitator that the community's last day comes within a month."""

    community: int


@dataclass(frozen=True, slots=True)
class NoDirector:
    """Tells the facilitator that an institution has no managing director any more."""

    community: int
    institution: str


@dataclass(frozen=True, slots=True)
class ErasureEnded:
    """Tells the privacy officer that somebody is forgotten; or why not, and nothing was changed.

    `why` is a refusal's (empty: it was done), `promises` those that nobody can take over.
    """

    community: int
    why: str = ""
    promises: str = ""


CommonNotice = (
    JointCard
    | JointHeadline
    | JointCheck
    | LessonHeadline
    | LessonTold
    | AgendaCard
    | Projector
    | MinutesDraft
    | MinutesCard
    | PulseInvitation
    | CycleReview
    | EndsSoon
    | NoDirector
    | ErasureEnded
)
