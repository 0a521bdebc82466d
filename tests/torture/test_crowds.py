"""Many at once on one database: no update is lost, no number is given twice, nobody is told that it is locked."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from sc_bot.domain.answers import Recorded
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from storage.tables import events, problems
from tests.delivery.office import FANNY, Office, open_office
from tests.house import THURSDAY, WORKER_PATIENCE
from tests.torture.processes import change_often, processes

SHARED = 16  # problems that all processes change


def change_together(url: str, *, crowd: int, changes: int) -> Sequence[object]:
    """Let several processes change the same problems; returns what each of them told."""
    context = processes()
    told = context.SimpleQueue()
    with open_office(url) as office:
        shared = [(office.workspace, FANNY, office.report().reference) for _ in range(SHARED)]
    running = [
        context.Process(target=change_often, args=(url, number, changes, shared, told.put), daemon=True)
        for number in range(crowd)
    ]
    for each in running:
        each.start()
    answers = [told.get() for _ in running]
    for each in running:
        each.join()
    return answers


def assert_nothing_lost(url: str, made: int) -> None:
    """Each change has its step of history and its version."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    rerouted = select(func.count()).select_from(events).where(events.c.kind == "rerouted")
    versions = select(func.sum(problems.c.version))
    with database.engine.begin() as connection:
        assert connection.execute(rerouted).scalar_one() == made
        assert connection.execute(versions).scalar_one() == made
    database.close()


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
