"""Incidents of confidentiality, as the register of Law 25 asks for them: no name, no words of a patient or a person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Risk(StrEnum):
    """Whether serious harm is to be feared; it decides who must be told."""

    NONE = "none"
    SERIOUS = "serious"
    UNDECIDED = "undecided"


class Notified(StrEnum):
    """Whom one tells."""

    COMMISSION = "commission"
    """Commission d'accès à l'information."""
    MINISTER = "minister"
    PEOPLE = "people"
    """Those whose information it is."""
    OTHERS = "others"
    """Anybody who can lessen the harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One entry of the register; entries are never changed: what is learned later is another entry.

    `day` is when it happened, or was found to have; `people` how many it concerns, None where that is not known.
    """

    number: int
    recorded_at: datetime
    recorded_by: str
    day: date
    what: str
    kinds: str
    people: int | None
    risk: Risk
    measures: str
    notified: tuple[Notified, ...] = ()
    confirmed: str = ""
    """Why what looks identifying in it is not, in the words of who recorded it."""
