"""Similar problems among very many: how long it takes to say what is like a report that was just filed."""

import time

from bench.finding import Writer, fill_with
from bench.towns import town
from sc_bot.usecases.similar.finding import likest
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE
from tests.similar.quality import others, pairs

TURNS = 60
READER = "UCVES1000"


def similar_among(kind: str, count: int) -> list[float]:
    """Milliseconds for each report that is compared, whoever wrote it: half of the texts are real sentences."""
    with town(kind) as (slack, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill_with(database, Telling(), count)
        taken = [_milliseconds(database, slack.workspace.team_id, number) for number in range(1, TURNS + 1)]
        database.close()
        return taken


class Telling(Writer):
    """Invented words, and in every second report a sentence of the region among them."""

    def __init__(self) -> None:
        super().__init__()
        self._real = [*others().values(), *(each.text for each in pairs())]

    def says(self) -> str:
        """A report."""
        invented = super().says()
        real = self.chance.choice(self._real)
        return real if len(self.written) % 2 else f"{real} {invented[:60]}"


def _milliseconds(database: StoredDatabase, workspace: str, number: int) -> float:
    with database.reading() as uow:
        (member,) = uow.communities.members(workspace, READER)
        problem, person = uow.problems.by_id(number), member.person
    began = time.perf_counter()
    with database.reading() as uow:
        likest(uow, member.place, problem, person, THURSDAY)
    return (time.perf_counter() - began) * 1000
