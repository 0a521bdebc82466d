"""The conventions are product choices: another value gives another date."""

from dataclasses import replace
from datetime import time

import pytest

from sc_bot.domain.policies import Weekday
from sc_bot.due_dates import Conventions, Reason, Refused, to_json
from tests.due_dates.region import agenda, ask

CHOICES = [
    (Conventions(end_of_day=time(16, 0)), "EOD", "2026-11-19T16:00-05:00"),
    (Conventions(start_of_day=time(8, 0)), "first thing Monday", "2026-11-23T08:00-05:00"),
    (Conventions(noon=time(12, 15)), "demain midi", "2026-11-20T12:15-05:00"),
    (Conventions(end_of_evening=time(21, 0)), "ce soir", "2026-11-19T21:00-05:00"),
    (Conventions(end_of_week=Weekday.THURSDAY), "la semaine prochaine", "2026-11-26"),
    (Conventions(early_in_week=Weekday.MONDAY), "early next week", "2026-11-23"),
    (Conventions(middle_of_week=Weekday.THURSDAY), "mid next week", "2026-11-26"),
    (Conventions(early_in_month=5), "début décembre", "2026-12-05"),
    (Conventions(middle_of_month=16), "mi-décembre", "2026-12-16"),
    (Conventions(before_is_strict=False), "avant lundi", "2026-11-23"),
    (Conventions(fiscal_year_starts_in=1), "end of fiscal year", "2026-12-31"),
    (Conventions(confirm_within_days=5), "10 novembre", "2027-11-10"),
    (Conventions(horizon_months=12), "dans 13 mois", None),
]


@pytest.mark.parametrize(("conventions", "phrase", "due"), CHOICES)
def test_each_convention_is_heeded(conventions: Conventions, phrase: str, due: str | None) -> None:
    """With the default the answer would be another."""
    assert to_json(ask(phrase, of=replace(agenda(), conventions=conventions)))["due"] == due
    assert to_json(ask(phrase))["due"] != due


def test_without_shifts_their_ends_need_a_calendar() -> None:
    """An employer may have none."""
    answer = ask("fin du quart", of=replace(agenda(), conventions=Conventions(shifts=())))
    assert isinstance(answer, Refused)
    assert answer.reason is Reason.NEEDS_CALENDAR
