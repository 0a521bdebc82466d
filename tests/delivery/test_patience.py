"""How long a unit of work may take."""

from datetime import timedelta
from time import sleep

import pytest
from sqlalchemy import text

from sc_bot.ports import NotAvailable
from storage.database import StoredDatabase
from tests.databases import BOTH


@pytest.mark.parametrize("kind", BOTH[1:])
def test_several_short_waits_do_not_add_up_to_a_long_one(url: str) -> None:
    """Each statement answers in time; together they take too long, and the person is told."""
    database = StoredDatabase.open(url, patience=timedelta(seconds=0.2))
    with pytest.raises(NotAvailable):
        _dawdle(database)
    database.close()


def _dawdle(database: StoredDatabase) -> None:
    with database.writing() as connection:
        for _ in range(4):
            connection.execute(text("SELECT 1"))
            sleep(0.1)
