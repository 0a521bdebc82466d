"""8. "end the deadlock": computed with its evidence, on the committees' agenda by itself, over only by a decision."""

import pytest

from sc_bot.domain.deadlocks import DECISIONS, Stage, Way
from sc_bot.domain.problems import Closing, State
from sc_bot.presentation import deadlocks as worded
from sc_bot.presentation.words import Words
from sc_bot.usecases.deadlocks.seeing import open_deadlocks, seen_deadlocks
from tests.deadlocks.circular import CASES, stuck_in_a_circle
from tests.deadlocks.lives import Lives


def test_08_a_circle_between_institutions_is_seen_put_on_the_agendas_and_ended_by_a_decision_only(lives: Lives) -> None:
    """Hospital, CLSC and CHSLD wait for each other: nobody flags it, no edit of its state ends it, a decision does."""
    reference, promises = stuck_in_a_circle(lives, CASES["P-042"])
    place, words = lives.place(), Words("en", "America/Toronto")
    member = place.community.person("SC-4")
    assert member is not None
    with lives.database.reading() as uow:
        (found,) = seen_deadlocks(uow, place, member, lives.now, Stage.SUPPORT)
    assert found.deadlock is not None
    told = "\n".join(worded.lines(words, found.deadlock))
    assert all(each in told for each in promises)
    lives.waits(promises[0], by="CVE-MD")  # the circle is broken, and that decides nothing
    lives.on("2026-12-16").looks()
    with lives.database.reading() as uow:
        assert open_deadlocks(uow, place, Stage.SUPPORT) == []
        assert [each.problem for each in open_deadlocks(uow, place, Stage.STEERING)] == [lives.problem(reference).id]
    lives.decides(reference, Way.LEAD, by="HSF-DG", institution="CVE")
    with lives.database.reading() as uow:
        assert open_deadlocks(uow, place) == []


@pytest.mark.parametrize("way", DECISIONS)
def test_08_each_of_the_three_decisions_does_what_it_says(lives: Lives, way: Way) -> None:
    """A lead leads, an institution is asked for what it gives, a written no closes the problem with its reason."""
    reference, _ = stuck_in_a_circle(lives, CASES["P-059"])
    lives.decides(reference, way, institution="PCO")
    problem = lives.problem(reference)
    expected = {
        Way.LEAD: (State.ACCEPTED, "PCO", (), None),
        Way.RESOURCES: (State.ACCEPTED, "CVE", ("PCO",), None),
        Way.WE_WILL_NOT: (State.CLOSED, "CVE", (), Closing.NOT_SOLVABLE),
    }
    assert (problem.state, problem.institution, problem.invited, problem.closing) == expected[way]
    assert [each.way for each in lives.deadlocks(reference)] == [way]
