"""Several processes change the same problems on one database: each change is kept."""

from collections.abc import Sequence

from sqlalchemy import func, select

from storage.database import StoredDatabase
from storage.tables import events, problems
from tests.delivery.office import FANNY, open_office
from tests.house import WORKER_PATIENCE
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
