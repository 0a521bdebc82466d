"""An hour is the promiser's: whoever lives by another clock reads whose it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.due import Due
from sc_bot.domain.views import Reader
from sc_bot.due_dates import DayOff, Understood
from sc_bot.presentation import promises
from sc_bot.presentation.due_words import day_off, short
from sc_bot.presentation.words import Words
from tests.presentation.promised import promise

TORONTO = "America/Toronto"
AT_TWO = Due(date(2026, 12, 4), datetime(2026, 12, 4, 14, 5, tzinfo=ZoneInfo(TORONTO)))


def test_who_lives_by_the_same_clock_reads_the_hour_alone() -> None:
    """In the promiser's zone, or in another one whose clock shows the same."""
    for zone in (TORONTO, "America/New_York"):
        assert short(Words("fr", zone), AT_TWO, TORONTO) == "vendredi 4\u00a0décembre à 14\u00a0h\u00a005"


def test_who_lives_by_another_clock_reads_whose_hour_it_is() -> None:
    """The hour stays the promiser's, the same for everybody, with its zone; a whole day needs none."""
    there = Words("fr", "America/Halifax")
    assert short(there, AT_TWO, TORONTO) == "vendredi 4\u00a0décembre, à 14\u00a0h\u00a005 (heure de l’Est)"
    assert short(there, AT_TWO) == "vendredi 4\u00a0décembre, à 14\u00a0h\u00a005 (UTC-05:00)"
    assert short(Words("en", "America/Halifax"), Due(AT_TWO.day), TORONTO) == "Friday, December 4"


def test_a_card_says_it_too() -> None:
    """On the card of a promise, for a reader in another zone."""
    reader = Reader(language="en", timezone="America/Halifax")
    assert "2:05\u00a0p.m. (Eastern Time)" in promises.card(promise("en", due=AT_TWO, reader=reader)).text


def test_a_day_off_is_called_what_it_is() -> None:
    """A Saturday is of the weekend; a Monday on which a community does not work is none."""
    for day, said in ((date(2026, 12, 5), "This is a weekend day."), (date(2026, 12, 7), "Nobody works here")):
        assert day_off(Words("en"), Understood(Due(day), DayOff.WEEKEND)).startswith(said)
