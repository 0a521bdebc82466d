"""Absences as rows and JSON, and back."""

from sqlalchemy import Row

from sc_bot.domain.absences import Absence, Cover
from storage.records import Record


def absence_from(row: Row[tuple[object, ...]]) -> Absence:
    """An absence from its row."""
    return Absence(
        id=row.id,
        community=row.community,
        person=row.person,
        first_day=row.first_day,
        last_day=row.last_day,
        covers=tuple(Cover(each["person"], each["continuum"]) for each in row.covers),
        begun=row.begun_at is not None,
    )


def columns_of(absence: Absence) -> Record:
    """What an absence is, as columns."""
    return {"person": absence.person, "first_day": absence.first_day, "last_day": absence.last_day} | {
        "covers": [{"person": each.person, "continuum": each.continuum} for each in absence.covers]
    }


def record_of_absence(absence: Absence) -> Record:
    """An absence as JSON, for the audit."""
    last = absence.last_day.isoformat() if absence.last_day else None
    days = {"first_day": absence.first_day.isoformat(), "last_day": last}
    return {"absence": absence.id} | columns_of(absence) | days
