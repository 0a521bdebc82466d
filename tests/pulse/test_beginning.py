"""A wave begins once, whoever begins it."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

from sc_bot.usecases.pulse.turning import begin
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE


def test_the_facilitator_and_the_tick_at_once_begin_one_wave(region_url: str) -> None:
    """The tick names it by the day on which it was to begin, the facilitator by today: the second waits and sees it."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    with database.reading() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0].at(THURSDAY)
    today = THURSDAY.date()

    def by_the_tick() -> bool:
        with database.unit_of_work() as other:
            return begin(other, place, today - timedelta(days=1), THURSDAY) is not None

    with ThreadPoolExecutor(1) as pool:
        with database.unit_of_work() as uow:
            assert begin(uow, place, today, THURSDAY) is not None
            second = pool.submit(by_the_tick)
            wait([second], timeout=0.3)  # it does not see what is not stored yet
        assert second.result() is False
    database.close()
