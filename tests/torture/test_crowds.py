"""Many at once on one database: no update is lost, no number is given twice, nobody is told that it is locked."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from sc_bot.domain.answers import Recorded
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.report import Report, report_problem
from tests.delivery.office import FANNY, Office, open_office
from tests.house import THURSDAY
from tests.torture.crowding import assert_nothing_lost, change_together


@pytest.mark.slow
def test_changes_of_several_processes_are_all_kept(url: str) -> None:
    """A short look at what the long test shows."""
    assert change_together(url, crowd=3, changes=10) == [10, 10, 10]
    assert_nothing_lost(url, 30)


@pytest.mark.slow
def test_eight_processes_lose_no_change(url: str) -> None:
    """On one database: every one is kept, none meets a lock it cannot wait for; `make torture` tries 200 of each."""
    assert change_together(url, crowd=8, changes=60) == [60] * 8
    assert_nothing_lost(url, 480)


def test_fifty_reports_at_once_get_the_numbers_one_to_fifty(url: str) -> None:
    """Without a gap, without a twin."""
    with open_office(url) as office, ThreadPoolExecutor(50) as crowd:
        references = list(crowd.map(lambda number: _report(office, number), range(50)))
    assert sorted(int(each.removeprefix("ONC-")) for each in references) == list(range(1, 51))


def _report(office: Office, number: int) -> str:
    asked = Asked(workspace=office.workspace, slack_id=FANNY, request=f"crowd {number}", now=THURSDAY)
    answer = report_problem(office.database, asked, Report(description="La chimio est en retard", institution="HSF"))
    assert isinstance(answer, Recorded)
    return answer.reference
