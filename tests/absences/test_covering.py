"""Who stands in for whom, by pure rules."""

from datetime import date, timedelta

from sc_bot.domain.absences import Cover
from sc_bot.domain.answerable import answering, directs, facilitators, stood_in_for
from sc_bot.domain.covering import covers_now
from sc_bot.domain.permissions import Verb, may
from tests.absences.people import (
    DAY,
    DELEGATE,
    DIRECTOR,
    FACILITATOR,
    NURSE,
    OTHER,
    SUBSTITUTE,
    away,
    cover_of,
    holding,
    problem,
)
from tests.house import region


def test_who_is_there_acts_themselves() -> None:
    """Before the first day, after the last one, and without any absence."""
    week = away(DIRECTOR, NURSE, first=DAY, last=DAY + timedelta(days=6))
    assert cover_of(DIRECTOR) == DIRECTOR
    assert cover_of(DIRECTOR, week, day=DAY - timedelta(days=1)) == DIRECTOR
    assert cover_of(DIRECTOR, week, day=DAY) == NURSE
    assert cover_of(DIRECTOR, week, day=DAY + timedelta(days=6)) == NURSE
    assert cover_of(DIRECTOR, week, day=DAY + timedelta(days=7)) == DIRECTOR


def test_until_further_notice_lasts() -> None:
    """A standing absence has no last day."""
    assert cover_of(DIRECTOR, away(DIRECTOR, NURSE), day=date(2028, 2, 29)) == NURSE


def test_delegates_stand_in_in_order() -> None:
    """The first who is there, of those named; then the institution's own; then the facilitator."""
    gone = away(DIRECTOR, OTHER, NURSE)
    assert cover_of(DIRECTOR, gone) == OTHER
    assert cover_of(DIRECTOR, gone, away(OTHER)) == NURSE
    assert cover_of(DIRECTOR, gone, away(OTHER), away(NURSE)) == DELEGATE
    assert cover_of(DIRECTOR, gone, away(OTHER), away(NURSE), away(DELEGATE)) == FACILITATOR


def test_chains_are_followed() -> None:
    """Who covers is away too: whom *they* named acts, once nobody named first is there."""
    chain = away(DIRECTOR, OTHER), away(OTHER, "CRC-MD"), away("CRC-MD", NURSE)
    assert cover_of(DIRECTOR, *chain) == NURSE
    assert cover_of(DIRECTOR, away(DIRECTOR, OTHER, "PCO-MD"), *chain[1:]) == "PCO-MD"


def test_circles_end_at_the_facilitator_and_then_at_the_substitute() -> None:
    """Two, and three, who cover each other; the facilitator is covered by the substitute alone."""
    circle = away(DIRECTOR, DELEGATE), away(DELEGATE, OTHER), away(OTHER, DIRECTOR)
    assert cover_of(DIRECTOR, *circle) == FACILITATOR
    assert cover_of(DIRECTOR, *circle, away(FACILITATOR, NURSE)) == SUBSTITUTE
    assert cover_of(FACILITATOR, away(FACILITATOR, NURSE)) == SUBSTITUTE
    assert cover_of(DIRECTOR, away(DIRECTOR, DIRECTOR)) == DELEGATE


def test_nothing_is_ever_without_an_owner() -> None:
    """Everybody is away: the facilitator has it all the same."""
    everyone = [away(each.id) for each in region().people]
    assert cover_of(DIRECTOR, *everyone) == FACILITATOR


def test_who_covers_one_continuum_comes_first_for_it_and_not_at_all_for_others() -> None:
    """Whatever the order in which they were named."""
    gone = away(DIRECTOR, OTHER, Cover(NURSE, "ONC"))
    assert cover_of(DIRECTOR, gone, continuum="ONC") == NURSE
    assert cover_of(DIRECTOR, gone, continuum="SM") == OTHER
    assert cover_of(DIRECTOR, away(DIRECTOR, Cover(NURSE, "ONC")), continuum="SM") == DELEGATE
    assert cover_of(DIRECTOR, away(DIRECTOR, Cover(NURSE, "ONC"))) == DELEGATE


def test_who_covers_may_do_what_the_director_may() -> None:
    """For the problems of their continuum alone, and no longer than the absence."""
    nurse, onc = region().person(NURSE), problem()
    assert nurse is not None
    there = holding(away(DIRECTOR, Cover(NURSE, "ONC")))
    assert may(nurse, Verb.ACCEPT, onc, there)
    assert not may(nurse, Verb.ACCEPT, problem(continuum="SM"), there)
    assert not may(nurse, Verb.ACCEPT, onc, region())
    assert directs(nurse, there, "HSF")
    assert not directs(nurse, there, "CVE")


def test_the_facilitator_never_promises_for_an_institution() -> None:
    """Not even named as a delegate: they stand in to find who can act."""
    facilitator = region().person(FACILITATOR)
    assert facilitator is not None
    there = holding(away(DIRECTOR, FACILITATOR), away(DELEGATE))
    assert answering(there, problem()) == facilitator
    assert not may(facilitator, Verb.ACCEPT, problem(), there)


def test_an_author_who_covers_does_not_receive_their_own_report() -> None:
    """The next in line has it."""
    there = holding(away(DIRECTOR, NURSE, OTHER))
    found = answering(there, problem(reporter=NURSE))
    assert found is not None
    assert found.id == OTHER


def test_a_director_who_is_kept_out_does_not_come_in_by_covering() -> None:
    """The author's own director covers for the hospital: the next in line has it."""
    there = holding(away(DIRECTOR, OTHER, NURSE))
    found = answering(there, problem(director_kept_out=True))
    assert found is not None
    assert found.id == NURSE


def test_it_is_known_for_whom_somebody_stands_in() -> None:
    """With the day until when; nobody stands in for somebody who is there."""
    gone = away(DIRECTOR, NURSE, last=DAY)
    assert stood_in_for(holding(gone), problem()) == gone
    assert stood_in_for(holding(away(OTHER)), problem()) is None
    assert [(each.person.id, each.cover.id) for each in covers_now(holding(gone))] == [(DIRECTOR, NURSE)]


def test_triage_goes_to_the_substitute_while_the_facilitator_is_away() -> None:
    """And back to the facilitator when both are."""
    assert [each.id for each in facilitators(holding(away(FACILITATOR)))] == [SUBSTITUTE, FACILITATOR]
    assert next(each.id for each in facilitators(holding(away(FACILITATOR), away(SUBSTITUTE)))) == FACILITATOR
