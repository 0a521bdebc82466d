"""Answers about what a community does in common: joint changes, lessons, meetings, the pulse, its own life."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JointChanged:
    """A joint change began, or goes on as the person asked: what was done, where it stands, and its date."""

    reference: str
    problem: int
    community: int
    act: str
    stage: str
    day: date | None = None
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureBegun:
    """Somebody is being forgotten; whoever asked hears when it is done."""

    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecorded:
    """An entry of the register of incidents is kept."""

    community: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonKept:
    """Something about a lesson happened as the person asked.

    `reach` are the institutions to which it is offered, each with why it was chosen and for which continuum. `day` is
    when somebody is asked next, in ISO.
    """

    lesson: int
    reference: str
    community: int
    did: str
    day: str = ""
    reach: tuple[tuple[str, str, str], ...] = ()
    in_channel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonOvertaken:
    """Somebody acted on a lesson first; nothing was changed."""

    lesson: int
    reference: str
    community: int
    by: str | None
    at: datetime
    did: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Something about a meeting is kept; `act` says what, `item` which item of its agenda, if it is about one."""

    meeting: int
    community: int
    act: str
    item: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MetFaster:
    """Somebody else led the meeting on first; nothing was changed. Says who, and when."""

    meeting: int
    community: int
    act: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseAnswered:
    """An answer of the pulse is kept, sealed; nothing of it is said again, to nobody. `until`: the wave's last day."""

    community: int
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseBegun:
    """A wave has begun; so many are asked, until that day."""

    community: int
    invited: int
    until: date


@dataclass(frozen=True, slots=True)
class WhichCommunity:
    """Nothing was stored: whoever reports takes part in several communities, and none of them is meant yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChosen:
    """From now on this is the community where somebody is."""

    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHeld:
    """A cycle review was held."""

    community: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A community is only read from now on; `open` is how many problems are closed with it."""

    community: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """An archived community goes on."""

    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterSigned:
    """Somebody signed a version of the charter for their institution; `waits`: others still have to sign for it."""

    person: str
    community: int
    charter: int
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterAdapted:
    """The charter has a new version, to be signed anew."""

    community: int
    charter: int


CommonAnswer = (
    JointChanged
    | LessonKept
    | LessonOvertaken
    | Met
    | MetFaster
    | PulseAnswered
    | PulseBegun
    | WhichCommunity
    | PlaceChosen
    | ReviewHeld
    | Archived
    | Restored
    | CharterSigned
    | CharterAdapted
    | ErasureBegun
    | IncidentRecorded
)
