"""A measure of access: given with the report or later, asked again at the end, told before and after."""

import pytest

from sc_bot.domain.access import Hurdle, Moment, access_of, details_of, read_amount
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.refusals import Refused, Why
from tests.house import THURSDAY, Town
from tests.stories.acting import does, press, press_on, seen, show
from tests.stories.looking import fields, window
from tests.stories.promising import BASTIEN, ROSALIE, accepted, told


@pytest.mark.parametrize(
    ("typed", "hurdle", "amount"),
    [
        ("21", None, "21"),
        (" 2,5 ", None, "2.5"),
        ("2.50", None, "2.50"),
        ("21 jours", Hurdle.DELAY, "21"),
        ("3 days", Hurdle.DELAY, "3"),
        ("1,5 h", Hurdle.TRAVEL, "1.5"),
        ("4 refus par mois", Hurdle.REFUSALS, "4"),
        ("0", Hurdle.REFUSALS, "0"),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, hurdle: Hurdle | None, amount: str) -> None:
    """Comma or point, with its unit or without."""
    assert str(read_amount(typed, hurdle)) == amount


@pytest.mark.parametrize("typed", ["", "trois", "-2", "21 patients", "3 semaines", "1,234", "1e9", "2 h", "NAM TESA"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    """No word gets in beside it; another unit is not guessed."""
    with pytest.raises(Refused) as refused:
        read_amount(typed, Hurdle.DELAY)
    assert (refused.value.why, refused.value.field, refused.value.details) == (Why.NOT_A_NUMBER, "access", ())


def test_the_last_measure_of_each_moment_counts_and_another_hurdle_begins_anew() -> None:
    """What was measured in days is not compared with what is measured in hours."""

    def step(moment: Moment, hurdle: Hurdle, amount: str) -> Event:
        details = details_of(moment, hurdle, read_amount(amount))
        return Event(problem=1, kind=Happened.MEASURED, at=THURSDAY, actor=None, details=details)

    first = [step(Moment.BEFORE, Hurdle.DELAY, "21"), step(Moment.AFTER, Hurdle.DELAY, "2")]
    known = access_of(first)
    assert known is not None
    assert (str(known.before), str(known.after)) == ("21", "2")
    again = access_of([*first, step(Moment.BEFORE, Hurdle.TRAVEL, "3")])
    assert again is not None
    assert (again.hurdle, again.after) == (Hurdle.TRAVEL, None)
    assert access_of([step(Moment.AFTER, Hurdle.DELAY, "2")]) is None


def test_closing_asks_for_the_measure_after_and_everybody_reads_both(town: Town) -> None:
    """The author gives it with details; the window that closes shows it and asks; the author says how they find it."""
    accepted(town)
    person = town.person(ROSALIE)
    press_on(person, show(town, ROSALIE), "problem.add_details")
    view = window(town, person, "access")
    assert {"access": "bientôt"}.keys() <= set(fields(view))
    wrong = person.submits(view, {"access_kind": "delay", "access": "bientôt"})
    assert "21 ou 2,5" in wrong.errors["access"]
    person.submits(view, {"access_kind": "delay", "access": "21 jours"})
    town.deliver()
    press(town, BASTIEN, "problem.close")
    director = town.person(BASTIEN)
    view = window(town, director, "access_after")
    director.submits(view, {"closing": "solved", "reason": "Envoyé le jour même", "access_after": "2"})
    town.deliver()
    assert "Accès, délai\u00a0: 21 → 2 jours" in seen(town, BASTIEN)
    does(town, ROSALIE, "problem.verified")
    press_on(person, show(town, ROSALIE), "access.measure")
    person.submits(window(town, person, "access"), {"access": "3,5"})
    town.deliver()
    for who in (BASTIEN, ROSALIE):
        assert "délai\u00a0: 21 → 2 jours (3,5 selon l'auteur·e)" in seen(town, who)
    card = told(town, ROSALIE, "ONC-1")[0]
    assert "21 → 2 jours" in str(card.blocks)


def test_without_a_measure_nothing_is_asked(town: Town) -> None:
    """It is optional, to the end."""
    accepted(town)
    press(town, BASTIEN, "problem.close")
    assert "access_after" not in fields(window(town, town.person(BASTIEN), "closing"))
