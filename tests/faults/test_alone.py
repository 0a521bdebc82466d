"""What fails on one engine fails on no other, although tests share what was compiled."""

from sqlalchemy import select

from storage.engine import open_engine
from storage.tables import problems
from tests.faults.database import DatabaseTrouble
from tests.house import WORKER_PATIENCE


def test_the_calls_of_one_engine_are_counted_and_of_no_other(url: str) -> None:
    """Neither of one that was there before, nor of one that comes later; each call once."""
    before, troubled = (open_engine(url, patience=WORKER_PATIENCE) for _ in range(2))
    trouble = DatabaseTrouble((troubled,))
    later = open_engine(url, patience=WORKER_PATIENCE)
    troubled.connect().close()  # the first time, the driver asks the server what it is
    trouble.watch()
    for each in (before, troubled, later):
        with each.begin() as connection:
            connection.execute(select(problems.c.id))
        each.dispose()
    assert [each for each in trouble.calls if each != "begin"] == ["statement", "commit"]
