"""A quarter of the fictional region: nobody is flooded, and nobody is told of their own act."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from sc_bot.domain.community import Role
from storage.engine import open_engine
from storage.tables import events, outbox
from tests.playground.quarter import Quarter, quarter_lived

pytestmark = [
    pytest.mark.slow,  # thirteen weeks take their time
    pytest.mark.xdist_group("past"),
]
A_DAY = 2  # direct messages to a director on a working day; a third comes with what is urgent or just arrived
WORKING_DAYS = 62


@pytest.fixture(scope="module")
def quarter() -> Iterator[Quarter]:
    """Lived once for all of these."""
    with quarter_lived() as lived:
        yield lived


def test_directors_get_two_messages_a_day_at_most_but_for_what_just_arrived(quarter: Quarter) -> None:
    """On less than one in forty of their days there is a third one: urgent, or just arrived beside a digest."""
    directors = quarter.community.having(Role.MANAGING_DIRECTOR)
    days = [number for each in directors for number in quarter.told.get(each.id, {}).values()]
    assert len(days) > 100
    assert max(days) <= A_DAY + 1
    assert sum(number > A_DAY for number in days) < len(directors) * WORKING_DAYS / 40


def test_besides_what_just_arrived_directors_never_get_more_than_two_messages_a_day(quarter: Quarter) -> None:
    """Not on a single day: the list or the digest, and one piece of news."""
    for director in quarter.community.having(Role.MANAGING_DIRECTOR):
        told, arrived = quarter.told.get(director.id, Counter()), quarter.arrived.get(director.id, Counter())
        assert [day for day, number in told.items() if number - arrived[day] > A_DAY] == []


def test_general_managers_get_one_a_week_at_most(quarter: Quarter) -> None:
    """Besides committees."""
    managers = quarter.community.having(Role.GENERAL_MANAGER)
    assert managers
    assert max(quarter.most_in_a_week(each) for each in managers) <= 1


def test_everybody_has_one_list_a_day_at_most(quarter: Quarter) -> None:
    """And directors do have some."""
    assert all(number == 1 for lists in quarter.lists.values() for number in lists.values())
    assert quarter.lists["HSF-MD"].total() > 10


def test_nobody_is_told_of_their_own_act(quarter: Quarter) -> None:
    """No message about a step goes to the one who took it."""
    people = {each.id: each.slack_id for each in quarter.community.people}
    engine = open_engine(quarter.url, patience=timedelta(seconds=5))
    with engine.connect() as connection:
        actors = {row.id: row.actor for row in connection.execute(select(events.c.id, events.c.actor))}
        told = connection.execute(select(outbox.c.target, outbox.c.notice).where(outbox.c.kind == "Told")).all()
    engine.dispose()
    assert len(told) > 100
    own = [row for row in told if people.get(actors[row.notice["event"]] or "") == row.target]
    assert own == [], json.dumps([row.notice for row in own])
