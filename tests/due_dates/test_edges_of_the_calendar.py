"""Leap days, week 53, the turn of the year, the ends of months, weekends."""

from datetime import datetime

import pytest

from sc_bot.due_dates import to_json
from tests.due_dates.region import ZONE, ask

DATES = [
    ("2028-02-28T09:00", "demain", "2028-02-29"),
    ("2027-11-19T09:00", "29 février", "2028-02-29"),
    ("2028-02-29T09:00", "dans un an", "2029-02-28"),
    ("2028-02-29T09:00", "29 février", "2028-02-29"),
    ("2027-01-31T09:00", "dans un mois", "2027-02-28"),
    ("2027-08-31T09:00", "in 6 months", "2028-02-29"),
    ("2026-12-31T09:00", "dans 2 mois", "2027-02-28"),
    ("2027-02-15T09:00", "le 31", "2027-03-31"),
    ("2027-02-15T09:00", "fin du mois", "2027-02-28"),
    ("2027-01-31T09:00", "le mois prochain", "2027-02-28"),
    ("2026-12-31T09:00", "demain", "2027-01-01"),
    ("2026-12-31T09:00", "fin du mois", "2026-12-31"),
    ("2026-12-31T09:00", "fin de l'année", "2026-12-31"),
    ("2026-12-31T09:00", "le 1er", "2027-01-01"),
    ("2026-12-31T09:00", "cette semaine", "2027-01-01"),
    ("2026-12-31T09:00", "semaine 53", "2027-01-01"),
    ("2027-01-01T09:00", "semaine 53", "2027-01-01"),
    ("2027-01-02T09:00", "semaine 1", "2027-01-08"),
    ("2026-12-31T09:00", "lundi", "2027-01-04"),
    ("2026-12-31T09:00", "next quarter", "2027-03-31"),
    ("2027-01-02T09:00", "après les Fêtes", "2027-01-04"),
    ("2027-01-05T09:00", "après les Fêtes", "2028-01-04"),  # 1 January 2028 is a Saturday, Monday is off
    ("2027-03-31T09:00", "fin de l'année financière", "2027-03-31"),
    ("2027-04-01T09:00", "fin de l'année financière", "2028-03-31"),
    ("2026-12-25T09:00", "Noël", "2026-12-25"),
    ("2026-12-26T09:00", "Noël", "2027-12-25"),
    ("2026-11-21T09:00", "this weekend", "2026-11-22"),
    ("2026-11-22T09:00", "this weekend", "2026-11-22"),
    ("2026-11-21T09:00", "next weekend", "2026-11-29"),
    ("2026-11-21T09:00", "next Friday", "2026-11-27"),
    ("2026-11-22T09:00", "la semaine prochaine", "2026-11-27"),
    ("2026-11-22T09:00", "dans 1 jour ouvrable", "2026-11-23"),
    ("2026-11-23T09:00", "lundi", "2026-11-30"),
    ("2026-11-23T23:59", "aujourd'hui", "2026-11-23"),
    ("2026-11-23T00:00", "EOD", "2026-11-23T17:00-05:00"),
    ("2026-11-23T22:00", "fin du quart", None),
    ("2026-11-23T17:00", "EOD", None),
    ("2026-11-22T09:00", "cette semaine", None),
    ("2026-11-19T13:00", "midi", None),
]


@pytest.mark.parametrize(("now", "phrase", "due"), DATES)
def test_each_edge_has_its_date(now: str, phrase: str, due: str | None) -> None:
    """Or none: what is over is refused, what is unclear is asked."""
    answer = to_json(ask(phrase, now=datetime.fromisoformat(now).replace(tzinfo=ZONE)))
    assert answer["due"] == due, answer


@pytest.mark.parametrize(
    ("now", "first"), [("02:00", "2026-11-23T07:30"), ("09:00", "2026-11-23T15:30"), ("22:00", "2026-11-23T23:30")]
)
def test_the_end_of_the_shift_is_that_of_the_shift_in_progress(now: str, first: str) -> None:
    """By night, by day and in the evening."""
    answer = to_json(ask("fin du quart", now=datetime.fromisoformat(f"2026-11-23T{now}").replace(tzinfo=ZONE)))
    candidates = answer["candidates"]
    assert isinstance(candidates, list)
    assert candidates[0].startswith(first)
