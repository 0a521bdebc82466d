"""Nobody: what stands where somebody was named who is not known any more."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sc_bot.domain.events import Happened

NOBODY = "-"
"""No id of a person is like this, nor begins so."""

PEOPLE_AT: Mapping[Happened, tuple[int, ...]] = MappingProxyType(
    {
        Happened.HANDED_OVER: (0,),
        Happened.OFFERED: (1,),
        Happened.TAKEN_OVER: (1,),
        Happened.BLOCKED: (1,),
        Happened.REASSIGNED: (1, 2),
    }
)
"""Where the details of a step name people, by their ids."""


def without_people(kind: Happened, details: Iterable[str], gone: str | None = None) -> tuple[str, ...]:
    """The details of a step that name nobody; or, if somebody is given, not them."""
    named = PEOPLE_AT.get(kind, ())
    return tuple(NOBODY if place in named and gone in (None, each) else each for place, each in enumerate(details))
