"""What stands on a Home equals what the rules of the domain say of each problem by itself."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from sc_bot.domain.community import Person, Role
from sc_bot.domain.homes import PageOf, Part
from sc_bot.ports import Place
from sc_bot.usecases.homes.scope import parts_of, scope_of
from sc_bot.usecases.homes.seeing import (
    MOST_BLOCKS,
    MOST_DIVIDED,
    OF_A_DIGEST,
    TWO_BLOCKS,
    home_of_person,
    shown_of_each,
)
from storage.database import StoredDatabase
from tests.homes.anything import PROBLEMS, Everything, put_anything, somebody_is_away
from tests.homes.slowly import Slowly
from tests.house import THURSDAY, WORKER_PATIENCE
from tests.who.world import WORKSPACE

FEW = (Part.PROMISES, Part.JOINT, Part.INSTITUTION, Part.UNREACHABLE, Part.UNSIGNED, Part.CHARTER, Part.HEALTH)
ALL = 1_000
MOST = 30  # people: those with an office come first


def filled(url: str, seed: int) -> tuple[StoredDatabase, Place, list[Person], Everything]:
    """A region where anything may have happened, and somebody is away."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    with database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(WORKSPACE)
        everybody = uow.communities.people(place.id)
        people = [*place.community.people, *(each for each in everybody if each.roles == (Role.CAREGIVER,))][:MOST]
        everything = put_anything(uow, place, people, seed)
        somebody_is_away(uow, place)
    with database.reading() as uow:
        return database, uow.communities.get(place.id).at(THURSDAY), people, everything


@pytest.mark.parametrize("seed", [1, 2])
def test_every_part_of_every_home_is_what_the_rules_say(region_url: str, seed: int) -> None:
    """Counts and lines alike, for everybody: nothing that is kept from a reader is even counted."""
    database, place, people, everything = filled(region_url, seed)
    found = 0
    for person in people:
        scope, slowly = scope_of(place, person, THURSDAY), Slowly(place.community, person, everything)
        parts = [each for each in parts_of(place.community, person, scope) if each not in FEW]
        with database.reading() as uow:
            counts = uow.overview.counts(place, scope, parts)
            for part in parts:
                wanted = slowly.part(part)
                if part is Part.CONTRIBUTE:
                    shown = [each.reference for _, each in uow.overview.asked(place, scope, limit=ALL)]
                else:
                    shown = [each.reference for each in uow.overview.problems(place, scope, part, limit=ALL)]
                found += len(shown)
                assert sorted(shown) == sorted(wanted), (person.id, part)
                assert counts[part] == len(wanted), (person.id, part)
            homes = [each.id for each in place.community.institutions]
            glances = uow.overview.glances(place, scope, homes)
            assert glances == [slowly.glance(each) for each in homes], person.id
    assert found > PROBLEMS
    database.close()


def test_a_home_takes_the_same_few_statements_whatever_there_is(region_url: str) -> None:
    """The facilitator's, with everything on it: no statement for a single problem."""
    database, place, _, _ = filled(region_url, 3)
    facilitator = place.community.facilitator
    assert facilitator is not None
    statements: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: statements.append(str(given[2])))
    counted = []
    for now in (THURSDAY, THURSDAY + timedelta(days=60)):  # by then nearly everything is late and quiet
        statements.clear()
        with database.reading() as uow:
            view = home_of_person(uow, place, facilitator, now, PageOf())
        counted.append(len(statements))
        assert len(view.sections) > len(FEW)
    assert max(counted) <= 40, counted
    database.close()


@pytest.mark.parametrize("digest", [0, OF_A_DIGEST])
@pytest.mark.parametrize("parts", range(1, len(Part) + 1))
def test_every_part_shows_a_line_and_all_of_them_fit(parts: int, digest: int) -> None:
    """Even for somebody who holds every office at once: Slack refuses a Home of more than a hundred blocks."""
    room, heads = MOST_BLOCKS - digest, 1 if parts > MOST_DIVIDED else 2
    shown = shown_of_each(parts, room, heads)
    assert shown >= 1
    assert heads * parts + shown * (parts + TWO_BLOCKS) <= room
