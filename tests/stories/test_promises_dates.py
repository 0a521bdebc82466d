"""Never a silently wrong date: what was shown last is what is saved, whatever was touched in between."""

from dataclasses import replace
from datetime import date

import pytest

from sc_bot.domain.due import Due
from tests.house import Town
from tests.stories.acting import card_with, table
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN, WHAT, accepted, on, promise


def opens(town: Town, **values: object) -> None:
    """The director fills in the window of a promise and sends it once."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": WHAT, **values})


def saved(town: Town) -> list[str]:
    """The due days that are stored."""
    return [str(each["due_day"]) for each in table(town, "commitments")]


@pytest.mark.parametrize("words", ["d'ici le 4 décembre", "vendredi prochain"])
def test_a_day_chosen_after_the_words_were_read_is_the_one_that_is_meant(town: Town, words: str) -> None:
    """The words still stand in their field: the day is shown, then saved; not the date of the words."""
    opens(town, due=words)
    director = town.person(BASTIEN)
    director.submits(window(town, director, "what"), {"due_on": "2026-12-09"})
    assert saved(town) == []
    shown = window(town, director, "what")
    assert "mercredi 9\u00a0décembre 2026" in text_of(shown)
    director.submits(shown, {})
    assert saved(town) == ["2026-12-09"]


def test_words_written_after_the_day_was_chosen_are_meant(town: Town) -> None:
    """The other way round: words come before the calendar when they are new."""
    opens(town, due_on="2026-12-09")
    director = town.person(BASTIEN)
    director.submits(window(town, director, "what"), {"due": "d'ici le 4 décembre"})
    assert saved(town) == []
    assert "vendredi 4\u00a0décembre 2026" in text_of(director.modal)
    director.submits(window(town, director, "what"), {})
    assert saved(town) == ["2026-12-04"]


def test_a_day_beside_words_without_a_date_is_taken_as_the_error_proposes(town: Town) -> None:
    """The error proposes to choose a day below: one does, and leaves the words."""
    opens(town, due="bientôt")
    director = town.person(BASTIEN)
    director.submits(window(town, director, "what"), {"due_on": "2026-12-09"})
    director.submits(window(town, director, "what"), {})
    assert saved(town) == ["2026-12-09"]


def test_a_day_years_away_is_refused_on_its_field(town: Town) -> None:
    """As it is in words; the end of the calendar is no crash."""
    opens(town, due_on="2028-11-20")
    director = town.person(BASTIEN)
    for day in ("2028-11-20", "9999-12-31"):
        assert list(director.submits(window(town, director, "what"), {"due_on": day}).errors) == ["due_on"]


def test_a_choice_pressed_after_other_words_were_typed_shows_these(town: Town) -> None:
    """Nothing crashes, nothing is saved: the new words are read, or said to hold no date when the window is sent."""
    opens(town, due="vendredi prochain")
    director = town.person(BASTIEN)
    asked = window(town, director, "what")
    director.types(asked, {"due": "bientôt"})
    director.presses(asked, "commitment.due_2", "2026-11-27")
    assert list(director.submits(window(town, director, "what"), {}).errors) == ["due"]
    assert saved(town) == []


def test_a_date_that_somebody_changed_meanwhile_is_told_not_changed_again(town: Town) -> None:
    """Two windows are open; the first wins, the other reads who was faster."""
    promise(town, "d'ici le 4 décembre")
    director = town.person(BASTIEN)
    director.runs("/sc engagements")
    on(town, BASTIEN, "commitment.redate", due="le 9 décembre", reason="Le poste est vacant")
    database = town.house.worker_database
    with database.unit_of_work() as uow:
        uow.commitments.save(replace(uow.commitments.by_id(1), due=Due(date(2026, 12, 16)), redated=1))
    director.submits(window(town, director, "reason"), {})
    assert saved(town) == ["2026-12-16"]
