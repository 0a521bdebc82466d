"""What is stuck is found at once where a change makes it visible, else by the tick; and told once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sc_bot.domain.answers import Promised
from sc_bot.domain.deadlocks import Stage, Way
from sc_bot.domain.meetings import Meeting
from sc_bot.domain.problems import Problem, State, Verdict
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.deadlocks import finding
from sc_bot.usecases.stuck import look_at
from tests.deadlocks.lives import Lives
from tests.house import THURSDAY


def circle_of(lives: Lives) -> tuple[str, str, str, str]:
    """Two problems, each with a promise; the first waits for the second already."""
    first, second = lives.reports(), lives.reports(to="CVE", by="HSF-S1")
    lives.accepts(first)
    lives.accepts(second, "CVE-MD")
    one, other = lives.promises(first), lives.promises(second, "CVE-MD")
    return first, second, one, other


def test_promises_that_wait_for_each_other_across_problems_are_found_at_once_and_told_once(lives: Lives) -> None:
    """Whoever closes the circle reads so; each problem is in deadlock; the tick finds nothing more."""
    first, second, one, other = circle_of(lives)
    answer = lives.waits(one, other)
    assert isinstance(answer, Promised)
    assert not answer.circle
    closing = lives.waits(other, one, by="CVE-MD")
    assert isinstance(closing, Promised)
    assert closing.circle
    for each in (first, second):
        assert lives.told(each, "deadlocked") == [["circle"]]
        (deadlock,) = lives.deadlocks(each)
        assert set(deadlock.evidence[0].circle) == {1, 2}
    assert lives.looks() == 0
    lives.waits(other, by="CVE-MD")
    lives.waits(other, one, by="CVE-MD")  # broken and made again: it is the same deadlock
    assert lives.told(second, "deadlocked") == [["circle"]]


def test_a_circle_closed_from_two_sides_at_one_moment_is_reported_exactly_once(lives: Lives) -> None:
    """Two people, two problems, one moment, while the tick looks too: one deadlock and one step each."""
    first, second, one, other = circle_of(lives)
    acts = (
        lambda: lives.waits(one, other),
        lambda: lives.waits(other, one, by="CVE-MD"),
        lives.looks,
        lives.looks,
    )
    with ThreadPoolExecutor(len(acts)) as pool:
        for begun in [pool.submit(act) for act in acts]:
            begun.result()
    lives.looks()
    for each in (first, second):
        assert len(lives.deadlocks(each)) == 1
        assert lives.told(each, "deadlocked") == [["circle"]]


@pytest.mark.parametrize("turn", range(3))
def test_a_circle_made_and_broken_at_one_moment_is_told_once_or_never(lives: Lives, turn: int) -> None:
    """Whichever comes first, nothing is told twice, and what is told stays until it is decided."""
    first, second, one, other = circle_of(lives)
    lives.waits(one, other)
    acts = [lambda: lives.waits(other, one, by="CVE-MD"), lambda: lives.keeps(one), lives.looks][turn:]
    with ThreadPoolExecutor(3) as pool:
        for begun in [pool.submit(act) for act in acts]:
            begun.result()
    lives.looks()
    counts = [len(lives.told(each, "deadlocked")) for each in (first, second)]
    assert all(number <= 1 for number in counts), counts
    assert [len(lives.deadlocks(each)) for each in (first, second)] == counts


def test_the_second_return_the_third_new_date_and_the_second_reopening_are_found_at_once(lives: Lives) -> None:
    """No tick is needed where somebody's act makes it visible."""
    returned = lives.reports()
    lives.returns(returned, "PCO", "HSF-MD")
    assert lives.deadlocks(returned) == []
    lives.returns(returned, "CVE", "PCO-MD")
    assert lives.signs(returned) == ["returned"]
    assert lives.deadlocks(returned)[0].evidence[0].institutions == ("HSF", "PCO")
    moved = lives.reports()
    lives.accepts(moved)
    promise = lives.promises(moved)
    for turn in (1, 2, 3):
        assert lives.deadlocks(moved) == []
        lives.redates(promise, turn)
    assert lives.signs(moved) == ["redated"]
    opened = lives.reports()
    lives.accepts(opened)
    for turn in (1, 2):
        assert len(lives.deadlocks(opened)) == 0
        lives.closes(opened)
        lives.says(opened, Verdict.NO)
        assert len(lives.deadlocks(opened)) == turn - 1
    assert lives.signs(opened) == ["reopened"]


def test_what_comes_with_the_days_is_found_by_the_tick_on_its_day(lives: Lives) -> None:
    """Ten working days without a lead; more than twenty blocked; each from its first morning on, once."""
    unowned, stuck = lives.reports(), lives.reports()
    lives.accepts(stuck)
    lives.waits(lives.promises(stuck), needs="Un accès")
    assert lives.on("2026-12-02").looks() == 0  # the ninth working day since Thursday, November 19
    assert lives.on("2026-12-03").looks() == 1
    assert lives.looks() == 0
    assert lives.signs(unowned) == ["unowned"]
    assert lives.on("2026-12-17").looks() >= 0
    assert lives.deadlocks(stuck) == []
    lives.on("2026-12-18").looks()  # the twenty-first
    assert lives.signs(stuck) == ["blocked"]
    assert lives.told(stuck, "deadlocked") == [["blocked"]]


def test_it_goes_to_the_general_managers_after_the_second_meeting_by_itself(lives: Lives) -> None:
    """The support committee meets on December 1 and 15: from the 16th on it is before the general managers, once."""
    reference = lives.reports(unsolvable=True)
    lives.looks()
    assert lives.deadlocks(reference)[0].stage is Stage.SUPPORT
    lives.on("2026-12-15").looks()
    assert lives.deadlocks(reference)[0].stage is Stage.SUPPORT
    lives.on("2026-12-16").looks()
    lives.looks()
    assert lives.deadlocks(reference)[0].stage is Stage.STEERING
    assert lives.told(reference, "deadlock_raised") == [[]]


def test_a_meeting_that_was_moved_later_is_waited_for_before_it_goes_to_the_general_managers(lives: Lives) -> None:
    """The second one is on Thursday, December 17 instead of Tuesday; it was moved once the deadlock was known."""
    reference = lives.reports(unsolvable=True)
    lives.looks()
    with lives.database.unit_of_work() as uow:
        place = lives.place()
        committee = place.community.committee("support")
        assert committee is not None
        zone = ZoneInfo("America/Toronto")
        nominal = committee.next + timedelta(weeks=2)
        draft = Meeting(
            id=0,
            workspace=place.workspace,
            community=place.id,
            committee="support",
            nominal=nominal,
            at=nominal.replace(tzinfo=zone),
            minutes=60,
        )
        known = uow.meetings.add(draft)
        assert known is not None
        uow.meetings.move(place, replace(known, at=known.at + timedelta(days=2), moved_by="MOD-1"))
    lives.on("2026-12-16").looks()
    assert lives.deadlocks(reference)[0].stage is Stage.SUPPORT
    lives.on("2026-12-18").looks()
    assert lives.deadlocks(reference)[0].stage is Stage.STEERING


def test_after_a_decision_only_what_is_new_counts(lives: Lives) -> None:
    """Looked at again every day; the perception that was decided about is answered, the next one is a deadlock anew."""
    reference = lives.reports(unsolvable=True)
    lives.accepts(reference)
    lives.looks()
    lives.decides(reference, Way.RESOURCES, institution="PCO")
    lives.on("2026-11-25")
    assert lives.looks() == 0
    assert [each.is_open for each in lives.deadlocks(reference)] == [False]
    lives.perceives(reference, "HSF-MD")
    assert [each.is_open for each in lives.deadlocks(reference)] == [False, True]


def test_a_circle_that_outlives_its_decision_is_a_deadlock_again(lives: Lives) -> None:
    """More than twenty working days after the decision the same promises still wait for each other."""
    first, _, one, other = circle_of(lives)
    lives.waits(one, other)
    lives.waits(other, one, by="CVE-MD")
    lives.decides(first, Way.LEAD, institution="HSF")
    lives.on("2026-12-18").looks()  # the twenty-first working day
    assert [each.signs for each in lives.deadlocks(first)[1:]] == [("circle", "blocked")]


def test_naming_the_lead_ends_what_was_about_who_leads(lives: Lives) -> None:
    """The committee's decision about a problem returned twice is the way out; it need not be recorded once more."""
    reference = lives.reports()
    lives.returns(reference, "PCO", "HSF-MD")
    lives.returns(reference, "CVE", "PCO-MD")
    lives.assigns(reference, "CVE")
    (deadlock,) = lives.deadlocks(reference)
    assert (deadlock.way, deadlock.institution) == (Way.LEAD, "CVE")
    assert lives.told(reference, "deadlock_ended") == [["lead"]]
    assert lives.problem(reference).state is State.ACCEPTED


def test_a_deadlock_ends_with_its_problem_and_begins_again_with_it(lives: Lives) -> None:
    """Closed without a decision: what was stuck before is stuck again if its author says that nothing changed."""
    reference = lives.reports(unsolvable=True)
    lives.accepts(reference)
    lives.looks()
    lives.closes(reference)
    assert lives.deadlocks(reference)[0].way is Way.CLOSED
    assert lives.deadlocks(reference)[0].ended_at == THURSDAY
    lives.says(reference, Verdict.NO)
    assert [each.is_open for each in lives.deadlocks(reference)] == [False, True]


def test_a_problem_that_cannot_be_looked_at_stops_no_other(lives: Lives, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in one is logged without its words; the others are found at that same look."""
    first, broken, last = lives.reports(), lives.reports(), lives.reports()
    unlucky = lives.problem(broken).id

    def look(uow: UnitOfWork, place: Place, problem: Problem, now: datetime, circle: tuple[int, ...]) -> bool:
        if problem.id == unlucky:
            raise ZeroDivisionError
        return look_at(uow, place, problem, now, circle)

    monkeypatch.setattr(finding, "look_at", look)
    lives.on("2026-12-04")
    assert lives.looks() == 2
    assert [len(lives.deadlocks(each)) for each in (first, broken, last)] == [1, 0, 1]
