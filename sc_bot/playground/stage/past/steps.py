"""One step of a problem's life: in whose part somebody acts, what they do, and how long after the step before."""

from dataclasses import dataclass
from enum import Enum, auto

from sc_bot.domain.decisions import Reply
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.tryouts import TryAct

INTERNAL, NOWHERE, PARTNER, TRYOUT = "internal", "nowhere", "partner", "tryout"


class Part(Enum):
    """In whose part somebody acts; who that is depends on where the problem is by then."""

    AUTHOR = auto()
    DIRECTOR = auto()
    """Whoever answers for the problem: a director, or the delegate where the author keeps the director out."""
    DELEGATE = auto()
    """To whom the director handed it over."""
    FACILITATOR = auto()
    COMMITTEE = auto()
    PARTNER = auto()
    """The director of the institution that is asked to contribute."""
    MANAGER = auto()
    """The general manager of the institution that leads, who is asked to decide."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done.

    `days` after the step before: working days for those who hold an office, any days for the author; 0 is the same day.
    `how` says the rest: a closing, a verdict, INTERNAL, NOWHERE, in how many working days something is due.
    """

    part: Part
    verb: Verb | Act | Reply | TryAct
    days: int
    how: str = ""
