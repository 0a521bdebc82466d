"""Days begin where people live; whatever circles people make, somebody acts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.answerable import answering, directs
from sc_bot.domain.covering import as_of
from tests.absences.people import DIRECTOR, FACILITATOR, SUBSTITUTE, away, cover_of, holding, problem
from tests.house import region


@pytest.mark.parametrize(
    ("zone", "hour", "is_away"),
    [
        ("America/Toronto", 4, False),
        ("America/Toronto", 5, True),
        ("Europe/Paris", 0, True),
        ("Pacific/Auckland", 0, True),
    ],
)
def test_a_day_begins_where_the_absent_person_lives(zone: str, hour: int, *, is_away: bool) -> None:
    """December 24 begins at 5:00 UTC in Val-Sauvage, hours earlier elsewhere."""
    people = tuple(replace(each, timezone=zone) if each.id == DIRECTOR else each for each in region().people)
    there = replace(region(), people=people)
    absence = away(DIRECTOR, first=date(2026, 12, 24))
    moment = datetime(2026, 12, 24, hour, 0, tzinfo=UTC)
    assert bool(as_of(there, [absence], moment).away) is is_away


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1), date(2028, 2, 29), date(2026, 12, 31)])
def test_a_last_day_lasts_until_midnight(day: date) -> None:
    """Also when it has 23 or 25 hours, is a leap day, or the last of a year with 53 weeks."""
    absence = away(DIRECTOR, first=day, last=day)
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo("America/Toronto"))
    assert as_of(region(), [absence], midnight - timedelta(seconds=1)).away
    assert not as_of(region(), [absence], midnight.astimezone(UTC)).away


PEOPLE = st.sampled_from([each.id for each in region().people])
ABSENCES = st.dictionaries(PEOPLE, st.lists(PEOPLE, max_size=3), max_size=12)


@settings(deadline=None)
@given(ABSENCES, PEOPLE, st.sampled_from([None, "ONC", "SM", "PA"]))
def test_somebody_always_acts_and_they_are_there_if_anybody_can_be(
    gone: dict[str, list[str]], person: str, continuum: str | None
) -> None:
    """Whatever circles people make: it ends, with one who is there unless both heads of the community are away too."""
    found = cover_of(person, *(away(each, *named) for each, named in gone.items()), continuum=continuum)
    assert found is not None
    assert found not in gone or {FACILITATOR, SUBSTITUTE} <= gone.keys()


@settings(deadline=None)
@given(ABSENCES)
def test_whoever_has_a_problem_can_act_on_it(gone: dict[str, list[str]]) -> None:
    """They direct its institution now, or they facilitate."""
    there = holding(*(away(each, *named) for each, named in gone.items()))
    found = answering(there, problem())
    assert found is not None
    assert directs(found, there, "HSF", problem()) or found.id in {FACILITATOR, SUBSTITUTE}
