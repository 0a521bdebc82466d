"""`/sc bravo`: what works, reported by the frontline, becomes a lesson; whose it is hears of it."""

import pytest

from tests.house import Town
from tests.stories.acting import table, whole
from tests.stories.learning import ANNE, CLINIC, COMMITTEE, FOUR, PRACTICE, acts, in_lessons, seen
from tests.stories.looking import NAM, everything, fields, text_of, window
from tests.stories.promising import ROSALIE, lists, morning, told

WORKS = "La navette passe deux fois par jour entre le CLSC et l'hôpital"


def test_what_works_becomes_a_lesson_and_whose_it_is_hears_when_it_is_adopted(town: Town) -> None:
    """Thanked at once; in the facilitator's list; one button makes a lesson of it, in the words that were reported."""
    person = town.person(ROSALIE)
    thanked = person.runs(f"/sc bravo {WORKS}").message
    assert thanked is not None
    assert f"{PRACTICE}\u00a0: enregistré. Merci" in thanked.text
    morning(town, "2026-11-20")
    (asked,) = [each for each in lists(town, ANNE) if PRACTICE in each.text]
    assert "Bonne pratique signalée" in asked.text
    assert WORKS not in asked.text
    assert WORKS in seen(town, COMMITTEE, PRACTICE).text
    assert WORKS not in seen(town, CLINIC, PRACTICE).text
    acts(town, ANNE, "draft", PRACTICE, **{**FOUR, "change": WORKS})
    (becomes,) = told(town, ROSALIE, "devient une leçon")
    assert WORKS not in becomes.text
    acts(town, COMMITTEE, "validate", PRACTICE)
    assert WORKS in in_lessons(town)[0].text
    assert "Rosalie" not in whole(in_lessons(town)[0])
    acts(town, ANNE, "offer", PRACTICE, institutions=["GTV"], continua=[])
    acts(town, CLINIC, "adopt", PRACTICE)
    assert len(told(town, ROSALIE, "adopte cette leçon")) == 1


@pytest.mark.parametrize("shown", [True, False])
def test_the_window_takes_where_and_since_when_and_the_name_only_if_it_is_shown(town: Town, shown: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Without text a window opens."""
    person = town.person(ROSALIE)
    person.runs("/sc bravo")
    opened = window(town, person, "what")
    assert fields(opened) == ["what", "where", "since", "show_name"]
    names = {"show_name": ["yes"]} if shown else {}
    person.submits(opened, {"what": WORKS, "where": "Au CLSC", "since": "Depuis mars", **names})
    assert PRACTICE in text_of(person.modal)
    told_ = seen(town, COMMITTEE, PRACTICE).text
    assert "Au CLSC" in told_
    assert "Depuis mars" in told_
    assert ("Rosalie Thuotel" in told_) is shown
    assert [each["name_shown"] for each in table(town, "lessons")] == [shown]


def test_what_identifies_a_patient_is_not_kept_and_the_window_opens_without_it(town: Town) -> None:
    """The same gate as for a problem."""
    person = town.person(ROSALIE)
    answer = person.runs(f"/sc bravo La dame {NAM} est venue à temps").message
    assert answer is not None
    assert "Rien n'a été conservé" in answer.text
    assert NAM not in text_of(window(town, person, "what"))
    assert NAM.replace(" ", "") not in everything(town.house.settings.database_url).replace(" ", "")
    assert table(town, "lessons") == []


def test_a_practice_that_is_set_aside_is_not_asked_about_again(town: Town) -> None:
    """The facilitator says that there is nothing to pass on."""
    town.person(ROSALIE).runs(f"/sc bravo {WORKS}")
    acts(town, ANNE, "pass", PRACTICE)
    morning(town, "2026-11-20")
    assert [each for each in lists(town, ANNE) if PRACTICE in each.text] == []


def test_somebody_new_may_report_what_works(town: Town) -> None:
    """Whoever is new is welcomed, and nothing more is asked of them first."""
    town.slack.add_person("UNEW00001", "Alex Nouveau")
    thanked = town.slack.as_person("UNEW00001").runs(f"/sc bravo {WORKS}").message
    assert thanked is not None
    assert PRACTICE in thanked.text
    assert len(table(town, "lessons")) == 1
