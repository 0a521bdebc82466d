"""Ten thousand people in a community: what is asked of the database does not grow with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time

import pytest
from sqlalchemy import event, insert, select

from sc_bot.ticking import follow_up
from sc_bot.usecases.learning import AT_ONCE, learn_people
from storage.tables import communities, people
from tests.databases import empty_database
from tests.house import Town, open_town
from tests.stories.acting import report
from tests.stories.promising import ROSALIE
from tests.stories.test_digests import at

FEW, MANY = 10, 10_000
Deed = Callable[[Town], object]


def crowd(town: Town, count: int) -> None:
    """Caregivers who wrote to the bot once, spread over the institutions; nobody has looked them up yet."""
    homes = [each.id for each in town.community.institutions]
    with town.house.worker_database.writing() as connection:
        community, workspace = connection.execute(select(communities.c.id, communities.c.workspace)).one()
        rows = [_person(community, workspace, number, homes[number % len(homes)]) for number in range(count)]
        connection.execute(insert(people), rows)


def _person(community: int, workspace: str, number: int, home: str) -> dict[str, object]:
    name = f"UCROWD{number:05}"
    where = {"community": community, "workspace": workspace, "institution": home, "line": 1, "position": 1_000_000}
    who = {"key": name, "slack_id": name, "name": f"Soignante {number}", "title": "", "roles": ["caregiver"]}
    return where | who | {"officer": False, "language": "fr", "active": True, "placed": False}


@contextmanager
def counted(town: Town) -> Iterator[list[str]]:
    """The statements of both engines, meanwhile."""
    seen: list[str] = []

    def note(*given: object) -> None:
        seen.append(str(given[2]))

    engines = [town.house.web_database.engine, town.house.worker_database.engine]
    for each in engines:
        event.listen(each, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for each in engines:
            event.remove(each, "before_cursor_execute", note)


def _reports(town: Town) -> None:
    report(town)


def _opens_home(who: str) -> Deed:
    def opens(town: Town) -> None:
        assert town.person(who).opens_home().acknowledged
        town.house.bot.quick.wait()
        town.deliver()

    return opens


def _monday(town: Town) -> None:
    at(town, "2026-11-19", time(10, 31))
    report(town)
    at(town, "2026-11-23")


def _morning(town: Town) -> None:
    report(town)
    at(town, "2026-11-24", time(8, 1))


def _looks(town: Town) -> None:
    follow_up(town.house)


def _learns(town: Town) -> None:
    learn_people(town.house.worker_database, town.house.slack, town.clock.now)


DEEDS: dict[str, Deed] = {
    "a report": _reports,
    "a caregiver's Home": _opens_home(ROSALIE),
    "the facilitator's Home": _opens_home("ADV-1"),
    "the digests of a Monday": _monday,
    "the lists of a morning": _morning,
    "a look at everything": _looks,
    "learning who people are": _learns,
}


def statements(deed: Deed, crowded: int) -> int:
    """How many statements it takes among so many people."""
    with empty_database("sqlite", region=True) as url, open_town(url) as town:
        crowd(town, crowded)
        with counted(town) as seen:
            deed(town)
        return len(seen)


@pytest.mark.parametrize("deed", DEEDS)
def test_ten_thousand_people_take_as_many_statements_as_ten(deed: str) -> None:
    """Counted, not timed."""
    assert statements(DEEDS[deed], MANY) == statements(DEEDS[deed], FEW)


def test_a_tick_asks_slack_about_a_few_people(town: Town) -> None:
    """However many nobody has looked up yet: Slack allows so many calls a minute."""
    crowd(town, 200)
    assert learn_people(town.house.worker_database, town.house.slack, town.clock.now) <= AT_ONCE
    assert len(town.slack.calls_of("users.info")) <= AT_ONCE
