"""A few people of the region, and who of them is away."""

from dataclasses import replace
from datetime import date

from sc_bot.domain.absences import Absence, Cover
from sc_bot.domain.community import Community
from sc_bot.domain.covering import covering
from sc_bot.domain.problems import Because, Problem, Severity, State
from tests.house import THURSDAY, region

DAY = date(2026, 11, 19)
DIRECTOR, DELEGATE, NURSE, OTHER = "HSF-MD", "SC-1", "HSF-S1", "CVE-MD"
FACILITATOR, SUBSTITUTE = "ADV-1", "MOD-1"


def away(person: str, *covers: str | Cover, first: date = DAY, last: date | None = None) -> Absence:
    """Somebody is away."""
    named = tuple(each if isinstance(each, Cover) else Cover(each) for each in covers)
    return Absence(person=person, first_day=first, last_day=last, covers=named)


def cover_of(person: str, *absences: Absence, day: date = DAY, continuum: str | None = None) -> str | None:
    """Who acts for this person."""
    known = region().person(person)
    assert known is not None
    found = covering(region(), absences, known, day, continuum)
    return found.id if found else None


def problem(**changes: object) -> Problem:
    """A problem of the hospital."""
    usual = Problem(
        id=1, workspace="T", community=1, reference="ONC-1", state=State.ROUTED, continuum="ONC", institution="HSF",
        owes="HSF", because=Because("named"), severity=Severity.DELAY, reporter="CVE-S1", reporter_institution="CVE",
        line=1, name_shown=False, reported_at=THURSDAY, answer_by=DAY,
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type] # fields by name


def holding(*absences: Absence) -> Community:
    """The region while these hold."""
    return replace(region(), away=absences)
