"""Many managers: what their digests share is read once."""

from dataclasses import replace
from datetime import date

from sqlalchemy import event

from sc_bot.domain.community import Language, Person, Role
from sc_bot.ports import Place
from sc_bot.presentation.digests import digest
from sc_bot.usecases.digests.composing import Composer
from storage.database import StoredDatabase
from tests.delivery.office import open_office
from tests.house import THURSDAY

WEEK = date(2026, 11, 16)


def composed(database: StoredDatabase, place: Place, people: list[Person]) -> list[str]:
    """The text of each one's digest."""
    with database.reading() as uow:
        composer = Composer(uow, place, WEEK, THURSDAY)
        return [digest(composer.first_screen(each)).text for each in people]


def statements(database: StoredDatabase, place: Place, people: list[Person]) -> int:
    """How many statements it takes."""
    seen: list[str] = []

    def count(*given: object) -> None:
        seen.append(str(given[2]))

    event.listen(database.engine, "before_cursor_execute", count)
    try:
        assert len(composed(database, place, people)) == len(people)
    finally:
        event.remove(database.engine, "before_cursor_execute", count)
    return len(seen)


def test_the_digests_of_two_hundred_managers_take_as_many_queries_as_those_of_two(url: str) -> None:
    """Counted in statements: a constant number."""
    with open_office(url) as office:
        office.report()
        with office.database.reading() as uow:
            place = uow.communities.in_workspace(office.workspace)[0].at(THURSDAY)
        homes = [each.id for each in place.community.institutions]
        many = [
            Person(
                f"DG-{each}", f"DG {each}", (Role.GENERAL_MANAGER,), Language.FR, institution=homes[each % len(homes)]
            )
            for each in range(200)
        ]
        few = [many[0], replace(many[1], institution=None)]
        assert statements(office.database, place, many) == statements(office.database, place, few)
