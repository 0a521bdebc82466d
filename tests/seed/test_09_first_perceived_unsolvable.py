"""9. "in situations initially perceived by the partners as unresolvable": how many were solved, and how soon."""

from datetime import timedelta

from sc_bot.domain.counts import CommunityCounts, DeadlockCounts
from sc_bot.domain.deadlocks import Way
from sc_bot.domain.problems import Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.deadlocks import measure
from sc_bot.presentation.words import Words
from tests.deadlocks.lives import Lives
from tests.digests.recounting import recounted
from tests.house import Town
from tests.stories.acting import does_from_show
from tests.stories.jointly import begins, comes, gone, says
from tests.stories.promising import BASTIEN, ROSALIE, accepted


def counted(lives: Lives) -> CommunityCounts:
    """As the digest, Home and the workbook count, and once more from the history alone: both say the same."""
    place = lives.place()
    with lives.database.reading() as uow:
        found = uow.counts.of(place, lives.now - timedelta(days=7), lives.now)
    assert recounted(lives.database, place, lives.now - timedelta(days=7), lives.now).deadlocks == found.deadlocks
    return found


def test_09_what_was_first_perceived_as_unsolvable_and_is_verified_as_solved_is_counted_with_its_days(
    lives: Lives,
) -> None:
    """Said in the report, or later by a partner; solved is what its author says; two decisions, one still waits."""
    said_at_once, said_later, not_solved, never = (
        lives.reports(unsolvable=each) for each in (True, False, True, False)
    )
    for each in (said_at_once, said_later, not_solved, never):
        lives.accepts(each)
    lives.on("2026-11-23").looks()
    lives.perceives(said_later, "HSF-MD")
    lives.on("2026-11-25").decides(said_at_once, Way.RESOURCES, institution="PCO")
    lives.on("2026-12-01").decides(said_later, Way.LEAD, institution="HSF")
    for each in (said_at_once, said_later, never):
        lives.closes(each, still=False)
    lives.on("2026-12-04").says(said_at_once, Verdict.YES)
    lives.on("2026-12-14")
    lives.says(said_later, Verdict.YES)
    lives.says(never, Verdict.YES)
    assert counted(lives).deadlocks == DeadlockCounts(
        open=1, oldest=21, decided=2, days_to_end=2, perceived=3, verified=2, days_to_verified=14
    )
    assert measure(Words("en"), counted(lives).deadlocks) == [
        "3 problems were perceived as unsolvable; verified as solved since: 2. It took 14 days (median).",
        "1 deadlock waits for a decision. The oldest has waited 21 days.",
        "2 were ended by a decision. It took 2 days (median).",
    ]


def test_09_what_nobody_believed_in_is_perceived_so_under_the_problem_with_which_it_is_merged(lives: Lives) -> None:
    """A merger ends no deadlock: it is found there, with its first perception; it is one problem, and counted once."""
    stuck = lives.reports(unsolvable=True)
    goes_on = lives.on("2026-11-20").reports(by="GTV-S1")
    lives.accepts(goes_on)
    lives.on("2026-11-23").looks()
    lives.merges(stuck, goes_on)
    lives.on("2026-11-24").looks()
    assert lives.signs(goes_on) == ["unsolvable"]
    assert lives.told(goes_on, "perceived") == [["author"]]
    assert (counted(lives).deadlocks.open, counted(lives).deadlocks.perceived) == (1, 1)
    lives.closes(goes_on, still=False)
    lives.on("2026-12-03").says(goes_on, Verdict.YES, by="GTV-S1")
    found = counted(lives).deadlocks
    assert (found.perceived, found.verified, found.days_to_verified) == (1, 1, 13)


def test_09_the_first_perception_is_never_overwritten(lives: Lives) -> None:
    """Who and when stays; another perception stands beside it, and at the end it is asked again, not replaced."""
    reference = lives.reports(unsolvable=True)
    lives.accepts(reference)
    lives.on("2026-11-24").perceives(reference, "SC-4")
    lives.perceives(reference, "SC-4")
    lives.closes(reference, still=False)
    assert lives.told(reference, "perceived") == [["author"], ["committee"]]
    assert lives.told(reference, "perceived_still") == [["no", "director"]]
    assert lives.problem(reference).unresolvable


def test_09_only_those_who_take_part_are_asked_what_they_perceive(lives: Lives) -> None:
    """A director of an institution that has no part in it, a general manager, a colleague: it is not theirs to say."""
    reference = lives.reports()
    lives.accepts(reference)
    refused = []
    for who in ("PCO-MD", "HSF-DG", "HSF-S1"):
        try:
            lives.perceives(reference, who)
        except Refused as no:
            refused.append(no.why)
    assert refused == [Why.NOT_YOURS] * 3
    assert lives.told(reference, "perceived") == []


def test_09_what_a_joint_change_ended_is_verified_by_the_author_s_word_for_their_institution(town: Town) -> None:
    """They are not asked a second time: the measure that matters must not leave out what the seed is about."""
    accepted(town)
    does_from_show(town, BASTIEN, "deadlock.perceive")
    begins(town, institutions=("HSF", "CVE"))
    gone(town, BASTIEN, "CVE-MD")
    comes(town, "2026-12-18")
    says(town, ROSALIE, "yes")
    says(town, BASTIEN, "yes")
    with town.house.worker_database.reading() as uow:
        (place,) = uow.communities.in_workspace("T0ESTRIE0")
        found = uow.counts.of(place, town.clock.now - timedelta(days=7), town.clock.now).deadlocks
    assert (found.perceived, found.verified, found.days_to_verified) == (1, 1, 28)
