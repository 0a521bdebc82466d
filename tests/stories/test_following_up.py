"""What is owed is followed up: one list a morning, before the day, on it, after it; then others help."""

from datetime import date, time

import pytest

from sc_bot.domain.refusals import Refused, Why
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.quiet import snooze
from tests.house import Town
from tests.stories.acting import REFERENCE, does, report, table
from tests.stories.looking import window
from tests.stories.promising import (
    BASTIEN,
    FIRST,
    ROSALIE,
    accepted,
    follow_up,
    lists,
    morning,
    on,
    promise,
    promise_more,
    told,
)

FACILITATOR, COMMITTEE = "ADV-1", "SC-4"
DUE = "le 4 décembre"  # a Friday: reminded on Tuesday the 1st and on the day, late on Monday the 7th


def test_before_the_day_and_on_it_its_owner_is_reminded_once(town: Town) -> None:
    """Three working days before, and on the day; nothing in between, nothing twice."""
    promise(town, DUE)
    for day in ("2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"):
        morning(town, day)
        follow_up(town)
    assert [each.text.partition("·")[0].strip() for each in lists(town, BASTIEN)] == [
        "Mardi 1er\u00a0décembre",
        "Vendredi 4\u00a0décembre",
    ]
    assert "Bientôt" in lists(town, BASTIEN)[0].text
    assert "Échéance aujourd'hui" in lists(town, BASTIEN)[1].text


def test_a_list_comes_in_the_morning_and_not_before(town: Town) -> None:
    """At 8:00 of Val-Sauvage, not a minute earlier."""
    promise(town, DUE)
    morning(town, "2026-12-01", time(7, 59))
    assert lists(town, BASTIEN) == []
    morning(town, "2026-12-01", time(8, 0))
    assert len(lists(town, BASTIEN)) == 1


def test_on_track_rests_until_the_next_reminder(town: Town) -> None:
    """Confirmed on Tuesday, it is asked for again on its day."""
    promise(town, DUE)
    morning(town, "2026-12-01")
    on(town, BASTIEN, "followup.on_track")
    assert table(town, "commitments")[0]["confirmed_at"] is not None
    morning(town, "2026-12-04")
    assert "Échéance aujourd'hui" in lists(town, BASTIEN)[-1].text


def test_late_the_owner_is_warned_first_with_who_is_told_next(town: Town) -> None:
    """Privately: what it is, and when the facilitator is told if nothing comes; the author hears that it is late."""
    promise(town, DUE)
    morning(town, "2026-12-07")
    last = lists(town, BASTIEN)[-1].text
    assert "En retard" in last
    assert "1 jour ouvrable de retard" in last
    assert "Anne-Sophie Kerouac-Tily" in last
    assert "mercredi 9" in last
    assert told(town, ROSALIE, "est en retard")
    assert lists(town, FACILITATOR) == []


def test_it_widens_once_a_step_and_does_not_nag(town: Town) -> None:
    """The facilitator on the third working day, the committee on the fifth, each asked for help; then it rests."""
    promise(town, DUE)
    morning(town, "2026-12-07")
    morning(town, "2026-12-09")
    assert "Votre aide est demandée" in lists(town, FACILITATOR)[-1].text
    assert "demandez ce qui bloque" in lists(town, FACILITATOR)[-1].text
    assert lists(town, COMMITTEE) == []
    morning(town, "2026-12-11")
    assert lists(town, COMMITTEE)
    counted = {who: len(lists(town, who)) for who in (BASTIEN, FACILITATOR, COMMITTEE)}
    for day in ("2026-12-14", "2026-12-15", "2026-12-16", "2026-12-17"):
        morning(town, day)
    assert {who: len(lists(town, who)) for who in counted} == counted
    assert [each["details"] for each in table(town, "events") if each["kind"] == "escalated"] == [
        ["facilitator"],
        ["committee"],
    ]


def test_a_redated_promise_is_followed_again_on_its_new_date(town: Town) -> None:
    """As if it were new: reminded before it, due on it, late after it."""
    promise(town, DUE)
    morning(town, "2026-12-07")
    on(town, BASTIEN, "commitment.redate", due="le 16 décembre", reason="Le poste est vacant")
    town.person(BASTIEN).submits(window(town, town.person(BASTIEN), "reason"), {})
    town.deliver()
    before = len(lists(town, BASTIEN))
    morning(town, "2026-12-09")
    assert len(lists(town, BASTIEN)) == before
    assert lists(town, FACILITATOR) == []
    for day, word in (("2026-12-11", "Bientôt"), ("2026-12-16", "Échéance aujourd'hui"), ("2026-12-17", "En retard")):
        morning(town, day)
        assert word in lists(town, BASTIEN)[-1].text, day


def test_several_things_are_one_list(town: Town) -> None:
    """However many are due, one message a morning."""
    promise(town, DUE)
    promise_more(town, DUE, what="Afficher l'horaire de la pharmacie")
    promise_more(town, DUE, what="Nommer une remplaçante le mardi")
    morning(town, "2026-12-01")
    (only,) = lists(town, BASTIEN)
    assert all(f"{REFERENCE}.{number}" in only.text for number in (1, 2, 3))


def test_more_than_ten_keep_what_is_late_and_say_how_many_do_not_fit(town: Town) -> None:
    """The first to leave the list is what presses least; nobody reads that it needs nothing."""
    promise(town, DUE)
    for number in range(11):
        promise_more(town, "le 10 décembre", what=f"Afficher l'horaire de la pharmacie, étage {number}")
    morning(town, "2026-12-07")
    last = lists(town, BASTIEN)[-1].text
    assert "12 points pour vous, dont 2 ne tiennent pas ici" in last
    assert f"{REFERENCE}.1 " in last
    assert "pour l'autre" in last.partition("\n")[0]  # the problem itself needs nothing


def test_what_is_done_is_not_asked_for(town: Town) -> None:
    """Nothing is due: no list."""
    promise(town, DUE)
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.done", evidence="")
    for day in ("2026-12-01", "2026-12-04", "2026-12-07"):
        morning(town, day)
    assert lists(town, BASTIEN) == []


def test_after_an_outage_missed_steps_are_one_and_say_that_they_are_late(town: Town) -> None:
    """Nothing for ten days: one list, in the working day, marked late; none in the evening."""
    promise(town, DUE)
    morning(town, "2026-12-09", time(20, 30))
    assert lists(town, BASTIEN) == []
    morning(town, "2026-12-10", time(8, 5))
    follow_up(town)
    (only,) = lists(town, BASTIEN)
    assert "arrive en retard" in only.text
    assert len(lists(town, FACILITATOR)) == 1
    assert len(told(town, ROSALIE, "est en retard")) == 1


def test_an_answer_that_is_owed_is_asked_for(town: Town) -> None:
    """Two working days to read it, five to decide; then the delegate, the facilitator, the committee."""
    report(town)
    morning(town, "2026-11-20")
    assert lists(town, BASTIEN) == []
    morning(town, "2026-11-23")
    assert "À répondre" in lists(town, BASTIEN)[-1].text
    morning(town, "2026-11-26")
    assert len(lists(town, BASTIEN)) == 2
    morning(town, "2026-11-27")
    morning(town, "2026-12-01")
    assert "Votre aide est demandée" in lists(town, FACILITATOR)[-1].text
    assert "entre les mains de Bastien Morelière" in lists(town, FACILITATOR)[-1].text


def test_an_accepted_problem_without_promises_goes_stale(town: Town) -> None:
    """Fifteen working days without a sign of life: its director is asked; then the facilitator."""
    accepted(town)
    morning(town, "2026-12-09")
    assert lists(town, BASTIEN) == []
    morning(town, "2026-12-10")
    assert "Sans nouvelles depuis longtemps" in lists(town, BASTIEN)[-1].text
    assert "donnez des nouvelles" in lists(town, BASTIEN)[-1].text


def test_silence_for_one_thing_ends(town: Town) -> None:
    """Its owner does not hear of it until that day; the facilitator does as agreed."""
    promise(town, DUE)
    morning(town, "2026-12-01")
    on(town, BASTIEN, "followup.snooze", until="2026-12-08")
    before = len(lists(town, BASTIEN))
    morning(town, "2026-12-04")
    morning(town, "2026-12-07")
    assert len(lists(town, BASTIEN)) == before
    morning(town, "2026-12-09")
    assert FIRST in lists(town, FACILITATOR)[-1].text
    assert FIRST in lists(town, BASTIEN)[-1].text


def test_a_closed_problem_is_followed_no_more(town: Town) -> None:
    """Nothing is asked about what is over."""
    promise(town, DUE)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Fait")
    assert morning(town, "2026-12-04") == 0
    assert lists(town, BASTIEN) == []


def test_a_promise_that_waits_for_a_late_one_is_said(town: Town) -> None:
    """Its owner reads on the same morning that what it waits for is late."""
    promise(town, DUE)
    promise_more(town, "le 29 janvier 2027", what="Former les deux équipes", depends_on=FIRST, owner="USC100000")
    on(town, "SC-1", "commitment.take", f"{REFERENCE}.2")
    morning(town, "2026-12-07")
    (only,) = lists(town, "SC-1")
    assert f"Attend un engagement en retard\u00a0: {REFERENCE}.2" in only.text


def test_a_promise_that_does_not_exist_silences_nothing(town: Town) -> None:
    """A forged menu about promise 99 does not rest its problem."""
    promise(town, DUE)
    follow_up(town)
    asked = Asked(workspace="T0ESTRIE0", slack_id="UHSFMD000", request="forged", now=town.clock.now)
    with pytest.raises(Refused) as refused:
        snooze(town.house.web_database, asked, f"{REFERENCE}.99", date(2026, 12, 8))
    assert refused.value.why is Why.NOT_FOUND
    assert [each["quiet"] for each in table(town, "followups")] == [[], []]
