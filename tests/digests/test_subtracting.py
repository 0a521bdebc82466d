"""A general manager who keeps every workbook and digest, and subtracts: no group of authors under five is told of."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations
from random import Random

import pytest

from sc_bot.domain.community import Role
from sc_bot.domain.counts import at_least
from sc_bot.domain.exports import Export
from sc_bot.ports import Place, UnitOfWork
from sc_bot.presentation.digests import digest
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.figures import by_institution
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.digests.composing import Composer
from sc_bot.usecases.exporting.reading import book_of
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from tests.databases import empty_database
from tests.digests.test_suppression import reach, tells_of_few
from tests.house import THURSDAY, WORKER_PATIENCE, region

WORKSPACE = "T0ESTRIE0"
WEEKS = [THURSDAY + timedelta(weeks=each) for each in range(5)]
Shown = dict[tuple[int, int], dict[str, int | None]]
"""What the workbooks say of authors: by the weeks between which they count, then by institution."""


@pytest.fixture(scope="module")
def lived() -> Iterator[StoredDatabase]:
    """Four weeks in which everybody of the region reports now and then, and some newcomers from one channel."""
    with empty_database("sqlite", region=True) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        chance = Random(11)  # noqa: S311 - repeatable
        authors = [each.slack_id for each in region().people if each.slack_id and each.institution]
        for number in range(120):
            now = THURSDAY + timedelta(hours=chance.randrange(1, 24 * 28))
            asked = Asked(workspace=WORKSPACE, slack_id=chance.choice(authors), request=f"r{number}", now=now)
            report_problem(database, asked, Report(description="La chimio arrive en retard", institution="HSF"))
        yield database
        database.close()


def shown_to(database: StoredDatabase, person: str) -> Shown:
    """Every figure about authors that one reader can get: a workbook for each pair of weeks."""
    found: Shown = {}
    with database.reading() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0]
        for first, last in combinations(range(len(WEEKS)), 2):
            found[first, last] = _authors(uow, place, person, WEEKS[first], WEEKS[last])
    return found


def _authors(uow: UnitOfWork, place: Place, person: str, since: datetime, now: datetime) -> dict[str, int | None]:
    reader = place.community.person(person)
    assert reader is not None
    export = Export(id=1, workspace=WORKSPACE, community=place.id, person=person, at=now, since=since)
    table = by_institution(Words("fr"), book_of(uow, place, reader, export, now).cover())
    column = [each.key for each in table.columns].index("authors")
    return {str(row[0]): row[column] for row in table.rows}  # type: ignore[misc] # a number or nothing


def test_no_difference_of_two_workbooks_tells_of_a_small_group(lived: StoredDatabase) -> None:
    """Each stretch against each that contains it, institution by institution; and a whole against its two parts."""
    for manager in region().having(Role.GENERAL_MANAGER)[:3]:
        shown = shown_to(lived, manager.id)
        assert {each for figures in shown.values() for each in figures.values()} > {None}
        for outer, inner in ((a, b) for a in shown for b in shown if a != b and a[0] <= b[0] and b[1] <= a[1]):
            for home, figure in shown[outer].items():
                (fewest, most), (part_fewest, part_most) = reach(figure), reach(shown[inner][home])
                assert not tells_of_few(fewest - part_most, most - part_fewest), (home, outer, inner)


def test_every_figure_about_people_comes_in_fives_and_no_digest_has_another(lived: StoredDatabase) -> None:
    """What is shown is what `at_least` gives; the first screen of a digest counts problems and promises alone."""
    manager = region().having(Role.GENERAL_MANAGER)[0]
    figures = [each for of in shown_to(lived, manager.id).values() for each in of.values()]
    assert all(each is None or (each >= 5 and at_least(each) == each) for each in figures)
    with lived.reading() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0].at(WEEKS[-1])
        composer = Composer(uow, place, WEEKS[-1].date() - timedelta(days=3), WEEKS[-1])
        said = digest(composer.first_screen(manager)).text
        assert composer.counts.authors > 0
    assert re.search(r"\d+\s+(personnes?|auteure?s?)", said) is None
