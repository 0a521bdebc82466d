"""What was removed leaves the write-ahead log, and nobody who reports waits for that."""

from threading import Thread

import pytest

from sc_bot.upkeep import keep_terms
from storage.upkeep import tidy
from tests.house import Town
from tests.keeping.telling import bytes_of
from tests.stories.acting import report


@pytest.fixture
def kind() -> str:
    """PostgreSQL has its own ways (docs/privacy.md)."""
    return "sqlite"


def test_nobody_who_reports_waits_for_who_reads_long(town: Town) -> None:
    """An export reads for a minute: what was removed stays in the log for another while, and reports go on."""
    database = town.house.worker_database
    found: list[bool] = []
    with database.whole() as uow:
        assert uow.communities.workspaces()
        report(town)
        tidying = Thread(target=lambda: found.append(tidy(database)))
        tidying.start()
        for number in range(2, 20):
            town.person("CVE-S1").runs(f"/problem La chimio attend {number}")
        tidying.join()
    assert found == [False]
    assert "ONC-19" in town.person("CVE-S1").runs("/sc liste").text


def test_what_had_to_stay_goes_with_the_next_look(town: Town, region_url: str) -> None:
    """Nothing else is over its term then."""
    database = town.house.worker_database
    report(town, "La chimio attend COQUELICOT")
    with database.whole() as uow:
        assert uow.communities.workspaces()
        with database.writing() as connection:
            connection.exec_driver_sql("UPDATE texts SET body = '-'")
            connection.exec_driver_sql("DELETE FROM searchable")
        assert not tidy(database)
        assert b"COQUELICOT" in bytes_of(region_url)
    keep_terms(town.house)
    assert b"COQUELICOT" not in bytes_of(region_url)
