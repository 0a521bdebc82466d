"""Days that hang on a committee (R14)."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Reason, Refused, to_json
from tests.due_dates.region import ZONE, agenda, ask

MEETINGS = [
    ("2026-12-01T13:00", "au comité de soutien", "2026-12-01T13:30-05:00"),
    ("2026-12-01T13:30", "au comité de soutien", "2026-12-15T13:30-05:00"),
    ("2026-12-02T09:00", "avant le comité de soutien", "2026-12-14"),
    ("2027-03-10T09:00", "au comité de soutien", "2027-03-23T13:30-04:00"),  # the hour stays, the clocks changed
    ("2026-12-10T09:00", "next steering committee", "2027-01-20T09:00-05:00"),
    ("2026-11-01T09:00", "next steering committee", "2026-12-09T09:00-05:00"),
]


@pytest.mark.parametrize(("now", "phrase", "due"), MEETINGS)
def test_the_next_meeting_is_counted_from_the_one_in_the_file(now: str, phrase: str, due: str) -> None:
    """Every so many weeks, at the same local hour."""
    moment = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    assert to_json(ask(phrase, now=moment))["due"] == due


def test_a_meeting_keeps_the_hour_of_the_community() -> None:
    """For somebody who lives further east it is later by their clock."""
    east = Agenda(WorkingCalendar(ZoneInfo("America/Halifax")), agenda().committees, ZONE)
    assert to_json(ask("au comité directeur", of=east))["due"] == "2026-12-09T10:00-04:00"


@pytest.mark.parametrize("phrase", ["avant le comité directeur", "au prochain comité", "before the board meeting"])
def test_without_committees_a_calendar_is_needed(phrase: str) -> None:
    """A committee that nobody configured is no date."""
    answer = ask(phrase, of=replace(agenda(), committees=()))
    assert isinstance(answer, Refused)
    assert answer.reason is Reason.NEEDS_CALENDAR


def test_the_only_committee_needs_no_name() -> None:
    """*The committee* is that one; *the meeting* may be another, and is asked about."""
    one = replace(agenda(), committees=agenda().committees[:1])
    assert to_json(ask("avant le prochain comité", of=one))["due"] == "2026-11-30"
    assert to_json(ask("avant la prochaine rencontre", of=one))["candidates"] == ["2026-11-30"]
