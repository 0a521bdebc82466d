"""What is offered as like a report: what its reader may know of, of their own community, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from sc_bot.domain.problems import Problem, State
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.community import import_community
from sc_bot.usecases.similar.finding import similar_to
from storage.database import StoredDatabase
from tests.finding.town import plain_problem, written
from tests.house import THURSDAY, WORKER_PATIENCE, region

LATE = "Le sommaire de congé en oncologie arrive à la clinique trois semaines trop tard"
AGAIN = "Oncology discharge summaries reach our clinic weeks late"
WORKSPACE = "T0ESTRIE0"


@contextmanager
def _office(url: str) -> Iterator[tuple[UnitOfWork, Place]]:
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        with database.unit_of_work() as uow:
            yield uow, uow.communities.in_workspace(WORKSPACE)[0]
    finally:
        database.close()


def _offered(uow: UnitOfWork, place: Place, own: Problem, reader: str = "GTV-S1") -> list[str]:
    person = next(each for each in uow.communities.people(place.id) if each.id == reader)
    return [each.reference for each in similar_to(uow, place, own, person, THURSDAY)]


def _report(uow: UnitOfWork, place: Place, **changed: object) -> Problem:
    return written(uow, replace(plain_problem(place), **changed), description=LATE)  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize(
    ("changed", "is_offered"),
    [
        ({}, True),
        ({"state": State.ACCEPTED, "accepted_at": THURSDAY}, True),
        ({"restricted": True}, False),
        ({"state": State.CLOSED}, False),
        ({"state": State.WITHDRAWN}, False),
        ({"reporter": "GTV-S1"}, False),
    ],
)
def test_what_is_open_and_known_to_all_is_offered(
    region_url: str, changed: dict[str, object], *, is_offered: bool
) -> None:
    """Not what is kept to a few, what is over, or one's own."""
    with _office(region_url) as (uow, place):
        first = _report(uow, place, **changed)
        own = written(uow, replace(plain_problem(place), reporter="GTV-S1"), description=AGAIN)
        assert _offered(uow, place, own) == ([first.reference] if is_offered else [])


def test_a_director_who_is_kept_out_is_not_offered_it(region_url: str) -> None:
    """Their own colleague asked for it."""
    with _office(region_url) as (uow, place):
        _report(uow, place, director_kept_out=True)
        own = written(uow, replace(plain_problem(place), reporter="CVE-MD"), description=AGAIN)
        assert _offered(uow, place, own, "CVE-MD") == []


def test_at_most_three_the_likest_first_and_not_what_one_has_joined(region_url: str) -> None:
    """A telephone's screen."""
    with _office(region_url) as (uow, place):
        for _ in range(4):
            _report(uow, place)
        nearest = written(uow, plain_problem(place), description=AGAIN)
        own = written(uow, replace(plain_problem(place), reporter="GTV-S1"), description=AGAIN)
        offered = _offered(uow, place, own)
        assert offered[0] == nearest.reference
        assert len(offered) == 3


def test_two_communities_of_one_workspace_never_see_each_others(region_url: str) -> None:
    """Not even with the same institutions and the same words."""
    with _office(region_url) as (uow, place):
        settings = replace(region().settings, id="autre", code="AU", facilitator_substitute=None)
        there = import_community(uow, WORKSPACE, replace(region(), settings=settings), THURSDAY, channels={})
        _report(uow, place)
        own = written(uow, replace(plain_problem(there), reporter="GTV-S1"), description=AGAIN)
        assert _offered(uow, there, own) == []
        near = _report(uow, there)
        assert _offered(uow, there, own) == [near.reference]


def test_a_redacted_word_makes_nothing_alike(region_url: str) -> None:
    """What is removed is not compared."""
    with _office(region_url) as (uow, place):
        first = _report(uow, place)
        own = written(uow, replace(plain_problem(place), reporter="GTV-S1"), description=AGAIN)
        assert _offered(uow, place, own) == [first.reference]
        for text in uow.history.texts(first.id):
            uow.history.redact(text.id, "[…]")
        assert _offered(uow, place, own) == []
