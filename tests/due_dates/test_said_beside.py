"""What the answer says beside the date: days off, the next working day, how it was meant (R15), in one JSON shape."""

from datetime import date

import pytest

from sc_bot.due_dates import Ambiguous, DayOff, Doubt, Note, Understood, to_json
from tests.due_dates.region import ask


def understood(phrase: str, language: str = "fr") -> Understood:
    """The answer, which must be a date."""
    answer = ask(phrase, language)
    assert isinstance(answer, Understood)
    return answer


@pytest.mark.parametrize(
    ("phrase", "day_off", "next_day"),
    [
        ("samedi", DayOff.WEEKEND, date(2026, 11, 23)),
        ("dimanche à 14 h", DayOff.WEEKEND, date(2026, 11, 23)),
        ("Noël", DayOff.HOLIDAY, date(2026, 12, 28)),
        ("1er janvier", DayOff.HOLIDAY, date(2027, 1, 4)),
        ("fin janvier", DayOff.WEEKEND, date(2027, 2, 1)),
    ],
)
def test_a_day_off_is_accepted_with_a_warning(phrase: str, day_off: DayOff, next_day: date) -> None:
    """And the next working day is offered."""
    answer = understood(phrase)
    assert (answer.day_off, answer.next_working_day) == (day_off, next_day)


def test_a_working_day_needs_no_warning() -> None:
    """Nothing is offered beside it."""
    answer = understood("vendredi")
    assert (answer.day_off, answer.next_working_day, answer.notes) == (None, None, ())


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("la semaine prochaine", Note.LAST_OF_STRETCH),
        ("en décembre", Note.LAST_OF_STRETCH),
        ("avant lundi", Note.DAY_BEFORE),
        ("avant le comité directeur", Note.DAY_BEFORE),
        ("15 février", Note.NEXT_YEAR),
    ],
)
def test_how_a_date_was_meant_is_said(phrase: str, note: Note) -> None:
    """A stretch is due on its last day, *before* is strict, a year was added."""
    assert understood(phrase).notes == (note,)


@pytest.mark.parametrize(
    ("phrase", "doubt"),
    [
        ("vendredi prochain", Doubt.NEXT_WEEKDAY),
        ("05/12", Doubt.DAY_MONTH_ORDER),
        ("15/12/26", Doubt.TWO_DIGIT_YEAR),
        ("10 novembre", Doubt.PASSED_LATELY),
        ("le 19", Doubt.TODAY_OR_LATER),
        ("d'ici la fin de semaine", Doubt.START_OR_END),
        ("avant la fin du mois", Doubt.BEFORE_AN_END),
        ("avant lundi matin", Doubt.BEFORE_A_STRETCH),
        ("fin du T1", Doubt.WHICH_QUARTER),
        ("vendredi minuit", Doubt.MIDNIGHT),
        ("demain à 3 h", Doubt.MORNING_OR_AFTERNOON),
        ("d'ici 16 h", Doubt.CLOCK_OR_HOURS),
        ("dans huit jours", Doubt.IDIOM),
        ("le vendredi", Doubt.HABIT),
        ("l'autre vendredi", Doubt.USAGE),
        ("la prochaine rencontre", Doubt.WHICH_COMMITTEE),
        ("fin du quart", Doubt.SHIFT),
        ("lundi ou mardi", Doubt.SEVERAL),
        ("vers le 15", Doubt.APPROXIMATE),
        ("vendredi 4 PM", Doubt.SEVERAL_READINGS),
        ("7 novembre 2027 à 01:30", Doubt.REPEATED_HOUR),
    ],
)
def test_each_doubt_is_named(phrase: str, doubt: Doubt) -> None:
    """So that the question can say why it is asked."""
    answer = ask(phrase)
    assert isinstance(answer, Ambiguous)
    assert answer.doubt is doubt


@pytest.mark.parametrize("phrase", ["vendredi", "samedi 14 h", "vendredi prochain", "hier"])
def test_every_answer_has_the_same_keys_first(phrase: str) -> None:
    """Status, date, candidates, reason; then what else is useful."""
    assert list(to_json(ask(phrase)))[:4] == ["status", "due", "candidates", "reason"]


def test_candidates_come_in_order() -> None:
    """The earliest first, each once."""
    answer = ask("mardi ou lundi ou mardi")
    assert isinstance(answer, Ambiguous)
    assert [str(each) for each in answer.candidates] == ["2026-11-23", "2026-11-24"]
