"""From one day to another, as people type it after `/sc away`."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.community import Language
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda
from sc_bot.due_dates.spans import Span, read_span

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)  # a Thursday, 10:30 in Val-Sauvage
AGENDA = Agenda(calendar=WorkingCalendar(ZoneInfo("America/Toronto")))
TODAY, EVE, NEW_YEAR, LAST = date(2026, 11, 19), date(2026, 12, 24), date(2027, 1, 4), date(2026, 12, 31)


def read(phrase: str, language: str) -> Span | None:
    """From when to when."""
    return read_span(phrase, language=Language(language), now=NOW, agenda=AGENDA)


@pytest.mark.parametrize(
    ("language", "phrase", "first", "last"),
    [
        ("fr", "24 déc - 4 janv", EVE, NEW_YEAR),
        ("fr", "24 déc-4 janv", EVE, NEW_YEAR),
        ("fr", "24 déc – 4 janv", EVE, NEW_YEAR),
        ("fr", "du 24 décembre au 4 janvier", EVE, NEW_YEAR),
        ("fr", "24 décembre jusqu’au 4 janvier", EVE, NEW_YEAR),
        ("fr", "du jeudi 24 décembre au lundi 4 janvier", EVE, NEW_YEAR),
        ("fr", "du 24 au 31 décembre", EVE, LAST),
        ("fr", "le 24 au 31 déc", EVE, LAST),
        ("en", "Dec 24 - Jan 4", EVE, NEW_YEAR),
        ("en", "from December 24 to January 4", EVE, NEW_YEAR),
        ("en", "December 24 until January 4", EVE, NEW_YEAR),
        ("en", "Dec 24 - 31", EVE, LAST),
        ("en", "24 to 31 December", EVE, LAST),
        ("fr", "2026-12-24 - 2027-01-04", EVE, NEW_YEAR),
        ("en", "2026-12-24 to 2027-01-04", EVE, NEW_YEAR),
        ("fr", "lundi au vendredi", date(2026, 11, 23), date(2026, 11, 27)),
        ("en", "today until Friday", TODAY, date(2026, 11, 20)),
        ("fr", "demain", date(2026, 11, 20), date(2026, 11, 20)),
        ("fr", "jusqu'au 4 janvier", TODAY, NEW_YEAR),
        ("en", "until January 4", TODAY, NEW_YEAR),
        ("fr", "à partir du 4 janvier", NEW_YEAR, None),
        ("en", "from January 4", NEW_YEAR, None),
        ("fr", "du 28 février 2028 au 1er mars 2028", date(2028, 2, 28), date(2028, 3, 1)),
        ("fr", "29 février 2028", date(2028, 2, 29), date(2028, 2, 29)),
        ("fr", "28 décembre au 3 janvier", date(2026, 12, 28), date(2027, 1, 3)),
    ],
)
def test_both_ends_are_read(language: str, phrase: str, first: date, last: date | None) -> None:
    """The second end is read from the first one on: a year's end lies between them, or a leap day."""
    assert read(phrase, language) == Span(first, last)


@pytest.mark.parametrize(
    "phrase",
    ["", "   ", "vacances", "vendredi prochain", "4/5 au 6/7", "29 février 2027 au 3 mars 2027", "la semaine prochaine",
     "hier au 27 novembre", "24 déc 4 janv", "du 24", "x" * 500, "- - - - - - - -", "au au au"],
)  # fmt: skip
def test_what_could_be_other_days_is_not_guessed(phrase: str) -> None:
    """The window asks."""
    assert read(phrase, "fr") is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.sampled_from(["fr", "en"]))
def test_no_words_are_a_crash_and_no_end_lies_before_its_beginning(phrase: str, language: str) -> None:
    """Whatever is typed."""
    span = read(phrase, language)
    assert span is None or span.last is None or span.first <= span.last
