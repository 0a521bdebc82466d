"""`/sc away` in words: the window opens with what was read, and nothing is kept before it is sent."""

import pytest

from tests.house import Town
from tests.stories.acting import table
from tests.stories.leaving import ADVISOR, BASTIEN, FANNY, SABRINA, goes, initial, leaves, slack_id
from tests.stories.looking import fields, text_of, window


@pytest.mark.parametrize("typed", ["24 déc - 4 janv", "du 24 décembre au 4 janvier", "2026-12-24 – 2027-01-04"])
def test_what_is_typed_fills_the_window_and_is_said_with_its_weekdays(town: Town, typed: str) -> None:
    """Nothing is saved before the days were shown."""
    handle = town.person(SABRINA).person.handle
    view = goes(town, BASTIEN, f"{typed} @{handle}")
    assert initial(view, "first_day") == "2026-12-24"
    assert initial(view, "last_day") == "2027-01-04"
    assert initial(view, "delegate_1") == slack_id(town, SABRINA)
    assert "jeudi 24\u00a0décembre 2026" in text_of(view)
    assert "lundi 4\u00a0janvier 2027" in text_of(view)
    assert table(town, "absences") == []


def test_days_that_could_be_others_are_asked_for(town: Town) -> None:
    """The window opens empty, and says why."""
    view = goes(town, BASTIEN, "vendredi prochain")
    assert initial(view, "first_day") is None
    assert "plusieurs façons" in text_of(view)


def test_the_facilitator_sets_a_directors_absence(town: Town) -> None:
    """Named before the days; the change is kept with who made it."""
    bastien, fanny = (town.person(each).person.handle for each in (BASTIEN, FANNY))
    view = goes(town, ADVISOR, f"@{bastien} aujourd'hui au 27 novembre @{fanny}")
    assert "Bastien Morelière" in text_of(view)
    town.person(ADVISOR).submits(view, {})
    town.deliver()
    (absence,) = table(town, "absences")
    assert (absence["person"], absence["made_by"]) == (BASTIEN, ADVISOR)
    changes = [each for each in table(town, "community_events") if each["subject"] == f"absence {BASTIEN}"]
    assert [each["actor"] for each in changes] == [ADVISOR]


def test_the_facilitator_is_covered_by_the_substitute_alone(town: Town) -> None:
    """No delegate can be named: whoever facilitates may read who the author is."""
    assert not [each for each in fields(goes(town, ADVISOR, "")) if each.startswith("delegate")]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"last_day": "2026-11-18"}, "last_day"),
        ({"first_day": "2026-11-25", "last_day": "2026-11-24"}, "last_day"),
        ({"first_day": "2026-11-01", "last_day": "2026-11-10"}, "last_day"),
        ({"delegate_2": "UEXT10000"}, "delegate_2"),
        ({"delegate_1": "UADV10000"}, "delegate_1"),
        ({"delegate_3": "UHSFMD000"}, "delegate_3"),
    ],
)
def test_what_cannot_be_is_said_on_its_field(town: Town, values: dict[str, object], field: str) -> None:
    """Days in the wrong order or past; an outsider, the facilitator or oneself as delegate. Nothing is kept."""
    assert field in leaves(town, **values).errors
    assert table(town, "absences") == []


def test_home_says_that_one_is_away_and_takes_one_back(town: Town) -> None:
    """While one is away, Home says so, with a button; drawn anew, it says nothing of it."""
    leaves(town)
    bastien = town.person(BASTIEN)
    bastien.opens_home()
    assert town.slack.wait_for(lambda: "absence.back" in str(bastien.home and bastien.home.blocks))
    assert bastien.home is not None
    bastien.presses(bastien.home, "absence.back")
    assert town.slack.wait_for(lambda: "Bon retour" in text_of(bastien.modal))
    bastien.opens_home()
    assert town.slack.wait_for(lambda: "absence.back" not in str(bastien.home and bastien.home.blocks))


def test_the_facilitator_sends_somebody_away_from_their_place(town: Town) -> None:
    """The window of a person opens the window of their absence over it."""
    advisor = town.person(ADVISOR)
    advisor.runs("/sc people")
    advisor.submits(window(town, advisor, "person"), {"person": slack_id(town, BASTIEN)})
    advisor.presses(window(town, advisor, "roles"), "absence.plan")
    view = window(town, advisor, "first_day")
    assert "Bastien Morelière" in text_of(view)
    advisor.submits(view, {"first_day": "2026-11-23"})
    assert [each["person"] for each in table(town, "absences")] == [BASTIEN]
