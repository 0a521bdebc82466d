"""When the clocks change (R18): a missing hour is refused, a repeated one is asked about, hours count in real time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Ambiguous, Doubt, Reason, Refused, Understood
from tests.due_dates.region import NOW, ask

MISSING = [
    ("America/Toronto", "2027-03-14 02:30"),
    ("America/St_Johns", "2027-03-14 02:15"),
    ("Europe/Paris", "2027-03-28 02:30"),
    ("Australia/Sydney", "2027-10-03 02:30"),
    ("Australia/Lord_Howe", "2027-10-03 02:15"),  # half an hour
    ("America/Santiago", "2027-09-05 00:30"),  # at midnight
]
REPEATED = [
    ("America/Toronto", "2027-11-07 01:30", ["-04:00", "-05:00"]),
    ("America/Vancouver", "2027-11-07 01:00", ["-07:00", "-08:00"]),
    ("Europe/Paris", "2027-10-31 02:30", ["+02:00", "+01:00"]),
    ("Australia/Lord_Howe", "2027-04-04 01:45", ["+11:00", "+10:30"]),
]


def there(zone: str) -> Agenda:
    """An agenda in a zone."""
    return Agenda(WorkingCalendar(ZoneInfo(zone)))


@pytest.mark.parametrize(("zone", "phrase"), MISSING)
def test_an_hour_that_the_clocks_skip_is_refused(zone: str, phrase: str) -> None:
    """Wherever they change, and by however much."""
    answer = ask(phrase, of=there(zone))
    assert isinstance(answer, Refused)
    assert answer.reason is Reason.MISSING_HOUR


@pytest.mark.parametrize(("zone", "phrase", "offsets"), REPEATED)
def test_an_hour_that_the_clocks_repeat_is_asked_about(zone: str, phrase: str, offsets: list[str]) -> None:
    """Both readings are candidates, the earlier first, told apart by their offsets."""
    answer = ask(phrase, of=there(zone))
    assert isinstance(answer, Ambiguous)
    assert answer.doubt is Doubt.REPEATED_HOUR
    assert [str(each)[-6:] for each in answer.candidates] == offsets


@pytest.mark.parametrize("zone", ["America/Regina", "America/Phoenix", "UTC"])
def test_where_the_clocks_stand_no_hour_is_missing(zone: str) -> None:
    """Saskatchewan has every hour, once."""
    for phrase in ("2027-03-14 02:30", "2027-11-07 01:30"):
        assert isinstance(ask(phrase, of=there(zone)), Understood)


@pytest.mark.parametrize(
    ("now", "phrase", "due"),
    [
        ("2027-03-13T12:00", "dans 24 heures", "2027-03-14T13:00-04:00"),
        ("2026-10-31T12:00", "dans 24 heures", "2026-11-01T11:00-05:00"),
        ("2027-03-14T01:30", "dans 45 minutes", "2027-03-14T03:15-04:00"),
        ("2027-03-13T12:00", "demain midi", "2027-03-14T12:00-04:00"),
        ("2027-03-13T12:00", "demain à la même heure", "2027-03-14T12:00-04:00"),
        ("2027-03-07T12:00", "in one week", "2027-03-14"),
        ("2026-11-19T10:30", "dans 5 mois à 17 h", "2027-04-19T17:00-04:00"),
    ],
)
def test_delays_and_hours_across_a_change(now: str, phrase: str, due: str) -> None:
    """Hours count in real time; days and hours of the day follow the clocks."""
    answer = ask(phrase, now=datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/Toronto")))
    assert isinstance(answer, Understood)
    assert str(answer.due) == due


def test_the_same_hour_in_the_gap_is_refused() -> None:
    """At half past two on the day before, *same time tomorrow* is no hour."""
    answer = ask("same time tomorrow", "en", now=datetime(2027, 3, 13, 2, 30, tzinfo=ZoneInfo("America/Toronto")))
    assert isinstance(answer, Refused)
    assert answer.reason is Reason.MISSING_HOUR


def test_an_instant_is_told_in_the_zone_of_the_person() -> None:
    """The same words, further east, half an hour later by the clock."""
    answer = ask("2026-12-15T19:30Z", of=there("America/St_Johns"))
    assert isinstance(answer, Understood)
    assert str(answer.due) == "2026-12-15T16:00-03:30"
    tomorrow = ask("demain", now=NOW.replace(hour=23), of=there("Europe/Paris"))
    assert isinstance(tomorrow, Understood)
    assert str(tomorrow.due) == "2026-11-21"
