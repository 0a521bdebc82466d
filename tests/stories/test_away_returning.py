"""Absences begin and end by themselves, or at once; one list waits on return, in the morning."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

from sc_bot.usecases.absences_turning import returns
from tests.house import Town
from tests.stories.acting import card_with, cards, does, offered, report, table, whole
from tests.stories.leaving import BASTIEN, FANNY, ROSALIE, SABRINA, directs, goes, leaves, slack_id, tick
from tests.stories.looking import text_of, window


def test_a_planned_absence_begins_by_itself_where_the_person_lives(town: Town) -> None:
    """Until its first day nothing changes; who covers was told when it was planned, once."""
    report(town)
    leaves(town, first_day="2026-12-24", last_day="2027-01-04", delegate_1=slack_id(town, FANNY))
    assert "pour Bastien" not in whole(cards(town.person(ROSALIE))[-1])
    tick(town, datetime(2026, 12, 24, 4, 30, tzinfo=UTC))  # the 24th in UTC, still the 23rd in Val-Sauvage
    assert "pour Bastien" not in whole(cards(town.person(ROSALIE))[-1])
    tick(town, datetime(2026, 12, 24, 5, 30, tzinfo=UTC))
    assert "pour Bastien Morelière, jusqu'au lundi 4\u00a0janvier" in whole(cards(town.person(ROSALIE))[-1])
    assert len(directs(town, FANNY, "Vous remplacez Bastien Morelière")) == 1


def test_one_list_waits_on_the_first_working_morning(town: Town) -> None:
    """However often the tick asks; at 8:00, after the weekend, with what happened meanwhile."""
    leaves(town, last_day="2026-11-20", delegate_1=slack_id(town, FANNY))
    report(town)
    does(town, FANNY, "problem.accept")
    tick(town, datetime(2026, 11, 21, 6, 0, tzinfo=UTC))  # Saturday night
    assert directs(town, BASTIEN, "Pendant votre absence") == []
    tick(town, datetime(2026, 11, 23, 12, 59, tzinfo=UTC))
    assert directs(town, BASTIEN, "Pendant votre absence") == []
    tick(town, datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    (told,) = directs(town, BASTIEN, "Pendant votre absence")
    assert "ONC-1" in told.text
    assert "pour Bastien" not in whole(cards(town.person(ROSALIE))[-1])


def test_a_problem_that_is_kept_from_them_does_not_spoil_the_list(town: Town) -> None:
    """A nurse keeps her own director out: their list on return comes, and says nothing of it."""
    leaves(town, last_day="2026-11-20")
    report(town)
    nurse = town.person(FANNY)
    nurse.runs("/problem")
    nurse.presses(window(town, nurse), "problem.report_more")
    given = {"description": "La relève est lente chez nous", "institution": "HSF", "continuum": "ONC"}
    nurse.submits(window(town, nurse, "severity"), {**given, "flags": ["keep_out"]})
    tick(town, datetime(2026, 11, 21, 6, 0, tzinfo=UTC))
    tick(town, datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    (told,) = directs(town, BASTIEN, "Pendant votre absence")
    assert "ONC-1" in told.text
    assert "ONC-2" not in told.text


def test_after_an_outage_the_list_comes_once_in_a_morning(town: Town) -> None:
    """Nobody asked for days: nothing is said at night, and nothing twice."""
    leaves(town, last_day="2026-11-20", delegate_1=slack_id(town, FANNY))
    report(town)
    tick(town, datetime(2026, 11, 26, 2, 0, tzinfo=UTC))
    assert directs(town, BASTIEN, "Pendant votre absence") == []
    tick(town, datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
    tick(town, datetime(2026, 11, 27, 13, 0, tzinfo=UTC))
    assert len(directs(town, BASTIEN, "Pendant votre absence")) == 1


def test_i_am_back_ends_it_at_once(town: Town) -> None:
    """In working hours the list comes right away; new problems are the director's again."""
    leaves(town, delegate_1=slack_id(town, FANNY))
    report(town)
    view = goes(town, BASTIEN, "")
    bastien = town.person(BASTIEN)
    bastien.presses(view, "absence.back")
    assert town.slack.wait_for(lambda: bastien.modal is not None and "Bon retour" in text_of(bastien.modal))
    town.deliver()
    assert len(directs(town, BASTIEN, "Pendant votre absence")) == 1
    report(town, "Le rapport de chimio de l'hôpital ne suit pas")
    assert "problem.accept" in offered(card_with(bastien, "problem.accept", "ONC-2"))


def test_the_list_has_ten_lines_and_a_number(town: Town) -> None:
    """Twelve problems: ten lines, two left out."""
    leaves(town, delegate_1=slack_id(town, FANNY))
    for number in range(12):
        report(town, f"Le résumé de chimio numéro {number + 1} part par la poste de l'hôpital")
    view = goes(town, BASTIEN, "")
    town.person(BASTIEN).presses(view, "absence.back")
    town.deliver()
    (told,) = directs(town, BASTIEN, "Pendant votre absence")
    assert told.text.count("ONC-") == 10
    assert "2 autres" in told.text


def test_a_new_absence_replaces_the_one_of_the_same_days(town: Town) -> None:
    """Prolonged: one absence, its first day kept; who covers now is told."""
    leaves(town, last_day="2026-11-24", delegate_1=slack_id(town, FANNY))
    town.clock.forward(days=1)
    leaves(town, first_day="2026-11-23", last_day="2026-11-27", delegate_1=slack_id(town, SABRINA))
    first, second = table(town, "absences")
    assert first["ended_at"] is not None
    assert (second["first_day"], second["last_day"]) == (date(2026, 11, 19), date(2026, 11, 27))
    assert len(directs(town, SABRINA, "Vous remplacez Bastien")) == 1


def test_a_planned_absence_can_be_called_off(town: Town) -> None:
    """Nobody had left, so no list follows."""
    leaves(town, first_day="2026-12-24", last_day="2027-01-04")
    view = goes(town, BASTIEN, "")
    town.person(BASTIEN).presses(view, "absence.back")
    tick(town, datetime(2027, 1, 5, 14, 0, tzinfo=UTC))
    assert directs(town, BASTIEN, "Pendant votre absence") == []
    assert table(town, "absences")[0]["ended_at"] is not None


def test_after_an_outage_that_ends_by_day_the_list_waits_for_the_morning(town: Town) -> None:
    """It is a list for the morning: nobody is interrupted at three in the afternoon."""
    leaves(town, last_day="2026-11-20", delegate_1=slack_id(town, FANNY))
    tick(town, datetime(2026, 11, 26, 20, 0, tzinfo=UTC))
    assert directs(town, BASTIEN, "Pendant votre absence") == []
    tick(town, datetime(2026, 11, 27, 13, 0, tzinfo=UTC))
    assert len(directs(town, BASTIEN, "Pendant votre absence")) == 1


def test_an_absence_that_an_outage_swallowed_whole_still_has_its_list(town: Town) -> None:
    """Planned, begun and over while nothing ran: who came back hears of it, once."""
    leaves(town, first_day="2026-11-23", last_day="2026-11-24", delegate_1=slack_id(town, FANNY))
    tick(town, datetime(2026, 12, 1, 5, 30, tzinfo=UTC))
    tick(town, datetime(2026, 12, 1, 13, 0, tzinfo=UTC))
    assert len(directs(town, BASTIEN, "Pendant votre absence")) == 1


def test_who_covers_by_then_may_be_somebody_else(town: Town) -> None:
    """The delegate falls ill before it begins: the next one is told in their morning, before anything comes."""
    leaves(town, first_day="2026-11-23", last_day="2026-11-27", delegate_1=slack_id(town, FANNY))
    leaves(town, FANNY)
    assert directs(town, SABRINA, "Vous remplacez Bastien") == []
    tick(town, datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
    assert directs(town, SABRINA, "Vous remplacez Bastien") == []
    tick(town, datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    assert len(directs(town, SABRINA, "Vous remplacez Bastien")) == 1


def test_the_tick_writes_only_where_something_is_due(town: Town) -> None:
    """A planned absence is looked at for weeks without a single change."""
    leaves(town, first_day="2026-12-24", last_day="2027-01-04")
    before = table(town, "communities")[0]["version"]
    assert returns(town.house.worker_database, datetime(2026, 12, 24, 4, 30, tzinfo=UTC)) == 0
    assert table(town, "communities")[0]["version"] == before
    assert returns(town.house.worker_database, datetime(2026, 12, 24, 5, 0, tzinfo=UTC)) == 1


def test_two_ticks_at_once_say_it_once(town: Town) -> None:
    """Two workers look at the same moment."""
    leaves(town, last_day="2026-11-20", delegate_1=slack_id(town, FANNY))
    monday = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: returns(town.house.worker_database, monday), range(4)))
    tick(town, monday + timedelta(hours=7))
    assert len(directs(town, BASTIEN, "Pendant votre absence")) == 1
    ended = [each for each in table(town, "community_events") if each["subject"] == f"absence {BASTIEN}"]
    assert sorted(each["after"] is None for each in ended) == [False, True]
