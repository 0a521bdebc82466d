"""Who is away, from when to when, and who covers: values. Days are local dates where the absent person lives."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """Somebody named to stand in: for one continuum, or for everything."""

    person: str
    continuum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One absence; without a last day it lasts until further notice. `begun`: their open problems were handed on."""

    person: str
    first_day: date
    last_day: date | None = None
    covers: tuple[Cover, ...] = ()
    begun: bool = False
    community: int = 0
    id: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether the person is away on this day."""
        return self.first_day <= day and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether the person is back by this day."""
        return self.last_day is not None and self.last_day < day

    def meets(self, other: "Absence") -> bool:
        """Whether both have a day in common."""
        return not self.is_over(other.first_day) and not other.is_over(self.first_day)

    def named_for(self, continuum: str | None) -> tuple[str, ...]:
        """The ids of those who stand in for this continuum: those named for it first, then those for everything."""
        own = [each.person for each in self.covers if each.continuum == continuum and continuum is not None]
        rest = [each.person for each in self.covers if each.continuum is None]
        return tuple(dict.fromkeys((*own, *rest)))

    @property
    def everyone(self) -> tuple[str, ...]:
        """The ids of all who are named, for whatever it is."""
        return tuple(dict.fromkeys(each.person for each in self.covers))
